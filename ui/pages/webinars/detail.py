"""One webinar: its assignment, the sheet after it, and what was tried because of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.storage import webinars
from journal.storage.experiments import ExperimentLine
from journal.text import say, tr
from ui import theme
from ui.pages.webinars.cards import make_card
from ui.pages.webinars.experiment_card import ExperimentCard
from ui.pages.webinars.sheet import Sheet
from ui.pages.webinars.standing import WebinarLine, heading
from ui.store import Store
from ui.widgets.words import button, clear, words


class WebinarDetail(QWidget):
    """Shows one webinar. ``begin_requested(meeting id)`` for an experiment; the rest comes from its cards."""

    begin_requested = Signal(int)
    entry_requested = Signal(int)
    follow_requested = Signal(int)
    throw_requested = Signal(int)
    changed = Signal()

    def __init__(self, store: Store, by: object) -> None:
        super().__init__()
        self._store, self._by = store, by
        self.cards: list[ExperimentCard] = []
        self.sheet: Sheet | None = None
        self.meeting_id = 0
        self._notes: QPushButton | None = None
        self._line: WebinarLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.px(32))
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_webinar(self, line: WebinarLine, experiments: Sequence[ExperimentLine]) -> None:
        """Show a webinar and its experiments, the running ones first."""
        self.empty()
        self._line, self.meeting_id = line, line.meeting_id
        self._add_head(line)
        if line.coming:
            self._column.addSpacing(theme.px(16))
            self._column.addWidget(words(tr("Afterwards you find the assignment here."), "read", "text2"))
        else:
            if line.assignment:
                self._column.addSpacing(theme.px(9))
                self._column.addWidget(words(line.assignment, "read", name="webinars.assignment"))
            self._add_looked_back(line)
            holder = QWidget()
            self._place = QVBoxLayout(holder)
            self._place.setContentsMargins(0, 0, 0, 0)
            self._column.addWidget(holder)
        self._add_experiments(line, experiments)
        self._column.addStretch(1)

    def empty(self) -> None:
        """Show nothing; what was written is saved before."""
        clear(self)
        self.cards, self.sheet, self._line, self._notes = [], None, None, None

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        saved = [card.settle() for card in self.cards]
        return all(saved) and (self.sheet is None or self.sheet.settle())

    def open_notes(self, *, focus: bool = True) -> Sheet | None:
        """Unfold the sheet."""
        if self._notes is not None:
            self._notes.setChecked(True)
        if self.sheet is not None and focus:
            self.sheet.focus_first()
        return self.sheet

    def focus_first(self) -> None:
        """Give the keyboard to the first control."""
        first = next((child for child in self.findChildren(QPushButton) if child.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_head(self, line: WebinarLine) -> None:
        top = QWidget()
        across = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(across, top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        left = QVBoxLayout()
        left.setSpacing(theme.px(2))
        left.addWidget(words(heading(line.webinar.meeting, line.name), "caption", "text3"))
        left.addWidget(words(line.title, "card_title", name="webinars.title"))
        row.addLayout(left, 1)
        if not line.coming or line.webinar.written:
            self._notes = button(tr("Notes"), "text", icon="pen-line", name="webinars.notes")
            self._notes.setCheckable(True)
            self._notes.toggled.connect(self._show_sheet)
            row.addWidget(self._notes, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(top)

    def _add_looked_back(self, line: WebinarLine) -> None:
        """What was written with the programme's own form for this session."""
        for written in line.webinar.written:
            if written.form_id in {webinars.SHEET, webinars.NOTE}:
                continue
            label = tr(
                "Also written: {title}", title=written.title or say(self._store.guidance.form(written.form_id).name)
            )
            link = button(label, "text", icon="page", name=f"webinars.written.{written.entry_id}")
            link.clicked.connect(lambda _checked=False, id_=written.entry_id: self.entry_requested.emit(id_))
            self._column.addSpacing(theme.px(9))
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_experiments(self, line: WebinarLine, experiments: Sequence[ExperimentLine]) -> None:
        for experiment in experiments:
            self._column.addSpacing(theme.px(14))
            card = make_card(self._store, experiment, self._by, self)
            self.cards.append(card)
            self._column.addWidget(card)
        if not experiments and not line.coming:
            self._column.addSpacing(theme.px(24))
            self._column.addWidget(words(no_experiment(), "read", "text2", name="webinars.empty"))
            self._column.addSpacing(theme.px(16))
            begin = button(tr("Begin an experiment"), "primary", icon="flask-conical", name="webinars.begin")
            begin.clicked.connect(lambda: self.begin_requested.emit(self.meeting_id))
            self._column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_sheet(self, on: bool) -> None:
        if self.sheet is None and on and self._line is not None:
            notes = [written for written in self._line.webinar.written if written.form_id == webinars.NOTE]
            self.sheet = Sheet(
                self._store, self.meeting_id, self._line.webinar.sheet_id, notes, self._by, upright=theme.is_large()
            )
            self.sheet.entry_requested.connect(self.entry_requested)
            self.sheet.written.connect(self.changed)
            self._place.addSpacing(theme.px(14))
            self._place.addWidget(self.sheet)
        if self.sheet is not None:
            self.sheet.setVisible(on)
            if on:
                self.sheet.focus_first()
            else:
                self.sheet.settle()


def no_experiment() -> str:
    """What stands where an experiment could be."""
    return tr("No experiment yet. Small is good: something that you can try this week in half an hour.")
