"""The page to write on: rail, learning question, one step at a time, footer."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.changes import Change
from journal.domain.guidance import Form, Step
from journal.domain.records import AttachmentKind, Depth
from journal.errors import JournalError
from journal.storage import entries
from journal.text import say, tr
from ui import theme
from ui.pages.reflection.aside import AttachmentPanel
from ui.pages.reflection.end import End
from ui.pages.reflection.rail import Footer, QuestionBand, Rail, TopBar, edge, ground
from ui.pages.reflection.sheet import Sheet
from ui.pages.reflection.start import TimePanel
from ui.pages.reflection.step import StepView
from ui.pages.reflection.step_views import view_of
from ui.pages.reflection.traces import rail_steps
from ui.pages.reflection.written import Written
from ui.photos import Source
from ui.store import Store
from ui.widgets.picture_drop import PictureDrop
from ui.widgets.reading_order import in_reading_order
from ui.widgets.saved_state import SaveTrouble
from ui.widgets.unsaved import copy_unsaved, unsaved_in

NARROW = 900
ASIDE_FROM = 1120
_TIME, _END = "time", "end"
_OF_INTEREST = Change.ENTRIES | Change.ANSWERS | Change.PLACES | Change.MARKS | Change.QUESTION | Change.EXPERIMENTS


class ReflectionPage(QWidget):
    """One entry that is being written, in the steps of its form. Every key is saved soon after; there is no Save.

    Signals: ``closed_requested`` (to where one came from), ``question_requested`` (refine the learning question),
    ``attachment_requested(entry, kind, id)`` (see a drawing, model or photo; id 0: make one).
    """

    closed_requested = Signal()
    question_requested = Signal()
    evaluation_requested = Signal(int)
    intervisie_requested = Signal()
    attachment_requested = Signal(int, str, int)

    def __init__(self, store: Store, entry_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.written = Written(store, entry_id, self)
        self._here = ""
        self._alone = False
        self._sheets: dict[str, Sheet] = {}
        self._lay_out()
        self._fit()
        store.changed.connect(self._someone_changed)
        store.failed.connect(self._saving_fails)
        store.saved.connect(self._saving_works)
        self._show_first()

    def refresh(self) -> None:
        """Show what the journal has now; unsaved text stays."""
        self.written.load()
        self._band.refresh()
        for sheet in self._sheets.values():
            sheet.refresh()
        self._show_where()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [sheet for sheet in self._sheets.values() if not sheet.settle()]

    def step_id(self) -> str:
        """Where the writer is: the id of a step, ``time`` or ``end``."""
        return self._here

    def view(self, step_id: str) -> QWidget:
        """What a step shows."""
        return self._sheets[step_id].view

    def show_step(self, step_id: str, *, last: bool = False) -> None:
        """Go to a step; with ``last`` to the end of it."""
        before = self._sheets.get(self._here)
        if before is not None and isinstance(before.view, StepView) and self._here != step_id:
            before.view.settle()
            before.view.leave()
        self._here = step_id
        sheet = self._sheet(step_id)
        sheet.refresh()
        self._stack.setCurrentWidget(sheet)
        self._show_where()
        in_reading_order(self._top, self._rail, sheet, self._footer)
        sheet.focus_text(last=last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Enter and Ctrl Shift Enter walk the steps, F6 the parts, F11 leaves only the words; Ctrl Z and Y."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_F6:
            self._next_part()
        elif event.key() == Qt.Key.Key_F11:
            self._alone = not self._alone
            self._fit()
        elif self._undoes(event):
            self._sheets[self._here].refresh()
            self._show_where()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form that fits."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        ground(self, "surface")
        self.setObjectName("reflection")
        self.setProperty("own_trouble", True)  # the panel about saving stands above this page's own footer
        self._rail, self._top = Rail(self.written), TopBar(self.written)
        self._band, self._footer, self._failed = QuestionBand(self._store), Footer(), SaveTrouble()
        self._stack = QStackedWidget()
        self._rail_edge, self._top_edge = edge(upright=True), edge()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addWidget(self._rail_edge)
        down = QVBoxLayout()
        down.setSpacing(0)
        for part in (self._top, self._top_edge, self._band, edge()):
            down.addWidget(part)
        down.addWidget(self._stack, 1)
        down.addWidget(self._failed)
        down.addWidget(edge())
        down.addWidget(self._footer)
        across.addLayout(down, 1)
        self._connect()

    def _connect(self) -> None:
        for bar in (self._rail, self._top):
            bar.closed_requested.connect(self._close)
            bar.steps.step_requested.connect(self.show_step)
        self._rail.depth_requested.connect(lambda: self.show_step(_TIME))
        self._footer.back.clicked.connect(lambda: self._go(-1))
        self._footer.next.clicked.connect(lambda: self._go(1))
        self._footer.done.clicked.connect(lambda: self._go(1))
        self._footer.attach.clicked.connect(self._show_attachments)
        PictureDrop(self, self._take_pictures)
        self._failed.retry_requested.connect(self.settle)
        self._failed.copy_requested.connect(lambda: copy_unsaved(self))

    def _show_first(self) -> None:
        form = self.written.form
        if form is None:
            self.show_step(_TIME)
            return
        waiting = [
            step.id for step, rail in zip(form.steps, rail_steps(form, self.written, ""), strict=True) if not rail.done
        ]
        self.show_step((waiting or [form.steps[0].id])[0])

    def _sheet(self, step_id: str) -> Sheet:
        if step_id not in self._sheets:
            sheet = Sheet(self._view(step_id), self.written)
            sheet.fit(wide=self._has_aside(), centred=self._alone)
            sheet.opened.connect(self._open_attachment)
            self._sheets[step_id] = sheet
            self._stack.addWidget(sheet)
        return self._sheets[step_id]

    def _view(self, step_id: str) -> QWidget:
        if step_id == _TIME:
            panel = TimePanel(self.written.entry.depth, self._store.guidance)
            panel.chosen.connect(self._choose_depth)
            return panel
        if step_id == _END:
            end = End(self.written)
            end.closed_requested.connect(self._close)
            end.question_requested.connect(self._refine)
            end.comes_back.group_requested.connect(self._to_group)
            end.comes_back.draw_requested.connect(lambda: self._open_attachment(AttachmentKind.DRAWING, 0))
            end.evaluation_requested.connect(lambda: self.evaluation_requested.emit(self.written.entry_id))
            return end
        view = view_of(self._step(step_id), self.written)
        view.advance_requested.connect(lambda: self._go(1))
        view.back_requested.connect(lambda: self._go(-1))
        view.step_requested.connect(self.show_step)
        view.changed.connect(self._show_where)
        return view

    @property
    def _form(self) -> Form:
        form = self.written.form
        assert form is not None
        return form

    def _step(self, step_id: str) -> Step:
        return next(step for step in self._form.steps if step.id == step_id)

    def _order(self) -> list[str]:
        return [step.id for step in self._form.steps] if self.written.form is not None else []

    def _go(self, by: int) -> None:
        order = self._order()
        if self._here == _TIME or not order:
            return
        at = (order.index(self._here) if self._here in order else len(order)) + by
        if 0 <= at < len(order):
            self.show_step(order[at], last=by < 0)
        elif at == len(order):
            self._finish()

    def _finish(self) -> None:
        if not self.settle():
            return
        try:
            self.written.finish()
        except JournalError:
            return  # the store has told; the panel above the footer says so
        if self.written.entry.form_id in self._store.guidance.reflection_ids():
            self.show_step(_END)
        else:
            self._close()

    def _close(self) -> None:
        if not self.settle():
            return  # nothing unsaved is left behind; the panel offers to copy it
        if self.written.is_blank():
            with suppress(JournalError):  # then an empty page stays in the list; no words are at stake
                self._store.do(entries.throw_away, self, self.written.entry_id)
        self.closed_requested.emit()

    def _open_attachment(self, kind: str, attachment_id: int) -> None:
        if self.settle():
            self.attachment_requested.emit(self.written.entry_id, kind, attachment_id)

    def _take_pictures(self, sources: list[Source]) -> bool:
        return self._sheets[self._here].take_pictures(sources)

    def _show_attachments(self) -> None:
        panel = AttachmentPanel(self, self.written)
        panel.opened.connect(self._open_attachment)
        panel.open_above(self._footer.attach)

    def _refine(self) -> None:
        if self.settle():
            self.question_requested.emit()

    def _to_group(self) -> None:
        if self.settle():
            self.intervisie_requested.emit()

    def _choose_depth(self, depth: Depth) -> None:
        self.settle()
        try:
            self.written.set_depth(depth)
        except JournalError:
            return  # the store has told; the question stays
        self.written.load()
        for step_id in [id_ for id_ in self._sheets if id_ != self._here]:
            sheet = self._sheets.pop(step_id)
            self._stack.removeWidget(sheet)
            sheet.deleteLater()
        old = self._sheets.pop(_TIME)
        self._show_first()
        self._stack.removeWidget(old)
        old.deleteLater()

    def _show_where(self) -> None:
        form = self.written.form if self._here != _TIME else None
        steps = rail_steps(form, self.written, self._here) if form else []
        self._rail.steps.show_steps(steps, self._here)
        self._rail.show_heading(self.written, steps=len(steps))
        self._top.steps.show_steps(steps, self._here)
        self._footer.setVisible(form is not None)
        if form is None:
            return
        order = self._order()
        at = order.index(self._here) if self._here in order else len(order)
        titles = [say(step.title) for step in form.steps]
        ending = tr("Finish") if form.id != "note" else tr("Done")
        last = at == len(order) - 1
        onward = titles[at + 1] if at + 1 < len(order) else ""
        self._footer.show_ways(titles[at - 1] if at else "", onward, ending if last else "")

    def _next_part(self) -> None:
        sheet = self._sheets[self._here]
        if sheet.isAncestorOf(self.focusWidget()) and self._rail.isVisible():
            self._rail.steps.focus_here()
        elif sheet.isAncestorOf(self.focusWidget()) and self._top.isVisible():
            self._top.steps.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            sheet.focus_text(last=False)

    def _fit(self) -> None:
        low = self.height() < self._rail.sizeHint().height()
        compact = theme.is_large() or self.width() < NARROW or low
        self._rail.setVisible(not compact and not self._alone)
        self._rail_edge.setVisible(self._rail.isVisibleTo(self))
        self._top.setVisible(compact and not self._alone)
        self._top_edge.setVisible(self._top.isVisibleTo(self))
        self._footer.attach.setVisible(theme.is_large() and self.written.form is not None)
        narrow = self.width() < theme.px(560)
        self._top.saved.set_narrow(narrow)
        self._top.steps.set_narrow(narrow=narrow)
        for sheet in self._sheets.values():
            sheet.fit(wide=self._has_aside(), centred=self._alone)

    def _has_aside(self) -> bool:
        return not theme.is_large() and self.width() >= ASIDE_FROM

    def _undoes(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.written.undo()
        return event.matches(QKeySequence.StandardKey.Redo) and self.written.redo()

    def _someone_changed(self, what: Change, by: object) -> None:
        if by is not self and what & _OF_INTEREST:
            self.refresh()

    def _saving_fails(self, _error: JournalError) -> None:
        self._failed.appear()

    def _saving_works(self, _moment: object) -> None:
        if self._failed.isVisibleTo(self) and not unsaved_in(self):
            self._failed.go()
