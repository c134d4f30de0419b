"""The themes: words first, and for who wants one, a word on the line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal.domain.guidance import Step, Theme
from journal.errors import JournalError
from journal.storage import journeys, marks
from journal.text import say, tr
from ui import theme
from ui.pages.reflection.beginning import Beginning, is_last_of_several
from ui.pages.reflection.step import StepView
from ui.pages.reflection.written import Written
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.theme_mark import ThemeMark
from ui.widgets.words import rule, words

_LABEL = 268


class ThemesStep(StepView):
    """Per theme its name and question, a field, and the five words."""

    has_aside = False

    def __init__(self, step: Step, written: Written) -> None:
        super().__init__(step, written)
        self.marks: dict[str, ThemeMark] = {}
        self.beginnings: dict[str, Beginning] = {}
        self.add_head()
        self.column.addSpacing(theme.px(23))
        for found in written.store.guidance.programme.themes:
            self._add_theme(found)
        meetings = written.store.read(journeys.meetings, written.store.journey_id)
        if is_last_of_several(written.meeting, meetings):
            self._add_beginnings()
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what the journal has now."""
        for found, field in zip(self.written.store.guidance.programme.themes, self.fields, strict=True):
            field.show_text(self.written.text(found.prompt.id))
            self._show_mark(found, field)

    def leave(self) -> None:
        """A chosen word without words of one's own beside it goes when one leaves the step."""
        for found, field in zip(self.written.store.guidance.programme.themes, self.fields, strict=True):
            if field.is_empty() and found.id in self.written.marks:
                self._mark(found, None)
            if field.is_empty() and found.id in self.beginnings:
                self._mark_beginning(found, None)

    def _add_theme(self, found: Theme) -> None:
        self.column.addWidget(rule())
        block = QWidget()
        direction = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction, block)
        row.setContentsMargins(0, theme.px(16), 0, theme.px(15))
        row.setSpacing(theme.px(8) if theme.is_large() else 0)
        row.addWidget(self._label(found), 0, Qt.AlignmentFlag.AlignTop)
        field = AnswerEdit(
            lambda text: self.written.write(found.prompt.id, text),
            self.written.text(found.prompt.id),
            role="read",
            min_lines=2,
        )
        self.adopt(field, f"{say(found.name)}. {say(found.prompt.ask)}", f"reflection.text.{found.prompt.id}")
        field.setPlaceholderText(tr("Write here in your own words…"))
        words_of = [say(mark) for mark in self.written.store.guidance.marks]
        mark = ThemeMark(
            words_of, theme_name=say(found.name), earlier=self._earlier(found), name=f"reflection.mark.{found.id}"
        )
        self.marks[found.id] = mark
        mark.marked.connect(lambda level: self._mark(found, level))
        field.textChanged.connect(lambda: self._show_mark(found, field))
        right = QVBoxLayout()
        right.setSpacing(theme.px(10))
        right.addWidget(field)
        right.addWidget(mark)
        row.addLayout(right, 1)
        self.column.addWidget(block)
        self._show_mark(found, field)

    def _add_beginnings(self) -> None:
        """After all themes, so that nothing stands between one's words and the next question."""
        themes = self.written.store.guidance.programme.themes
        words_of = [say(mark) for mark in self.written.store.guidance.marks]
        self.column.addWidget(rule())
        self.column.addSpacing(theme.px(16))
        self.column.addWidget(words(tr("Where do you now think you were at the beginning?"), "card_title"))
        self.column.addWidget(words(tr("Looking back, yardsticks shift. That is worth seeing."), "ui", "text2"))
        for found, field in zip(themes, self.fields, strict=True):
            beginning = Beginning(words_of, theme_name=say(found.name), name=f"reflection.beginning.{found.id}")
            beginning.marked.connect(lambda level, found=found: self._mark_beginning(found, level))
            self.beginnings[found.id] = beginning
            self.column.addSpacing(theme.px(10))
            self.column.addWidget(beginning)
            self._show_mark(found, field)

    def _label(self, found: Theme) -> QWidget:
        label = QWidget()
        column = QVBoxLayout(label)
        column.setContentsMargins(0, theme.px(2), 0 if theme.is_large() else theme.px(16), 0)
        column.setSpacing(theme.px(2))
        column.addWidget(words(say(found.name), "card_title"))
        column.addWidget(words(say(found.prompt.ask), "caption", "text2"))
        if not theme.is_large():
            label.setFixedWidth(theme.px(_LABEL))
        return label

    def _earlier(self, found: Theme) -> tuple[str, str] | None:
        guidance = self.written.store.guidance
        known = {session.id for session in guidance.programme.sessions}
        mine = self.written.entry
        for note in reversed(self.written.store.read(marks.history, self.written.store.journey_id)):
            before = (note.on, note.entry_id) < (mine.written_on, self.written.entry_id)
            if before and note.theme_id == found.id and note.level and note.session_id in known:
                session = say(guidance.session(note.session_id).name)
                return session[:1].lower() + session[1:], say(guidance.marks[note.level - 1])
        return None

    def _show_mark(self, found: Theme, field: AnswerEdit) -> None:
        mark = self.marks[found.id]
        level = self.written.marks.get(found.id)
        mark.set_open(is_open=not field.is_empty())
        mark.set_level(None if field.is_empty() else level)
        if found.id in self.beginnings:
            chosen = self.written.store.read(marks.beginnings_in, self.written.entry_id).get(found.id)
            self.beginnings[found.id].show_mark(chosen, is_open=not field.is_empty())

    def _mark(self, found: Theme, level: int | None) -> None:
        try:
            self.settle()
            self.written.mark(found.id, level)
        except JournalError:
            pass  # the store has told the page; the line shows what the journal has
        self.marks[found.id].set_level(self.written.marks.get(found.id))
        self.changed.emit()

    def _mark_beginning(self, found: Theme, level: int | None) -> None:
        try:
            self.settle()
            self.written.mark_beginning(found.id, level)
        except JournalError:
            pass  # the store has told the page; the line shows what the journal has
        self.refresh()
        self.changed.emit()
