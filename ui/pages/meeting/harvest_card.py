"""One step of the harvest on a card: its questions, written in place."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.domain.guidance import Prompt, Step
from journal.text import say
from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.prose import Prose
from ui.widgets.words import rule

Save = Callable[[str, str], object]


class HarvestCard(QFrame):
    """``moved(prompt id, by)`` on Ctrl (Shift) Enter. Put what else belongs to the step into ``foot``."""

    moved = Signal(str, int)

    def __init__(self, step: Step, texts: Mapping[str, str], save: Save) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"meeting.{step.id}")
        self._save = save
        self.fields: dict[str, AnswerEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(17))
        column.setSpacing(0)
        column.addWidget(Prose(say(step.title), "card_title"))
        if step.hint:
            column.addSpacing(theme.px(2))
            column.addWidget(Prose(say(step.hint), "ui", "text2"))
        column.addSpacing(theme.px(10))
        for prompt in step.prompts:
            column.addWidget(rule())
            column.addWidget(self._row(prompt, texts.get(prompt.id, "")))
        self.foot = QVBoxLayout()
        self.foot.setSpacing(0)
        column.addLayout(self.foot)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what the journal has; what is not saved yet stays."""
        for prompt_id, field in self.fields.items():
            if not field.is_dirty() and field.text() != texts.get(prompt_id, ""):
                field.show_text(texts.get(prompt_id, ""))

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [field for field in self.fields.values() if not field.settle()]

    def _row(self, prompt: Prompt, text: str) -> QWidget:
        line = prompt.kind == "line"
        field = AnswerEdit(
            lambda written: self._save(prompt.id, written),
            text,
            role="read_s",
            min_lines=1 if line else 2,
            one_line=line,
        )
        field.setObjectName(prompt.id)
        field.setAccessibleName(say(prompt.ask))
        field.setAccessibleDescription(say(prompt.hint))
        field.setPlaceholderText(say(prompt.placeholder) or say(prompt.ask))
        field.advance_requested.connect(lambda: self.moved.emit(prompt.id, 1))
        field.back_requested.connect(lambda: self.moved.emit(prompt.id, -1))
        self.fields[prompt.id] = field
        return FieldRow(say(prompt.label or prompt.ask), say(prompt.hint), field, upright=theme.is_large())
