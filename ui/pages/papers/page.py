"""The page of papers: which kind, for whom and what is on it on the left; the very paper on the right."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain.sharing import PaperKind, Recipient
from journal.errors import JournalError
from journal.storage import entries, journeys, paper_offers, preparations
from journal.storage.fragment_pieces import FragmentGroup
from journal.text import tr
from ui import theme
from ui.pages.papers import kinds, offers, wanted
from ui.pages.papers.chosen import Chosen
from ui.pages.papers.give import Give
from ui.pages.papers.giving import Giving
from ui.pages.papers.large import Large
from ui.pages.papers.long_work import LongWork
from ui.pages.papers.wanted import Wanted
from ui.paper_maker import PaperMaker
from ui.store import Store
from ui.widgets.paper import Paper
from ui.widgets.paper_preview import Preview
from ui.widgets.prose import Prose
from ui.widgets.words import button

_SIDE_BY_SIDE, _SIDE = 1020, 420


class PapersPage(QWidget):
    """``intervisie_requested`` for the paper of the meeting, and for what the coach is shown."""

    intervisie_requested = Signal()
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papers")
        self._store = store
        self._kind = PaperKind.SESSION
        self._compact: bool | None = None
        self._groups: tuple[FragmentGroup, ...] = ()
        self.preview = Preview(name="papers", blank=tr("Tick on the left what is to be on it."))
        self.give = Give()
        self._large = Large(self, self.preview, self.give)
        self._giving = Giving(self, store, self.give)
        self._maker = PaperMaker(self)
        self._maker.made.connect(self._made)
        self._maker.failed.connect(self._not_made)
        self.chosen = Chosen()
        self.work = LongWork(store)
        self.work.made.connect(self._made)
        self.work.failed.connect(self._not_made)
        self.work.stopped.connect(self._show_begin)
        self._lay_out()
        self._connect()
        self.choose(PaperKind.SESSION)

    def refresh(self) -> None:
        """Show the journal as it is now."""
        self.choose(self._kind, self.chosen.options.entry_id(), keep=True)

    def settle(self) -> bool:
        """Save what is typed and not yet passed on; leave the journal alone from here."""
        self.chosen.options.settle()
        self._maker.pause()
        self.work.stop()
        self._large.close()
        return True

    def show_entry(self, entry_id: int) -> None:
        """The paper of this reflection."""
        self.choose(PaperKind.SESSION, entry_id)

    def choose(self, kind: PaperKind, entry_id: int = 0, *, keep: bool = False) -> None:
        """Show another kind of paper. ``keep``: what was chosen stays as far as it is still there."""
        if kind is PaperKind.PREPARATION:
            self.chosen.mark(self._kind)
            self.intervisie_requested.emit()
            return
        self.work.stop()
        self._kind = kind
        self.chosen.mark(kind)
        sessions = self._sessions() if kind is PaperKind.SESSION else ()
        if not keep:
            self.chosen.options.show_kind(kinds.of(kind), sessions, self._names(), session=entry_id)
            self.chosen.password.forget()
            self.preview.show_paper(None)
            self.give.clear_note()
        self._offer(keep=keep)

    def wanted(self) -> Wanted:
        """The paper that is wanted now."""
        options = self.chosen.options
        prepared = self._store.read(preparations.current, self._store.journey_id)
        return Wanted(
            kind=self._kind,
            recipient=options.recipient(),
            recipient_name=options.recipient_name(),
            style=options.style_name(),
            entry_id=options.entry_id(),
            preparation_id=(prepared.id or 0) if prepared else 0,
            chosen=self.chosen.pieces.chosen(),
        )

    def save_to(self, target: Path) -> None:
        """Save the very bytes of the preview, locked when a password is wanted."""
        paper = self.preview.paper
        if paper is not None and paper.pages and self.chosen.password.is_ready():
            self._giving.save_to(target, paper, self.chosen.password.password(), self.chosen.password.forget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one under the other."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """The large page goes where its page goes: nothing of it stays over the lock."""
        self._large.close()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setProperty("ground", "none")
        self._left = QVBoxLayout(ground)
        self._left.setContentsMargins(theme.px(32), theme.px(26), theme.px(32), theme.px(32))
        self._left.setSpacing(theme.px(8))
        self._left.addWidget(Prose(tr("Papers"), "question"))
        lead = tr(
            "Each paper shows only what you choose for it. Nothing leaves your journal until you save or print it."
        )
        self._left.addWidget(Prose(lead, "ui", "text2"))
        self._left.addSpacing(theme.px(8))
        self._left.addWidget(self.chosen)
        self._begin = button(tr("Make my journal"), "primary", name="papers.begin")
        self._begin.clicked.connect(self._begin_long)
        self._left.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._left.addWidget(self.work)
        self._left.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(ground)
        self._side = QWidget()
        self._side.setProperty("ground", "nav")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._right = QVBoxLayout(self._side)
        self._right.setContentsMargins(0, theme.px(19), 0, 0)
        self._right.setSpacing(theme.px(12))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._scroll, 1)
        columns.addWidget(self._side)

    def _connect(self) -> None:
        self.chosen.kind_chosen.connect(self.choose)
        self.chosen.coach_requested.connect(self.intervisie_requested)
        self.chosen.options.changed.connect(lambda: self._offer(keep=False))
        self.chosen.options.reworded.connect(self._ask)
        self.chosen.options.named.connect(self._named)
        self.chosen.pieces.changed.connect(lambda _on: self._ask())
        self.chosen.password.changed.connect(self._tell_ready)
        self.give.save_requested.connect(self._ask_where)
        self.give.print_requested.connect(self._print)
        self.give.grey_toggled.connect(self.preview.set_grey)
        self.preview.opened.connect(self._large.open)

    def _offer(self, *, keep: bool) -> None:
        """What this paper can show, with what is ticked to begin with."""
        options = self.chosen.options
        groups: tuple[FragmentGroup, ...] = ()
        if self._kind is PaperKind.SESSION and options.entry_id():
            groups = self._store.read(paper_offers.of_session, options.entry_id(), self._store.guidance)
        elif self._kind is PaperKind.ONE_PAGE:
            groups = self._store.read(paper_offers.of_journey, self._store.journey_id, self._store.guidance)
        mine = options.recipient() is Recipient.SELF
        if keep:
            on = offers.still(self.chosen.pieces.chosen(), self._groups, groups, mine=mine)
        else:
            on = offers.at_first(groups, self._kind, mine=mine)
        self._groups = groups
        self.chosen.show_pieces(self._kind, offers.heaps(groups, self._store.guidance, self._kind), on, mine=mine)
        self._ask(at_once=not keep)

    def _ask(self, *, at_once: bool = False) -> None:
        long = self._kind is PaperKind.JOURNAL
        self._show_begin()
        self.chosen.waiting.show_waiting(self._groups, self.chosen.pieces.chosen())
        if long:
            self._maker.pause()
            self.preview.show_paper(None)
            self._tell_ready()
            return
        asked = self.wanted()
        self._maker.make_soon(lambda: wanted.make(self._store, asked), at_once=at_once)

    def _begin_long(self) -> None:
        self.preview.show_paper(None)
        self._tell_ready()
        self.work.begin(self.wanted())
        self._show_begin()

    def _show_begin(self) -> None:
        self._begin.setVisible(self._kind is PaperKind.JOURNAL and not self.work.is_busy())

    def _made(self, paper: Paper) -> None:
        if paper.kind is self._kind:
            self.preview.show_paper(paper)
            self.chosen.tell_paper(paper)
        self._show_begin()
        self._tell_ready()

    def _not_made(self, error: Exception) -> None:
        self._show_begin()
        if not isinstance(error, JournalError):
            raise error
        self.preview.show_trouble(tr("This pdf does not succeed. Your text is safe in your journal."))
        self._tell_ready()

    def _tell_ready(self) -> None:
        paper = self.preview.paper
        there = paper is not None and paper.pages > 0
        self.give.set_ready(there)
        self.give.save.setEnabled(there and self.chosen.password.is_ready())
        self.give.set_locked(bool(self.chosen.password.password()))

    def _ask_where(self) -> None:
        paper, password = self._current(), self.chosen.password
        if paper is not None and password.is_ready():
            self._giving.ask_where(paper, self._file_name(), password.password(), password.forget)

    def _print(self) -> None:
        if (paper := self._current()) is not None:
            self._giving.print(paper, self._file_name())

    def _current(self) -> Paper | None:
        """The paper of the preview, made anew when something was changed a moment ago."""
        try:
            fresh = self._kind is PaperKind.JOURNAL or self._maker.is_fresh()
            paper = self.preview.paper if fresh else self._maker.now()
        except JournalError:
            self.give.show_trouble(tr("This pdf does not succeed. Your text is safe in your journal."))
            return None
        return paper if paper is not None and paper.pages else None

    def _file_name(self) -> str:
        """A name for the file and for the queue of the printer: others see it, so no title and no day is in it."""
        paper = self.preview.paper
        shown = paper.snapshot.reflections if paper is not None and self._kind is PaperKind.SESSION else ()
        session = next((each.session_id for each in shown if each.session_id), "")
        return kinds.file_name(self._kind, offers.session_words(session, "", self._store.guidance) if session else "")

    def _sessions(self) -> tuple[tuple[int, str], ...]:
        lines = self._store.read(entries.listed, self._store.journey_id, ["reflection", "webinar", "note"])
        guidance = self._store.guidance
        return tuple(
            (line.id, offers.session_words(line.session_id or "", line.title, guidance, line.written_on))
            for line in lines
        )

    def _names(self) -> dict[Recipient, str]:
        journey = self._store.read(journeys.current)
        found = (journey.coach_name, journey.group_name) if journey else ("", "")
        return {Recipient.COACH: found[0], Recipient.GROUP: found[1]}

    def _named(self, who: Recipient, name: str) -> None:
        field = "coach_name" if who is Recipient.COACH else "group_name"
        try:
            self._store.do(journeys.set_names, self, self._store.journey_id, **{field: name})
        except JournalError:
            return  # the window tells that it could not be written; the paper has the name all the same

    def _arrange(self) -> None:
        compact = theme.is_large() or self.width() < _SIDE_BY_SIDE
        if compact == self._compact:
            return
        self._compact = compact
        self._side.setVisible(not compact)
        if compact:
            self._left.addWidget(self.preview)
            self._left.addWidget(self.give)
        else:
            self._side.setFixedWidth(max(_SIDE, theme.px(_SIDE)))
            room = QVBoxLayout()
            room.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
            room.addWidget(self.preview)
            self._right.addLayout(room, 1)
            self._right.addWidget(self.give)
        self.preview.show()
        self.give.show()
