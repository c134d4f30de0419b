"""The page of what was written: list and reading view beside each other, or one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain.changes import Change
from journal.errors import JournalError
from journal.storage import entries
from journal.storage.entries import EntryLine
from journal.text import tr
from ui import theme, throwing
from ui.pages.reflections.listing import EntryList
from ui.pages.reflections.passages import title_of
from ui.pages.reflections.reading import Reading
from ui.store import Store
from ui.undoing import walk
from ui.widgets.arrow_button import back_button
from ui.widgets.speak import announce
from ui.widgets.words import button, words

FORMS = ("reflection", "note", "year_after")
LIST_WIDTH, READ_WIDTH, GAP, MARGIN = 336, 608, 24, 32
ONE_UNDER = 860


class ReflectionsPage(QWidget):
    """Signals: ``entry_requested(id)`` to write on, ``note_requested`` to write something new."""

    entry_requested = Signal(int)
    note_requested = Signal()
    reflect_requested = Signal(int, str)
    attachment_requested = Signal(int, str, int)
    evaluation_requested = Signal(int)
    papers_requested = Signal(int)
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._thrown = False
        self._one, self._reading_now = False, False
        self._has_bin = False
        self._undo = 0
        self.setObjectName("reflections")
        self._lay_out()
        store.changed.connect(self._someone_changed)
        store.undoing.stepped.connect(self._stepped)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal has now; the choice stays."""
        lines = self._store.read(entries.listed, self._store.journey_id, self._forms(), thrown_away=self._thrown)
        gone = self._thrown or bool(
            self._store.read(entries.listed, self._store.journey_id, self._forms(), thrown_away=True, limit=1)
        )
        before = self.list.line()
        self.list.show_lines(lines, before.id if before else 0)
        self._empty.setVisible(not lines)
        self._empty_words.setText(
            tr("Nothing has been thrown away.")
            if self._thrown
            else tr("After your first two-day session, what you wrote stands here.")
        )
        self._empty_note.setVisible(not self._thrown)
        self._has_bin = gone
        self._bin.setChecked(self._thrown)
        self._show_line(self.list.line())
        self._arrange()

    def _forms(self) -> tuple[str, ...]:
        guidance = self._store.guidance
        own = (form.id for form in (*guidance.own_forms(), *guidance.programme.earlier.forms))
        return tuple(dict.fromkeys([*FORMS, *guidance.reflection_ids(), *own]))

    def settle(self) -> bool:
        """Nothing is written on this page."""
        return True

    def choose(self, entry_id: int, *, reading: bool = False) -> None:
        """Show this entry; with ``reading`` its text, also where there is no room for the list beside it."""
        if reading and self._thrown:
            self._toggle_bin()
        self.list.choose(entry_id)
        if reading and self._one:
            self._reading_now = True
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two pages where there is no room for both."""
        super().resizeEvent(event)
        self._one = theme.is_large() or self.width() < ONE_UNDER
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Alt Left go back to the list; Ctrl Z takes the last thing back."""
        back = event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if back:
            self._to_list()
        elif not walk(self._store.undoing, event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, theme.px(30), MARGIN, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header())
        whole.addSpacing(theme.px(20))
        self._undo_panel = self._make_undo_panel()
        whole.addWidget(self._undo_panel)
        self._empty = self._make_empty()
        whole.addWidget(self._empty)
        across = QHBoxLayout()
        across.setSpacing(GAP)
        self.list = EntryList(self._store.guidance)
        self.list.chosen.connect(lambda _id: self._show_line(self.list.line()))
        self.list.opened.connect(self._open)
        across.addWidget(self.list)
        self._pane = QScrollArea()
        self._pane.setWidgetResizable(True)
        self._pane.setFrameShape(QFrame.Shape.NoFrame)
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading = Reading(self._store)
        self.reading.setProperty("ground", "none")
        self._pane.setAccessibleName(tr("What you wrote"))
        self._pane.setWidget(self.reading)
        self._pane.viewport().setAutoFillBackground(False)
        self._pane.setMaximumWidth(max(READ_WIDTH, theme.px(READ_WIDTH)) + theme.px(16))
        self.reading.write_requested.connect(self.entry_requested)
        self.reading.attachment_requested.connect(self.attachment_requested)
        self.reading.evaluation_requested.connect(self.evaluation_requested)
        self.reading.papers_requested.connect(self.papers_requested)
        self.reading.throw_requested.connect(self._throw_away)
        self.reading.fetch_requested.connect(self._fetch_back)
        self.reading.brought_back.connect(self._say_brought_back)
        across.addWidget(self._pane, 1)
        across.addStretch(0)
        self._across = across
        whole.addLayout(across, 1)

    def _header(self) -> QWidget:
        header = QWidget()
        header.setMaximumWidth(max(LIST_WIDTH + GAP + READ_WIDTH, theme.px(LIST_WIDTH + GAP + READ_WIDTH)))
        row = QHBoxLayout(header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        self._back = back_button(tr("All reflections"), name="reflections.back")
        self._back.clicked.connect(self._to_list)
        self._title = words(tr("Reflections"), "question")
        self._bin = button(tr("Thrown away"), "link", name="reflections.bin")
        self._bin.setCheckable(True)
        self._bin.clicked.connect(self._toggle_bin)
        self._note = button(tr("Write something down"), icon="pen-line", name="reflections.note")
        self._note.clicked.connect(self.note_requested)
        row.addWidget(self._back)
        self._head_gap = QWidget()
        row.addWidget(self._head_gap, 1)
        row.addWidget(self._title, 1)
        row.addWidget(self._bin)
        row.addWidget(self._note)
        return header

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, theme.px(32), 0, 0)
        column.setSpacing(theme.px(20))
        self._empty_words = words("", "read", "text2", name="reflections.empty")
        self._empty_note = button(tr("Write something down"), "primary", name="reflections.first")
        self._empty_note.clicked.connect(self.note_requested)
        column.addWidget(self._empty_words)
        column.addWidget(self._empty_note, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return empty

    def _make_undo_panel(self) -> QWidget:
        panel = QFrame()
        panel.setProperty("kind", "card")
        row = QHBoxLayout(panel)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        self._undo_words = words("", "ui", name="reflections.thrown")
        fetch = button(tr("Fetch back"), "text", icon="undo-2", name="reflections.undo")
        fetch.clicked.connect(self._take_back)
        row.addWidget(self._undo_words, 1)
        row.addWidget(fetch)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(0, 0, 0, theme.px(12))
        around.addWidget(panel)
        holder.hide()
        return holder

    def _arrange(self) -> None:
        filled = self.list.line() is not None
        reading = self._one and self._reading_now and filled
        self.list.setVisible(filled and not reading)
        self._pane.setVisible(filled and (not self._one or reading))
        self._back.setVisible(reading)
        self._title.setVisible(not reading)
        self._head_gap.setVisible(reading)
        self._note.setVisible(filled and not self._thrown and not reading)
        self._bin.setVisible(self._has_bin and not reading)
        self._across.setStretch(0, 1000 if self._one else 0)
        self.list.setMaximumWidth(16_777_215 if self._one else LIST_WIDTH)
        self.list.setMinimumWidth(0 if self._one else LIST_WIDTH)

    def _show_line(self, line: EntryLine | None) -> None:
        if line is not None:
            self.reading.show_entry(line, thrown_away=self._thrown)
            self._pane.verticalScrollBar().setValue(0)

    def _open(self, entry_id: int) -> None:
        if self._one and not self._reading_now:
            self._reading_now = True
            self._arrange()
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._thrown:
            self.entry_requested.emit(entry_id)

    def _to_list(self) -> None:
        self._reading_now = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_bin(self) -> None:
        self._thrown, self._reading_now = not self._thrown, False
        self._undo_panel.hide()
        self._title.setText(tr("Thrown away") if self._thrown else tr("Reflections"))
        self._bin.setText(tr("All reflections") if self._thrown else tr("Thrown away"))
        self.refresh()

    def _throw_away(self, entry_id: int) -> None:
        try:
            throwing.throw_away(self._store, self, entry_id, title := self._title_of_line())
        except JournalError:
            return  # the store has told the window; all stays as it is
        self._undo, self._reading_now = entry_id, False
        self._undo_words.setText(tr("Thrown away: {title}", title=title))
        self._undo_panel.show()
        announce(self, self._undo_words.text())
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fetch_back(self, entry_id: int) -> None:
        try:
            throwing.fetch_back(self._store, self, entry_id, self._title_of_line())
        except JournalError:
            return  # the store has told the window; all stays as it is
        self._undo = 0
        self._undo_panel.hide()
        if self._thrown:
            self._toggle_bin()
        else:
            self.refresh()
        self.choose(entry_id)

    def _take_back(self) -> None:
        """Fetch back what was just thrown away."""
        if not self._store.undoing.undo():
            self._fetch_back(self._undo)

    def _stepped(self) -> None:
        """Something was taken back or done again: show it."""
        back, self._undo = self._undo, 0
        self._undo_panel.hide()
        if self.isVisible():
            self.refresh()
            if back:
                self.choose(back)

    def _title_of_line(self) -> str:
        line = self.list.line()
        return title_of(line, self._store.guidance) if line else ""

    def hideEvent(self, event: QHideEvent) -> None:
        """What was just thrown away is fetched back later from where it lies."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._undo = 0
            self._undo_panel.hide()

    def _say_brought_back(self) -> None:
        self.refresh()
        announce(self, tr("Put back. What stood there is now among the earlier versions."))

    def _someone_changed(self, what: Change, by: object) -> None:
        if by is not self and by is not self.reading and self.isVisible() and what & (Change.ENTRIES | Change.ANSWERS):
            self.refresh()
