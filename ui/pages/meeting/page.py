"""After a meeting: what it yielded, which advice one got, and what one does with it. Earlier meetings stay readable."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.storage import harvests
from journal.storage.harvests import MeetingLine
from journal.text import tr
from ui import theme
from ui.pages.meeting.advice_card import AdviceCard
from ui.pages.meeting.harvest_card import HarvestCard
from ui.pages.meeting.heading import Heading, name_of
from ui.pages.meeting.onward import Onward
from ui.store import Store
from ui.widgets.prose import Prose
from ui.widgets.reading_order import in_reading_order
from ui.widgets.text_link import TextLink
from ui.widgets.words import clear

_WIDEST, _MARGIN = 760, 32
_MET, _ONWARD = "met", "onward"


class MeetingPage(QScrollArea):
    """``entry_requested``: an experiment or the case. ``shift_requested(harvest id)``: the learning question."""

    entry_requested = Signal(int)
    shift_requested = Signal(int)
    intervisie_requested = Signal()
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting")
        self.setAccessibleName(tr("After the meeting"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no stop for Tab, that nobody would see
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._store = store
        self._line: MeetingLine | None = None
        self._cards: list[HarvestCard] = []
        self.advice: AdviceCard | None = None
        self._onward = Onward()
        self._inside = QWidget()
        self._inside.setProperty("ground", "none")
        side = theme.px(_MARGIN) if not theme.is_large() else _MARGIN
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(side, theme.px(30), side, theme.px(32))
        self._column.setSpacing(0)
        self._inside.setMaximumWidth(theme.px(_WIDEST) + 2 * side)
        self.setWidget(self._inside)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.refresh()

    def refresh(self) -> None:
        """Show the journal as it is now; what is not saved yet stays on the screen."""
        lines = self._store.read(harvests.listed, self._store.journey_id)
        here = self._line.preparation_id if self._line else 0
        line = next((each for each in lines if each.preparation_id == here), None)
        line = line or harvests.shown_first(lines, self._store.today())
        if self.settle():
            self._build(line, lines)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        saved = [card.settle() for card in self._cards]
        saved += [self.advice.settle()] if self.advice is not None else []
        return all(saved)

    def show_meeting(self, preparation_id: int) -> None:
        """The harvest of this meeting; 0 for the one that comes first."""
        if self.settle():
            self._line = self._store.read(harvests.meeting, preparation_id) if preparation_id else None
            self.refresh()
            self.verticalScrollBar().setValue(0)

    def show_entry(self, entry_id: int) -> None:
        """The meeting that a harvest or an advice belongs to."""
        self.show_meeting(self._store.read(harvests.of_entry, entry_id) or 0)
        if self.advice is not None and entry_id in self.advice.rows:
            self.advice.rows[entry_id].focus()

    def step_id(self) -> str:
        """Which meeting is on screen, so that one comes back to it."""
        return str(self._line.preparation_id) if self._line else ""

    def show_step(self, step: str) -> None:
        """Back to that meeting."""
        if step.isdigit() and step != self.step_id():
            self.show_meeting(int(step))

    def _build(self, line: MeetingLine | None, lines: list[MeetingLine]) -> None:
        self._line = line
        self._cards, self.advice = [], None
        clear(self._inside)
        heading = Heading(self._store, line)
        heading.intervisie_requested.connect(self.intervisie_requested)
        heading.case_requested.connect(self._open_case)
        self._add(heading)
        if line is None:
            self._column.addStretch(1)
            return
        texts = self._store.read(harvests.texts, line.preparation_id)
        steps = {step.id: step for step in self._store.guidance.form(harvests.FORM).steps}
        for step_id, step in steps.items():
            card = HarvestCard(step, texts, self._save)
            card.moved.connect(self._move)
            self._cards.append(card)
            self._put(card)
            if step_id == _MET:
                self._put(self._make_advice(line))
            if step_id == _ONWARD:
                card.foot.addWidget(self._make_onward(card))
        self._add_others(line, lines)
        self._column.addStretch(1)
        in_reading_order(self._inside)

    def _put(self, card: QWidget) -> None:
        self._column.addSpacing(theme.px(16))
        self._add(card)

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()  # a layout shows it later, and only what shows takes the keyboard

    def _make_advice(self, line: MeetingLine) -> AdviceCard:
        self.advice = AdviceCard(self._store, line.case_entry_id)
        self.advice.experiment_requested.connect(self.entry_requested)
        self.advice.laid_out.connect(lambda: in_reading_order(self._inside))
        return self.advice

    def _make_onward(self, card: HarvestCard) -> Onward:
        onward = self._onward = Onward()
        onward.experiment_requested.connect(self._make_experiment)
        onward.shift_requested.connect(self._shift)
        onward.opened.connect(self.entry_requested)
        will = card.fields.get(harvests.WILL)
        if will is not None and self._line is not None:
            will.textChanged.connect(lambda: onward.set_ready(not will.is_empty()))
            made = self._store.read(harvests.experiments_of, self._line.preparation_id)
            onward.show_made(made, ready=not will.is_empty())
        return onward

    def _add_others(self, line: MeetingLine, lines: list[MeetingLine]) -> None:
        others = [each for each in lines if each.preparation_id != line.preparation_id]
        if not others:
            return
        self._column.addSpacing(theme.px(28))
        self._add(Prose(tr("Other meetings"), "card_title"))
        self._column.addSpacing(theme.px(6))
        for each in others:
            state = "" if each.written else f" ({tr('nothing written yet')})"
            link = TextLink(name_of(each) + state, each.preparation_id, name=f"meeting.other.{each.preparation_id}")
            link.chosen.connect(self.show_meeting)
            self._add(link)

    def _save(self, prompt_id: str, text: str) -> object:
        assert self._line is not None
        return self._store.do(harvests.write, self, self._line.preparation_id, prompt_id, text, on=self._store.today())

    def _move(self, prompt_id: str, by: int) -> None:
        fields = {id_: field for card in self._cards for id_, field in card.fields.items()}
        order = list(fields)
        at = order.index(prompt_id) + by
        if 0 <= at < len(order):
            fields[order[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_experiment(self) -> None:
        if self._line is None or not self.settle():
            return
        try:
            made = self._store.do(harvests.make_experiment, self, self._line.preparation_id, on=self._store.today())
        except JournalError:
            return  # the store has told the window
        self.entry_requested.emit(made)

    def _shift(self) -> None:
        if self._line is None or not self.settle():
            return
        try:
            harvest = self._store.do(harvests.begin, self, self._line.preparation_id, on=self._store.today())
        except JournalError:
            return  # the store has told the window
        self.shift_requested.emit(harvest)

    def _open_case(self) -> None:
        if self._line is not None and self.settle():
            self.entry_requested.emit(self._line.case_entry_id)
