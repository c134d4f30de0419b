"""What every step of the writing page has in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal.domain.guidance import Prompt, Step
from journal.text import say, tr
from ui import theme
from ui.pages.reflection.written import Written
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.checklist import Checklist
from ui.widgets.underlined import Underlined
from ui.widgets.words import words
from ui.widgets.x_curve import XCurve

CHOSEN = frozenset({"choice", "checklist", "curve"})
"""Kinds of prompts that are not answered by writing."""
WIDTH = 640
WIDEST = 952


class StepView(QWidget):
    """One step. ``advance_requested`` past its last field, ``back_requested`` before its first.

    ``changed`` after something was saved; ``step_requested(step id)`` for a jump,
    ``top_requested(widget)`` to scroll something to the top.
    """

    advance_requested = Signal()
    back_requested = Signal()
    changed = Signal()
    step_requested = Signal(str)
    top_requested = Signal(QWidget)
    has_aside = True

    def __init__(self, step: Step, written: Written, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.written = step, written
        self.fields: list[AnswerEdit] = []
        self.choices: dict[str, Checklist | XCurve] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, theme.px(22), 0, theme.px(16))
        self.column.setSpacing(0)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        if self.has_aside:
            self.setMaximumWidth(max(WIDTH, theme.px(WIDTH)))

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [field for field in (*self.fields, *self.choices.values()) if not field.settle()]

    def refresh(self) -> None:
        """Show what the journal has now."""

    def leave(self) -> None:
        """Another step is about to be shown."""

    def focus_text(self, *, last: bool = False) -> None:
        """Put the caret in the first field, or in the last."""
        first = self.step.prompts[0].id if self.step.prompts else ""
        if first in self.choices and not last:
            self.choices[first].focus_first()
        elif self.fields:
            self.fields[-1 if last else 0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.choices:
            next(iter(self.choices.values())).focus_first()

    def add_head(self, layout: QBoxLayout | None = None) -> None:
        """The question of the step, and its hint."""
        layout = layout or self.column
        asked = words(say(self.step.ask), "prompt", name=f"reflection.ask.{self.step.id}")
        layout.addWidget(asked)
        if self.step.hint:
            layout.addSpacing(1)
            layout.addWidget(words(say(self.step.hint), "ui", "text2"))

    def add_answer(self, prompt: Prompt, *, labelled: bool, min_lines: int = 8) -> AnswerEdit:
        """A field for a prompt, with its question as a label above it when the head does not ask it already."""
        line = prompt.kind == "line"
        field = AnswerEdit(
            lambda text: self.written.write(prompt.id, text),
            self.written.text(prompt.id),
            role="read" if line else "write",
            min_lines=1 if line else min_lines,
            one_line=line,
        )
        self.adopt(field, say(prompt.ask), f"reflection.text.{prompt.id}")
        field.setPlaceholderText(say(prompt.placeholder) if prompt.placeholder else tr("Write here…"))
        if labelled:
            label = words(say(prompt.ask), "ui_bold")
            label.setBuddy(field)
            self.column.addWidget(label)
            if prompt.hint:
                self.column.addWidget(words(say(prompt.hint), "caption", "text3"))
            self.column.addSpacing(theme.px(6))
        self.column.addWidget(Underlined(field) if line or labelled else field)
        return field

    def add_choice(self, prompt: Prompt, *, labelled: bool) -> None:
        """Things to choose from, or the X-curve, with its question above it when the head does not ask it already."""
        if labelled:
            self.column.addWidget(words(say(prompt.ask), "ui_bold"))
        if prompt.hint:
            self.column.addWidget(words(say(prompt.hint), "caption", "text3"))
        self.column.addSpacing(theme.px(6))
        text, name = self.written.text(prompt.id), f"reflection.choice.{prompt.id}"

        def save(answer: str) -> None:
            self.written.write(prompt.id, answer)

        made = XCurve(text, save, name=name) if prompt.kind == "curve" else Checklist(prompt, text, save, name=name)
        made.written.connect(lambda _text: self.changed.emit())
        self.choices[prompt.id] = made
        self.column.addWidget(made)

    def refresh_choices(self) -> None:
        """Show what the journal has now of what is chosen rather than written."""
        for prompt_id, made in self.choices.items():
            made.show_text(self.written.text(prompt_id))

    def adopt(self, field: AnswerEdit, spoken: str, name: str) -> None:
        """Name a field, and let Ctrl Enter walk from it to the next."""
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.written.connect(lambda _text: self.changed.emit())
        field.advance_requested.connect(lambda: self._walk(field, 1))
        field.back_requested.connect(lambda: self._walk(field, -1))
        self.fields.append(field)

    def _walk(self, field: AnswerEdit, by: int) -> None:
        field.settle()
        at = self.fields.index(field) + by
        if 0 <= at < len(self.fields):
            self.fields[at].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self.advance_requested if by > 0 else self.back_requested).emit()
