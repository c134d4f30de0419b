"""The next step: small, with a moment and a sign; it can become an experiment. Then a closing line."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.clean_text import first_line
from journal.domain.guidance import Step
from journal.errors import JournalError
from journal.storage import entries, experiments
from journal.text import tr
from ui import theme
from ui.pages.reflection.step import CHOSEN, StepView
from ui.pages.reflection.written import Written
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.speak import announce
from ui.widgets.words import button, rule, words

WILL, WHEN, CLOSING = "next.will", "next.when", "next.closing"
_TITLE_SIGNS = 80


class NextStep(StepView):
    """The prompts of the step; after the last but one the offer to make it an experiment."""

    def __init__(self, step: Step, written: Written) -> None:
        super().__init__(step, written)
        self.add_head()
        self._by_prompt: dict[str, AnswerEdit] = {}
        for i, prompt in enumerate(step.prompts):
            if prompt.id == CLOSING:
                self._add_experiment()
                self.column.addSpacing(theme.px(24))
                self.column.addWidget(rule())
            self.column.addSpacing(theme.px(20 if i == 0 else 22))
            if prompt.kind in CHOSEN:
                self.add_choice(prompt, labelled=True)
            else:
                self._by_prompt[prompt.id] = self.add_answer(prompt, labelled=True, min_lines=2)
        if CLOSING not in self._by_prompt:
            self._add_experiment()
        self.column.addStretch(1)
        if WILL in self._by_prompt:
            self._by_prompt[WILL].textChanged.connect(self._show_offer)
        self._experiment_exists = self._has_experiment()
        self._show_offer()

    def refresh(self) -> None:
        """Show what the journal has now."""
        self.refresh_choices()
        for prompt_id, field in self._by_prompt.items():
            field.show_text(self.written.text(prompt_id))
        self._experiment_exists = self._has_experiment()
        self._show_offer()

    def _add_experiment(self) -> None:
        self.column.addSpacing(theme.px(20))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        self._make = button(tr("Make this an experiment"), icon="flask-conical", name="reflection.experiment")
        self._make.clicked.connect(self._begin_experiment)
        self._said = words("", "caption", "text3", name="reflection.experiment.said")
        row.addWidget(self._make)
        row.addWidget(self._said, 1)
        self.column.addWidget(line)

    def _show_offer(self) -> None:
        will = self._by_prompt.get(WILL)
        empty = will is None or will.is_empty()
        self._make.setVisible(not self._experiment_exists)
        self._make.setEnabled(not empty)
        if self._experiment_exists:
            self._said.setText(tr("This is now an experiment. You find it under Webinars and experiments."))
        else:
            self._said.setText(tr("First write down what you will try.") if empty else "")

    def _has_experiment(self) -> bool:
        store = self.written.store
        found = store.read(experiments.listed, store.journey_id)
        made_here = self.written.entry_id
        return any(store.read(entries.whole, line.entry_id).entry.caused_by_id == made_here for line in found)

    def _begin_experiment(self) -> None:
        if not self.settle():
            return
        store, will, when = self.written.store, self.written.text(WILL), self.written.text(WHEN)
        try:
            store.do(
                experiments.begin,
                self,
                store.journey_id,
                on=store.today(),
                title=first_line(will, _TITLE_SIGNS),
                action="\n".join(part for part in (will, when) if part.strip()),
                caused_by_id=self.written.entry_id,
            )
        except JournalError:
            return  # the store has told the page; the button stays
        self._experiment_exists = True
        self._show_offer()
        announce(self, self._said.text())
        self.changed.emit()


def closing_line(written: Written) -> str:
    """The sentence that was written to close with."""
    return written.text(CLOSING).strip()


def is_next(step: Step) -> bool:
    """Whether this is the step with the small plan."""
    return any(prompt.id == WILL for prompt in step.prompts)
