"""One question of the guide to a learning question."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.guidance import Guidance, Step
from journal.domain.own_words import own_sentence
from journal.text import say, tr
from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.gentle_checks import GentleCheck
from ui.widgets.prose import Prose
from ui.widgets.starter_chips import StarterChips
from ui.widgets.writing_box import WritingBox


class GuideQuestion(QWidget):
    """The question, a field, and beginnings to choose from. ``is_last``: here it becomes the learning question."""

    advance_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, guidance: Guidance, step: Step, text: str, save: Callable[[str, str], object], *, is_last: bool
    ) -> None:
        super().__init__()
        prompt = step.prompts[0]
        self.edit = AnswerEdit(
            lambda written: save(prompt.id, written),
            text,
            role="question" if is_last else "write",
            min_lines=2 if is_last else 7,
        )
        self.edit.setObjectName(f"guide.text.{step.id}")
        self.edit.setAccessibleName(say(step.ask))
        self.edit.setAccessibleDescription(say(step.hint))
        self.edit.advance_requested.connect(self.advance_requested)
        self.edit.back_requested.connect(self.back_requested)
        starters = [say(starter) for starter in prompt.starters]
        self._chips = StarterChips(starters, self.edit, name=f"guide.starter.{step.id}", swaps=is_last)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_heading(step)
        if is_last:
            self._add_as_question(guidance)
        else:
            self._add_as_text()
        self._column.addStretch(1)

    def quote(self, text: str) -> None:
        """Read back one sentence of what was written at the first question."""
        sentence = own_sentence(text)
        self._own.setVisible(bool(sentence))
        self._quote.setText(f"“{sentence}”")

    def _add_heading(self, step: Step) -> None:
        self._column.addWidget(Prose(say(step.ask), "question"))
        self._column.addSpacing(theme.px(5))
        hint = Prose(say(step.hint), "ui", "text2")
        hint.setMaximumWidth(theme.px(640))
        self._column.addWidget(hint)
        self._column.addSpacing(theme.px(23))

    def _add_as_text(self) -> None:
        self._column.addWidget(WritingBox(self.edit, 300))
        self._column.addSpacing(theme.px(20))
        self._column.addWidget(Prose(tr("Cannot get going? Choose a beginning"), "caption", "text3"))
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(self._chips)

    def _add_as_question(self, guidance: Guidance) -> None:
        self._column.addWidget(Prose(tr("Choose a beginning or write it yourself"), "caption", "text3"))
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(self._chips)
        self._column.addSpacing(theme.px(20))
        self._column.addWidget(WritingBox(self.edit, 148))
        self._column.addWidget(GentleCheck(guidance, self.edit, name="guide.check"))
        self._column.addSpacing(theme.px(18))
        row = QHBoxLayout()
        row.setSpacing(16)
        if theme.is_large():
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        row.addWidget(_beside_it(), 1)
        self._add_own_words()
        row.addWidget(self._own)
        self._column.addLayout(row)

    def _add_own_words(self) -> None:
        self._own = QFrame()
        self._own.setProperty("kind", "panel")
        self._own.setObjectName("guide.own")
        if not theme.is_large():
            self._own.setFixedWidth(344)
        inside = QVBoxLayout(self._own)
        inside.setContentsMargins(theme.px(22), theme.px(17), theme.px(22), theme.px(18))
        inside.setSpacing(theme.px(6))
        self._quote = Prose("", "read_italic", "text2", name="guide.quote")
        inside.addWidget(Prose(tr("Your own words, just now"), "ui_bold"))
        inside.addWidget(self._quote)
        inside.addWidget(Prose(tr("Perhaps something of your question is in there."), "caption", "text3"))
        inside.addStretch(1)


def _beside_it() -> QWidget:
    """Three things to lay beside the question; nobody has to tick them."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Prose(tr("Lay this beside it"), "ui_bold"))
    for name, text in (
        ("open", tr("It is an open question")),
        ("unknown", tr("You do not know the answer yet")),
        ("you", tr("The question is about you")),
    ):
        tick = QCheckBox(text)
        tick.setObjectName(f"guide.beside.{name}")
        tick.setFont(theme.font("ui"))
        column.addSpacing(theme.px(9))
        column.addWidget(tick)
    column.addStretch(1)
    return made
