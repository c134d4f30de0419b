"""The intervisie page: case, method and what is shared on the left, the very paper on the right."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.sharing import Recipient
from journal.domain.sharing_records import Preparation
from journal.errors import JournalError
from journal.storage import fragments, journeys, preparations
from ui import theme
from ui.pages.intervisie.empty import Empty
from ui.pages.intervisie.enlarging import Enlarging
from ui.pages.intervisie.export import Export
from ui.pages.intervisie.naming import Naming
from ui.pages.intervisie.own_methods import OwnMethods
from ui.pages.intervisie.paper import PaperMaker
from ui.pages.intervisie.preparing import Preparing
from ui.pages.intervisie.sharing import Sharing, no_paper
from ui.pages.intervisie.side import Side
from ui.pages.intervisie.ticking import Ticking
from ui.store import Store
from ui.widgets.paper import Paper
from ui.widgets.paper_preview import Preview
from ui.widgets.reading_order import in_reading_order

_SIDE_BY_SIDE = 1020


class IntervisiePage(QWidget):
    """``case_requested(entry_id)`` opens the form of the case, ``harvest_requested(preparation id)`` its harvest."""

    case_requested = Signal(int)
    papers_requested = Signal(int)
    """Other papers than the one for the meeting; 0 for none in particular."""
    returned_requested = Signal(int)
    harvest_requested = Signal(int)
    session_requested = Signal(str, int)
    """Lead a meeting: a method, and the preparation whose question may be shown; 0 for none."""
    shared_requested = Signal()
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intervisie")
        self._store = store
        self._preparation: Preparation | None = None
        self._compact: bool | None = None
        self._reflections, self._earlier = fragments.MOST_REFLECTIONS, False
        self._offered: tuple[fragments.FragmentGroup, ...] = ()
        self.preview, self.export = Preview(), Export()
        self._maker = PaperMaker(self)
        self._maker.made.connect(self._made)
        self._maker.failed.connect(self._not_made)
        self._ticking = Ticking(self, store, self._show_ticks)
        self._sharing = Sharing(self, store, self.export, self.paper, self.refresh)
        self._preparing = Preparing(store.guidance, store.today())
        self._sharing.lock = self._preparing.password
        self._preparing.papers_requested.connect(lambda: self.papers_requested.emit(0))
        self._empty = Empty()
        self._empty.papers_requested.connect(lambda: self.papers_requested.emit(0))
        for part in (self._preparing, self._empty):
            part.returned_requested.connect(lambda: self.returned_requested.emit(0))
        self._naming = Naming(store, self._preparing, self._change)
        self._enlarging = Enlarging(self, self.preview, self.export.grey)
        self._side = Side()
        self._left = QStackedWidget()
        self._left.addWidget(self._empty)
        self._left.addWidget(self._preparing)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._side)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(self._columns, 1)
        self.export.set_ready(False)
        self._connect()
        self._arrange()
        self.refresh()

    def refresh(self) -> None:
        """Show the journal as it is now."""
        self._preparation = self._store.read(preparations.current, self._store.journey_id)
        begun = self._preparation is not None
        self._left.setCurrentWidget(self._preparing if begun else self._empty)
        self._side.setVisible(begun and not self._compact)
        self.export.setVisible(begun)
        if self._preparation is not None:
            self._show(self._preparation)
            reader = self._ticking.reader
            self._maker.ask(self._store, self._id, soon=self.preview.paper is None, recipient=reader)

    def settle(self) -> bool:
        """Save what is typed and not yet passed on; leave the journal alone from here."""
        self._preparing.own_name.settle()
        self._maker.pause()
        self._enlarging.close()
        return True

    def paper(self) -> Paper:
        """The paper as it is now, which is also what the preview shows. Raises JournalError."""
        shown = self.preview.paper
        return shown if shown is not None and self._maker.is_fresh() else self._maker.now()

    def save_to(self, target: Path) -> bool:
        """Save the very bytes of the preview, and remember it. False, with a sentence, when it does not succeed."""
        return self._preparation is not None and self._sharing.save_to(target, self._preparation)

    def offer(self, target: Path) -> None:
        """Save there, and say so first when the folder is synced or shared."""
        if self._preparation is not None:
            self._sharing.offer(target, self._preparation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else tabs."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """The large page goes where its page goes: nothing of it stays over the lock."""
        self._enlarging.close()
        super().hideEvent(event)

    @property
    def _id(self) -> int:
        return (self._preparation.id if self._preparation else None) or 0

    def _show(self, preparation: Preparation) -> None:
        whole = self._store.read(preparations.whole, self._id)
        journey = self._store.read(journeys.current)
        self._ticking.show_preparation(self._id)
        offered = self._store.read(
            fragments.offered,
            self._id,
            self._store.guidance,
            reflections=self._reflections,
            recipient=self._ticking.reader,
        )
        earlier = self._store.read(fragments.count_reflections, preparation.journey_id) > self._reflections
        case = self._store.read(preparations.case_words, self._id)
        shared = any(share.preparation_id == preparation.id for share in whole.shares)
        over = preparation.meeting_on is not None and preparation.meeting_on < self._store.today()
        part = self._preparing
        part.head.show_meeting(
            journey.group_name if journey else "", preparation.meeting_on, may_begin_anew=shared or over
        )
        part.head.show_coach(journey.coach_name if journey else "")
        part.case.show_case(case.title, case.question, begun=case.begun)
        part.method.show_method(preparation.method_id)
        self._offered, self._earlier = offered, earlier
        self._show_fragments()
        part.own_name.show_name(journey.own_name if journey else "", preparation.own_name_style)
        self.export.show_shares(whole.shares)
        self._show_names()
        in_reading_order(self._preparing, self._side if not self._compact else self.export)

    def _show_fragments(self) -> None:
        reader = self._ticking.reader
        ticks = self._ticking.shown = self._store.read(preparations.ticks_among, self._id, reader, self._offered)
        may_undo = self._ticking.may_undo()
        self._preparing.share.show_fragments(
            self._offered, ticks, reader=reader, earlier=self._earlier, may_undo=may_undo
        )

    def _show_ticks(self) -> None:
        """After a tick: what can be ticked is the same, only the paper is another."""
        self._show_fragments()
        self._maker.ask(self._store, self._id, recipient=self._ticking.reader)

    def _show_names(self) -> None:
        if self._preparation is not None:
            self._naming.show(self.preview.paper, self._preparation)

    def _connect(self) -> None:
        part = self._preparing
        self._empty.begin_requested.connect(self._begin)
        part.head.new_requested.connect(self._begin)
        part.head.after_requested.connect(lambda: self.harvest_requested.emit(self._id))
        part.head.changed.connect(self._meeting_changed)
        part.case.edit_requested.connect(self._edit_case)
        self._empty.session_requested.connect(lambda: self.session_requested.emit("", 0))
        part.method.session_requested.connect(lambda: self.session_requested.emit(part.method.current_id(), self._id))
        self._own_methods = OwnMethods(self._store, part.method, self._choose_method)
        part.method.chosen.connect(self._choose_method)
        part.share.ticked.connect(self._ticking.tick)
        part.share.cleared.connect(self._ticking.untick_all)
        part.share.again_requested.connect(self._ticking.tick_again)
        undoing = self._store.undoing
        undoing.stepped.connect(self._stepped)
        part.share.undo_requested.connect(undoing.undo)
        part.share.reader_chosen.connect(self._read_by)
        part.head.coach_changed.connect(self._coach_renamed)
        part.share.earlier_requested.connect(self._show_earlier)
        part.own_name.renamed.connect(self._renamed)
        part.own_name.style_chosen.connect(lambda s: self._change(preparations.set_own_name_style, self._id, s))
        part.tab_chosen.connect(lambda _index: self._arrange_tabs())
        self.export.grey_toggled.connect(self.preview.set_grey)
        self.export.save_requested.connect(self._ask_where)
        self.export.print_requested.connect(self._print)
        self.export.shared_requested.connect(self.shared_requested)
        for keys, action in (
            ("Ctrl+E", self._ask_where),
            ("Ctrl+Z", undoing.undo),
            ("Ctrl+Y", undoing.redo),
            ("Ctrl+Shift+Z", undoing.redo),
            ("PgUp", lambda: self.preview.turn(-1)),
            ("PgDown", lambda: self.preview.turn(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _change(self, operation: Callable[..., object], *args: Any, **named: Any) -> bool:
        """Do it, show it, and make the paper anew. Trouble with the journal is told by the window."""
        try:
            self._store.do(operation, self, *args, **named)
        except JournalError:
            self.refresh()
            return False
        self.refresh()
        return True

    def _choose_method(self, method_id: str) -> bool:
        before = self._preparation.method_id if self._preparation else ""
        if not self._change(preparations.set_method, self._id, method_id):
            return False
        if before and before != method_id:
            self._ticking.method_chosen(before, method_id)
        return True

    def _stepped(self) -> None:
        """Something was taken back or done again: show it."""
        if self.isVisible():
            self.refresh()

    def _begin(self) -> None:
        before = self._preparation
        method = before.method_id if before else self._store.guidance.methods[0].id
        self.preview.show_paper(None)
        self._change(preparations.prepare, self._store.journey_id, on=self._store.today(), method_id=method)
        self._preparing.head.setFocus()

    def _read_by(self, reader: Recipient) -> None:
        self._ticking.reader = reader
        self.export.forget_saved()  # that was the paper of the other reader
        self.refresh()

    def _show_earlier(self) -> None:
        self._reflections += fragments.MOST_REFLECTIONS
        self.refresh()

    def _meeting_changed(self, group: str, day: dt.date) -> None:
        if self._change(preparations.set_meeting_on, self._id, day):
            self._change(journeys.set_names, self._store.journey_id, group_name=group)

    def _coach_renamed(self, name: str) -> None:
        self._change(journeys.set_names, self._store.journey_id, coach_name=name)

    def _renamed(self, name: str) -> None:
        self._change(journeys.set_names, self._store.journey_id, own_name=name)

    def _edit_case(self) -> None:
        if self._preparation is not None:
            self.case_requested.emit(self._preparation.case_entry_id)

    def _made(self, paper: Paper) -> None:
        self.preview.show_paper(paper)
        self.export.set_ready(paper.pages > 0)
        self._show_names()

    def _not_made(self, _error: JournalError) -> None:
        self.preview.show_trouble(no_paper())
        self.export.set_ready(False)

    def _ask_where(self) -> None:
        if self.export.save.isEnabled() and self._preparation is not None:
            self._sharing.ask_where(self._preparation)

    def _print(self) -> None:
        if self._preparation is not None:
            self._sharing.print(self._preparation)

    def _arrange(self) -> None:
        compact = theme.is_large() or self.width() < _SIDE_BY_SIDE
        if compact == self._compact:
            return
        self._compact = compact
        if compact:
            self._preparing.take_preview(self.preview)
            self.preview.take_grey(self.export.grey)
            self._outer.addWidget(self.export)
        else:
            self.preview.leave_grey()
            self._side.take(self.preview, self.export)
        self.export.set_compact(compact)
        self.export.setVisible(self._preparation is not None)
        self._side.setVisible(not compact and self._preparation is not None)
        self._arrange_tabs()
        in_reading_order(self._preparing, self._side if not compact else self.export)

    def _arrange_tabs(self) -> None:
        self._preparing.set_compact(bool(self._compact))
