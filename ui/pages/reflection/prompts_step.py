"""A step that asks one thing, or a few: the moment, the three short questions, free writing, a note."""

from journal.domain.guidance import Step
from journal.text import say, tr
from ui import theme
from ui.pages.reflection.step import CHOSEN, StepView
from ui.pages.reflection.written import Written
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.underlined import Underlined
from ui.widgets.words import words


class PromptsStep(StepView):
    """The prompts of a step under each other. ``titled``: with a name for the whole entry above them."""

    def __init__(self, step: Step, written: Written, *, titled: bool = False) -> None:
        super().__init__(step, written)
        self.add_head()
        if titled:
            self._add_title()
        for i, prompt in enumerate(step.prompts):
            self.column.addSpacing(theme.px(20 if i == 0 else 28))
            labelled = say(prompt.ask) != say(step.ask)
            if prompt.kind in CHOSEN:
                self.add_choice(prompt, labelled=labelled)
            else:
                self.add_answer(prompt, labelled=labelled, min_lines=8 if len(step.prompts) == 1 else 3)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what the journal has now."""
        self.refresh_choices()
        for prompt in self.step.prompts:
            for field in self.fields:
                if field.objectName() == f"reflection.text.{prompt.id}":
                    field.show_text(self.written.text(prompt.id))

    def _add_title(self) -> None:
        self.column.addSpacing(theme.px(20))
        self.column.addWidget(words(tr("Give it a name"), "ui_bold"))
        self.column.addSpacing(theme.px(6))
        field = AnswerEdit(self.written.set_title, self.written.entry.title, role="read", min_lines=1, one_line=True)
        self.adopt(field, tr("Give it a name"), "reflection.title")
        field.setPlaceholderText(tr("May stay empty"))
        self.column.addWidget(Underlined(field))

    def focus_text(self, *, last: bool = False) -> None:
        """The text itself comes before the name of it."""
        texts = [field for field in self.fields if field.objectName() != "reflection.title"]
        if texts and not last:
            texts[0].setFocus()
        else:
            super().focus_text(last=last)
