"""One advice: its words, from whom, what its receiver does with it, and later what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.guidance import Prompt
from journal.errors import JournalError
from journal.storage import advice, answers
from journal.storage.advice import AdviceLine, State
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.segments import Segments
from ui.widgets.words import button

_STATES = (State.OPEN, State.TAKEN, State.LEFT)


class AdviceRow(QWidget):
    """``experiment_requested(advice id)`` makes one or goes there; ``throw_requested(advice id)``."""

    experiment_requested = Signal(int)
    throw_requested = Signal(int)

    def __init__(self, store: Store, line: AdviceLine) -> None:
        super().__init__()
        self._store, self.line = store, line
        self._name = f"advice.{line.entry_id}"
        self.setObjectName(self._name)
        self.fields: dict[str, AnswerEdit] = {}
        prompts = {prompt.id: prompt for prompt in store.guidance.form(advice.FORM).prompts()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(12))
        column.setSpacing(0)
        column.addWidget(self._row(prompts[advice.TEXT], line.text))
        column.addWidget(self._row(prompts[advice.GIVER], line.giver))
        self._came = self._row(prompts[advice.CAME_OF_IT], line.came_of_it)
        column.addWidget(self._make_states())
        column.addWidget(self._came)
        column.addSpacing(theme.px(8))
        column.addWidget(self._make_buttons())
        self._show_state(line.state)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [field for field in self.fields.values() if not field.settle()]

    def focus(self) -> None:
        """Put the caret in the advice."""
        self.fields[advice.TEXT].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, prompt: Prompt, text: str) -> FieldRow:
        line = prompt.kind == "line"

        def save(written: str) -> object:
            return self._store.do(answers.write, self, self.line.entry_id, prompt.id, written)

        field = AnswerEdit(save, text, role="read_s", min_lines=1, one_line=line)
        field.setObjectName(f"{self._name}.{prompt.id}")
        field.setAccessibleName(say(prompt.ask))
        field.setAccessibleDescription(say(prompt.hint))
        field.setPlaceholderText(say(prompt.placeholder) or say(prompt.ask))
        self.fields[prompt.id] = field
        return FieldRow(say(prompt.label or prompt.ask), "", field, upright=theme.is_large())

    def _make_states(self) -> QWidget:
        words = (tr("Still open"), tr("I use it"), tr("I leave it"))
        self.states = Segments(words, name=f"{self._name}.state")
        self.states.setAccessibleName(tr("What do you do with it?"))
        self.states.setMaximumWidth(theme.px(440))
        self.states.chosen.connect(self._choose)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(8), 0, theme.px(4))
        column.addWidget(self.states)
        return holder

    def _make_buttons(self) -> QWidget:
        made = self.line.experiment_id is not None
        words = tr("Go to the experiment") if made else tr("Make it an experiment")
        experiment = button(words, "link", icon="flask-conical", name=f"{self._name}.experiment")
        experiment.setAccessibleName(f"{words}: {self.line.text}")
        experiment.clicked.connect(lambda: self.experiment_requested.emit(self.line.entry_id))
        throw = button(tr("Throw away"), "link", icon="trash-2", name=f"{self._name}.throw")
        throw.setAccessibleName(f"{tr('Throw away')}: {self.line.text}")
        throw.clicked.connect(lambda: self.throw_requested.emit(self.line.entry_id))
        holder = QWidget()
        flow = Flow(holder, spacing=theme.px(24))
        flow.addWidget(experiment)
        flow.addWidget(throw)
        return holder

    def _choose(self, index: int) -> None:
        try:
            self._store.do(advice.set_state, self, self.line.entry_id, _STATES[index])
        except JournalError:
            self._show_state(self.line.state)  # the store has told the window
            return
        self._show_state(_STATES[index])

    def _show_state(self, state: str) -> None:
        self.states.set_current(_STATES.index(State(state)))
        came = self.fields[advice.CAME_OF_IT]
        self._came.setVisible(state == State.TAKEN or not came.is_empty())
