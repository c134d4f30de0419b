"""The questions of a case in their parts: the loop on top, what the method asks, and more for who likes."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal import dates
from journal.domain import case_form
from journal.domain.case_form import Part, Section
from journal.domain.guidance import Prompt
from journal.domain.guidance_checks import GROUP_QUESTION
from journal.domain.guidance_methods import Method
from journal.storage import cases, questions, remarks
from journal.storage.cases import Loop
from journal.text import say, tr
from ui import theme
from ui.icons import icon
from ui.pages.case.field import Field
from ui.store import Store
from ui.widgets.barred import Barred
from ui.widgets.gentle_checks import GentleCheck
from ui.widgets.prose import Prose
from ui.widgets.remark_cards import RemarkCards, by_prompt
from ui.widgets.words import button, rule

_TIE = "case.tie"


@dataclass(frozen=True)
class Stop:
    """One place in the rail: a question that the method asks, or questions that stand together."""

    id: str
    title: str
    prompts: tuple[str, ...]


class Body(QWidget):
    """All fields of a case, in the order of the page. ``moved(prompt id, by)`` on Ctrl (Shift) Enter."""

    moved = Signal(str, int)
    harvest_requested = Signal()

    def __init__(self, store: Store, entry_id: int, method: Method | None, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._store, self._entry_id, self._method = store, entry_id, method
        self._texts = texts
        self.fields: dict[str, Field] = {}
        self.folded: tuple[str, ...] = ()
        self._stops: list[Stop] = []
        self._loop: Loop | None = store.read(cases.loop, entry_id)
        self._said = by_prompt(store.read(remarks.beside_entry, store.journey_id, entry_id))
        filled = {id_ for id_, text in texts.items() if text.strip()}
        found = case_form.sections(store.guidance.form("case"), method, filled, again=self._loop is not None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for section in found:
            if section.part is Part.LOOP:
                self._add_loop(section)
        for section in found:
            if section.part is Part.ASKED:
                self._add_asked(section)
        self._add_more([section for section in found if section.part is Part.MORE])
        self.unfold(not filled.isdisjoint(self.folded))

    def unfold(self, on: bool) -> None:
        """Show or hide what the method does not ask."""
        self._more.setVisible(on)
        self.fold.setChecked(on)
        self.fold.setIcon(icon("chevron-down" if on else "chevron-right", "accent", 18))
        self.fold.setText(tr("Fewer fields") if on else tr("More fields"))

    def shown(self) -> list[str]:
        """The prompts that are there to see, in order."""
        return [id_ for id_ in self.fields if self.fold.isChecked() or id_ not in self.folded]

    def stops(self) -> list[Stop]:
        """The places in the rail."""
        return [stop for stop in self._stops if self.fold.isChecked() or stop.prompts[0] not in self.folded]

    def _add_loop(self, section: Section) -> None:
        assert section.step is not None
        self._heading(self._column, say(section.step.title), say(section.step.hint))
        self._stop(section)
        loop = self._loop
        if loop is not None and loop.met_on is not None:
            self._column.addSpacing(theme.px(4))
            self._column.addWidget(Prose(tr("You met on {day}.", day=dates.middle(loop.met_on)), "caption", "text3"))
        if loop is not None and not loop.pieces:
            write = button(tr("Write down what that meeting yielded"), "link", name="case.harvest")
            write.setMinimumHeight(theme.px(32))
            write.clicked.connect(self.harvest_requested)
            self._column.addSpacing(theme.px(4))
            self._column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        for prompt in section.prompts:
            field = self._add(self._column, prompt)
            for piece in loop.pieces if loop else ():
                if piece.target == prompt.id:
                    field.propose(piece, tr("From your harvest"))
        self._column.addSpacing(theme.px(32))
        self._column.addWidget(rule())
        self._column.addSpacing(theme.px(28))

    def _add_asked(self, section: Section) -> None:
        named = tr("Your method: {method}", method=say(self._method.name)) if self._method else tr("Your case")
        hint = tr("This is what your group needs first. A few sentences a question are enough.")
        self._heading(self._column, named, hint)
        for prompt in section.prompts:
            self._stops.append(Stop(prompt.id, say(prompt.label or prompt.ask), (prompt.id,)))
            self._add(self._column, prompt)

    def _add_more(self, found: list[Section]) -> None:
        self.fold = button(tr("More fields"), "link", name="case.more")
        self.fold.setMinimumHeight(theme.px(40))
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self.unfold)
        self._column.addSpacing(theme.px(28))
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.fold.setVisible(bool(found))
        self._more = QWidget()
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        before = set(self.fields)
        for section in found:
            assert section.step is not None
            column.addSpacing(theme.px(20))
            self._heading(column, say(section.step.title), "")
            self._stop(section)
            for prompt in section.prompts:
                self._add(column, prompt)
        self.folded = tuple(id_ for id_ in self.fields if id_ not in before)
        self._column.addWidget(self._more)

    def _stop(self, section: Section) -> None:
        ids = tuple(prompt.id for prompt in section.prompts)
        self._stops.append(Stop(ids[0], say(section.step.title) if section.step else "", ids))

    def _heading(self, column: QVBoxLayout, title: str, hint: str) -> None:
        column.addWidget(Prose(title, "card_title"))
        if hint:
            column.addSpacing(theme.px(2))
            column.addWidget(Prose(hint, "ui", "text2"))

    def _add(self, column: QVBoxLayout, prompt: Prompt) -> Field:
        field = Field(self._store, self._entry_id, prompt, self._texts.get(prompt.id, ""))
        field.moved.connect(lambda by: self.moved.emit(prompt.id, by))
        if prompt.id == GROUP_QUESTION:
            check = GentleCheck(self._store.guidance, field.edit, name="case.check", prompt_id=prompt.id)
            field.below.addWidget(check)
        if prompt.id == _TIE:
            now = self._store.read(questions.current, self._store.journey_id)
            if now is not None:
                field.lay_beside(Barred(tr("My learning question"), now.text, name="case.learning_question"))
        if prompt.id in self._said:
            field.below.addWidget(RemarkCards(self._said[prompt.id], name=f"{prompt.id}.remarks"))
        self.fields[prompt.id] = field
        column.addSpacing(theme.px(22))
        column.addWidget(field)
        return field
