"""The advice that one got: written down, and what one does with it. None of that is judged, all of it may change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.storage import advice
from journal.text import tr
from ui import theme, throwing
from ui.pages.meeting.advice_row import AdviceRow
from ui.store import Store
from ui.widgets import speak
from ui.widgets.flow import Flow
from ui.widgets.prose import Prose
from ui.widgets.words import button, clear, rule


class AdviceCard(QFrame):
    """``experiment_requested(experiment id)`` once it is there."""

    experiment_requested = Signal(int)
    laid_out = Signal()
    """Other controls than before: Tab wants to know."""

    def __init__(self, store: Store, case_id: int) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("meeting.advice")
        self._store, self._case_id = store, case_id
        store.undoing.stepped.connect(self._stepped)
        self._gone = 0
        self.rows: dict[int, AdviceRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(17))
        column.setSpacing(0)
        column.addWidget(Prose(tr("Advice that you got"), "card_title"))
        column.addSpacing(theme.px(2))
        lead = tr(
            "Write down what you want to keep. Using it or leaving it is up to you, and you can change your mind."
        )
        column.addWidget(Prose(lead, "ui", "text2"))
        column.addSpacing(theme.px(10))
        self._list = QWidget()
        self._inside = QVBoxLayout(self._list)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        column.addWidget(self._list)
        self._undo_row = self._make_undo()
        column.addWidget(self._undo_row)
        column.addSpacing(theme.px(4))
        self._add = button(tr("Add advice"), icon="plus", name="advice.add")
        self._add.clicked.connect(self.add)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal has; a row in which something is not saved yet stays as it is."""
        lines = self._store.read(advice.listed, self._case_id)
        if [line.entry_id for line in lines] == list(self.rows) and all(
            row.line == line or not row.settle() for row, line in zip(self.rows.values(), lines, strict=True)
        ):
            return
        clear(self._list)
        self.rows = {}
        for line in lines:
            row = AdviceRow(self._store, line)
            row.experiment_requested.connect(self._experiment)
            row.throw_requested.connect(self._throw)
            self._inside.addWidget(rule())
            self._inside.addWidget(row)
            row.show()
            self.rows[line.entry_id] = row
        if lines:
            self._inside.addWidget(rule())
            self._inside.addSpacing(theme.px(12))
        self.laid_out.emit()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [row for row in self.rows.values() if not row.settle()]

    def add(self) -> None:
        """A new advice, with the caret in it. An empty one that stands there already is taken first."""
        if not self.settle():
            return
        empty = next((row for row in self.rows.values() if row.fields[advice.TEXT].is_empty()), None)
        if empty is None:
            try:
                made = self._store.do(advice.add, self, self._case_id, "", on=self._store.today())
            except JournalError:
                return  # the store has told the window
            self.refresh()
            empty = self.rows[made]
        empty.focus()

    def _experiment(self, entry_id: int) -> None:
        row = self.rows[entry_id]
        if not row.settle():
            return
        try:
            made = self._store.do(advice.make_experiment, self, entry_id, on=self._store.today())
        except JournalError:
            return  # the store has told the window
        self.experiment_requested.emit(made)

    def _throw(self, entry_id: int) -> None:
        if not self.settle():
            return
        try:
            throwing.throw_away(self._store, self, entry_id, "")
        except JournalError:
            return  # the store has told the window
        self._gone = entry_id
        self.refresh()
        self._undo_row.show()
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        speak.announce(self, tr("Thrown away."))

    def _fetch_back(self) -> None:
        if not self.settle():
            return
        try:
            throwing.fetch_back(self._store, self, self._gone, "")
        except JournalError:
            return  # the store has told the window
        self._undo_row.hide()
        self.refresh()
        self.rows[self._gone].focus()

    def _stepped(self) -> None:
        """Something was taken back or done again: show it."""
        if self.isVisible():
            self._undo_row.hide()
            self.refresh()

    def _make_undo(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, spacing=theme.px(12))
        self._undo = button(tr("Undo"), "link", icon="undo-2", name="advice.undo")
        self._undo.clicked.connect(self._fetch_back)
        flow.addWidget(Prose(tr("Thrown away."), "ui", "text2"))
        flow.addWidget(self._undo)
        holder.setContentsMargins(0, 0, 0, theme.px(8))
        holder.hide()
        return holder
