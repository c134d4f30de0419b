"""The questions of the place, one open at a time; with two places the questions of both."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.guidance import Stage, Step
from journal.text import say, tr
from ui import theme
from ui.pages.reflection.step import StepView
from ui.pages.reflection.written import Written
from ui.widgets.accordion import Accordion
from ui.widgets.travel_advice import TravelAdvice
from ui.widgets.words import button, clear, words


class StageStep(StepView):
    """Per stage its name and its questions. Without a place it says where to choose one."""

    def __init__(self, step: Step, written: Written) -> None:
        super().__init__(step, written)
        self.column.setContentsMargins(0, theme.px(28), 0, theme.px(32))
        self._shown: tuple[str, ...] | None = None
        self._accordions: list[Accordion] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the questions of the places that are chosen now."""
        stages = self.written.stages
        ids = tuple(stage.id for stage in stages)
        if ids == self._shown:
            for accordion in self._accordions:
                for prompt_id in accordion.states():
                    settled = prompt_id in self.written.peace
                    accordion.set_answer(prompt_id, self.written.text(prompt_id), settled=settled)
            return
        self.settle()
        clear(self)
        self._shown, self._accordions, self.fields = ids, [], []
        if not stages:
            self._ask_for_place()
        for i, stage in enumerate(stages):
            self._add_stage(stage, first=i == 0)
        self._open_first()
        self.column.addStretch(1)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [accordion for accordion in self._accordions if not accordion.settle()]

    def focus_text(self, *, last: bool = False) -> None:
        """Put the caret in the open question."""
        if last and self._accordions:
            self._accordions[-1].open_edge(last=True)
            return
        for accordion in self._accordions:
            if prompt_id := accordion.open_now():
                accordion.edit(prompt_id).setFocus()

    def _ask_for_place(self) -> None:
        self.add_head()
        self.column.addSpacing(theme.px(20))
        self.column.addWidget(words(tr("First choose a place on the journey; its questions then stand here."), "ui"))
        self.column.addSpacing(theme.px(16))
        to_place = button(tr("To the place"), name="reflection.to_place")
        form = self.written.form
        place = next((step.id for step in form.steps if step.kind == "placement"), "") if form else ""
        to_place.clicked.connect(lambda: self.step_requested.emit(place))
        row = QHBoxLayout()
        row.addWidget(to_place)
        row.addStretch(1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.column.addWidget(holder)
        if not place:
            holder.hide()

    def _add_stage(self, stage: Stage, *, first: bool) -> None:
        if not first:
            self.column.addSpacing(theme.px(40))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(words(tr("At"), "caption", "text2", wrap=False))
        row.addWidget(words(say(stage.name), "caption_bold", "text2"), 1)
        self.column.addWidget(line)
        self.column.addSpacing(theme.px(14))
        items = [
            (
                prompt.id,
                say(prompt.ask),
                self.written.text(prompt.id),
                prompt.id in self.written.peace,
                say(prompt.hint),
            )
            for prompt in stage.prompts
        ]
        accordion = Accordion(items, self.written.write, self.written.settle, name="reflection")
        accordion.answered.connect(lambda _prompt_id: self.changed.emit())
        accordion.opened.connect(lambda prompt_id: self._close_others(accordion, prompt_id))
        accordion.advance_requested.connect(lambda: self._past(accordion, 1))
        accordion.back_requested.connect(lambda: self._past(accordion, -1))
        self._accordions.append(accordion)
        self.column.addWidget(accordion)
        if stage.travel_advice:
            self.column.addSpacing(theme.px(12))
            self.column.addWidget(TravelAdvice(stage, name="reflection.advice"))

    def _open_first(self) -> None:
        for accordion in self._accordions:
            if "" in accordion.states().values():
                accordion.open_first()
                return
        for accordion in self._accordions[:1]:
            accordion.open_first()

    def _close_others(self, accordion: Accordion, prompt_id: str) -> None:
        if prompt_id and theme.is_large():
            self.top_requested.emit(accordion.row(prompt_id))
        for other in self._accordions:
            if prompt_id and other is not accordion and other.open_now():
                other.open("", focus=False)

    def _past(self, accordion: Accordion, by: int) -> None:
        at = self._accordions.index(accordion) + by
        if 0 <= at < len(self._accordions):
            self._accordions[at].open_edge(last=by < 0)
        else:
            (self.advance_requested if by > 0 else self.back_requested).emit()
