"""One experiment on a card: five rows that are written in place, and more for who wants it."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal import dates
from journal.domain.experiments import State, is_over
from journal.domain.guidance import Prompt
from journal.errors import JournalError
from journal.storage import answers, experiments
from journal.storage.experiments import ExperimentLine
from journal.text import say, tr
from ui import theme
from ui.pages.webinars.ending import Ending
from ui.pages.webinars.tag import Tag
from ui.pages.webinars.when import When
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.words import button, rule, words

_KNOWN = "experiment.known"


class ExperimentCard(QFrame):
    """``changed`` after a step in its life; ``follow_requested(entry id)`` and ``throw_requested(entry id)``."""

    changed = Signal()
    follow_requested = Signal(int)
    throw_requested = Signal(int)

    def __init__(self, store: Store, line: ExperimentLine, by: object, *, upright: bool) -> None:
        super().__init__()
        self._store, self._by, self._upright = store, by, upright
        self.line = line
        self.entry_id = line.entry_id
        self._name = f"experiment.{line.entry_id}"
        self._fields: dict[str, AnswerEdit] = {}
        self.setProperty("kind", "card")
        self.setObjectName(self._name)
        self._form = store.guidance.form(experiments.FORM)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(17))
        self._column.setSpacing(0)
        self._add_head()
        for prompt in self._form.steps[0].prompts[1:]:
            self._column.addWidget(rule())
            self._column.addWidget(self._row(prompt))
        self._column.addWidget(rule())
        self._more: QWidget | None = None
        self._ending = Ending(line.state, self._name, self._known_field, upright=upright)
        self._ending.state_chosen.connect(self._set_state)
        self._ending.follow_requested.connect(self._follow)
        self._ending.more_toggled.connect(self._show_more)
        self._column.addWidget(self._ending)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [field for field in self._fields.values() if not field.settle()]

    def field(self, prompt_id: str) -> AnswerEdit:
        """The field of a prompt; one of the folded ones unfolds them."""
        if prompt_id not in self._fields and prompt_id != _KNOWN:
            self._show_more(on=True)
        return self._fields.get(prompt_id) or self._fields[experiments.TITLE]

    def focus_title(self) -> None:
        """Put the caret in the name."""
        self.show()
        self._fields[experiments.TITLE].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, theme.px(9))
        row.setSpacing(theme.px(16))
        left = QVBoxLayout()
        left.setSpacing(1)
        left.addWidget(words(say(self._form.name), "caption", "text3"))
        title = self._make_field(self._form.steps[0].prompts[0], "card_title", one_line=True)
        title.setPlaceholderText(say(self._form.steps[0].prompts[0].ask))
        left.addWidget(title)
        row.addLayout(left, 1)
        self._tag = Tag(_tag_words(self.line))
        row.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(head)

    def _row(self, prompt: Prompt) -> FieldRow:
        field = self._make_field(prompt, "read_s")
        if prompt.placeholder:
            field.setPlaceholderText(say(prompt.placeholder))
        return FieldRow(say(prompt.label or prompt.ask), say(prompt.hint), field, upright=self._upright)

    def _make_field(self, prompt: Prompt, role: str, *, one_line: bool = False) -> AnswerEdit:
        field = AnswerEdit(
            lambda text: self._store.do(answers.write, self._by, self.entry_id, prompt.id, text),
            self.line.answers.get(prompt.id, ""),
            role=role,
            min_lines=1,
            one_line=one_line,
        )
        field.setObjectName(f"{self._name}.text.{prompt.id}")
        field.setAccessibleName(say(prompt.ask))
        field.advance_requested.connect(lambda: self._go(field, 1))
        field.back_requested.connect(lambda: self._go(field, -1))
        field.written.connect(lambda text: self.line.answers.__setitem__(prompt.id, text))
        self._fields[prompt.id] = field
        return field

    def _known_field(self) -> AnswerEdit:
        prompt = next(prompt for prompt in self._form.prompts() if prompt.id == _KNOWN)
        return self._make_field(prompt, "read_s")

    def _show_more(self, on: bool) -> None:
        if self._more is None:
            self._more = self._make_more()
            self._column.insertWidget(self._column.indexOf(self._ending), self._more)
        self._more.setVisible(on)

    def _make_more(self) -> QWidget:
        more = QWidget()
        column = QVBoxLayout(more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        when = When(self.line.first_on, self.line.until_on, self._store.today(), f"{self._name}.when")
        when.chosen.connect(self._set_dates)
        column.addWidget(when)
        for prompt in self._form.steps[1].prompts if len(self._form.steps) > 1 else ():
            column.addWidget(rule())
            column.addWidget(self._row(prompt))
        column.addWidget(rule())
        throw = button(tr("Throw away"), "text", icon="trash-2", name=f"{self._name}.throw")
        throw.clicked.connect(lambda: self.throw_requested.emit(self.entry_id))
        column.addWidget(throw, 0, Qt.AlignmentFlag.AlignLeft)
        return more

    def _go(self, field: AnswerEdit, by: int) -> None:
        fields = [known for known in self._fields.values() if known.isVisibleTo(self)]
        at = fields.index(field) + by
        if 0 <= at < len(fields):
            fields[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_state(self, state: str) -> None:
        try:
            self.settle()
            self._store.do(experiments.set_state, self._by, self.entry_id, state)
        except JournalError:
            return  # the store has told the window; the experiment stays as it is
        self._renew(state, self.line.first_on, self.line.until_on)
        self._fields.pop(_KNOWN, None)  # its field goes with the question; the answer stays
        self._ending.show_state(state)
        if state == State.STOPPED:
            self._fields[_KNOWN].show()  # a layout shows it later, and only what shows takes the keyboard
            self._fields[_KNOWN].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _set_dates(self, first: dt.date | None, until: dt.date | None) -> None:
        try:
            self._store.do(experiments.set_dates, self._by, self.entry_id, first, until)
        except JournalError:
            return  # the store has told the window; the fields can be tried again
        store, id_, before = self._store, self.entry_id, (self.line.first_on, self.line.until_on)
        store.undoing.did(
            tr("another day for this experiment"),
            lambda: store.do(experiments.set_dates, store.undoing, id_, *before),
            lambda: store.do(experiments.set_dates, store.undoing, id_, first, until),
            series=f"experiment {id_}",
        )
        self._renew(self.line.state, first, until)
        self.changed.emit()

    def _renew(self, state: str, first: dt.date | None, until: dt.date | None) -> None:
        line = self.line
        self.line = ExperimentLine(line.entry_id, line.title, state, first, until, line.answers, line.meeting_id)
        self._tag.say(_tag_words(self.line))

    def _follow(self) -> None:
        if self.settle():
            self.follow_requested.emit(self.entry_id)


def _tag_words(line: ExperimentLine) -> str:
    if line.state == State.STOPPED:
        return tr("stopped")
    if is_over(line.state):
        return tr("finished")
    return tr("runs until {day}", day=dates.middle(line.until_on)) if line.until_on else tr("running")
