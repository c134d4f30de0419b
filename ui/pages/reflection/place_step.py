"""Where I stand on the journey, and where our cooperation stands: the map to choose on, and a card of the place."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.guidance import Step
from journal.domain.records import Who
from journal.errors import JournalError
from journal.storage import places
from journal.text import tr
from ui import theme
from ui.pages.reflection.place_card import PlaceCard
from ui.pages.reflection.step import StepView
from ui.pages.reflection.written import Written
from ui.widgets.journey_map_state import MapState, Note
from ui.widgets.journey_places import JourneyPlaces
from ui.widgets.segments import Segments

_MOST = 2
_WHO = (Who.ME, Who.US)


class PlaceStep(StepView):
    """The map as a picker, the switch between me and us, and the card of the place that was chosen last."""

    has_aside = False

    def __init__(self, step: Step, written: Written) -> None:
        super().__init__(step, written)
        self._who = Who.ME
        self._add_top()
        self._others = [
            note
            for note in written.store.read(places.walked, written.store.journey_id).notes
            if note.entry_id != written.entry_id
        ]
        self.map = JourneyPlaces(written.store.guidance.stages, self._state(), picker=True, parent=self)
        self.map.setObjectName("reflection.map")
        self.map.stage_activated.connect(lambda stage_id: self._choose([stage_id], stage_id))
        self.map.also_requested.connect(self._also)
        self.column.addWidget(self.map)
        if not theme.is_large():
            self.map.setMinimumHeight(theme.px(200))  # its true height follows its width
        self.column.addSpacing(theme.px(16))
        self.card = PlaceCard(self)
        self.card.other_requested.connect(self._show_other)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self._shown = ""
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal has now."""
        chosen = self.written.chosen[self._who]
        if self._shown not in chosen:
            self._shown = chosen[-1] if chosen else ""
        self.map.set_state(self._state())
        self.card.show_place(self._who, self._shown)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.card.settle()

    def focus_text(self, *, last: bool = False) -> None:
        """The map first; coming back, the sentence under it."""
        if last and self.card.field is not None and self.written.chosen[self._who]:
            self.card.field.setFocus()
        else:
            self.map.focus_stage(self._shown)

    def choose_who(self, who: Who) -> None:
        """Place oneself, or the cooperation."""
        self.settle()
        self._who = who
        self.switch.set_current(_WHO.index(who))
        self._shown = ""
        self.refresh()

    def _add_top(self) -> None:
        direction = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        top = QBoxLayout(direction)
        top.setContentsMargins(0, 0, 0, theme.px(15))
        top.setSpacing(theme.px(12))
        head = QVBoxLayout()
        head.setSpacing(0)
        self.add_head(head)
        top.addLayout(head, 1)
        self.switch = Segments(
            [tr("I"), tr("Our cooperation")], marks=("ring", "square"), name="reflection.who", even=False, parent=self
        )
        self.switch.setAccessibleName(tr("Whose place"))
        self.switch.set_current(0)
        self.switch.chosen.connect(lambda index: self.choose_who(_WHO[index]))
        if theme.is_large():
            row = QHBoxLayout()
            row.addWidget(self.switch)
            row.addStretch(1)
            top.addLayout(row)
        else:
            raised = QVBoxLayout()
            raised.addStretch(1)
            raised.addWidget(self.switch)
            raised.addSpacing(theme.px(5))
            top.addLayout(raised)
        holder = QWidget()
        holder.setLayout(top)
        self.column.addWidget(holder)

    def _state(self) -> MapState:
        stages = [stage.id for stage in self.written.store.guidance.stages]
        notes: dict[str, list[Note]] = {}
        for note in self._others:
            if note.who is Who.ME:
                notes.setdefault(note.stage_id, []).append(Note(note.on, note.entry_id))
        furthest = max(notes, key=lambda id_: stages.index(id_) if id_ in stages else -1, default=None)
        return MapState(
            me=self.written.chosen[Who.ME],
            us=self.written.chosen[Who.US],
            furthest=furthest if furthest in stages else None,
            notes={id_: found for id_, found in notes.items() if id_ in stages},
            me_words=tr("here I stand"),
            chosen=self.written.chosen[self._who],
        )

    def _choose(self, stage_ids: list[str], shown: str) -> None:
        self.settle()
        try:
            self.written.place(self._who, stage_ids)
        except JournalError:
            return  # the store has told the page; the map shows what the journal has
        finally:
            self._shown = shown
            self.refresh()
        self.changed.emit()

    def _also(self, stage_id: str) -> None:
        chosen = [id_ for id_ in self.written.chosen[self._who] if id_ != stage_id]
        if stage_id in self.written.chosen[self._who]:
            self._choose(chosen, chosen[-1] if chosen else "")
        else:
            self._choose([*chosen, stage_id][-_MOST:], stage_id)

    def _show_other(self) -> None:
        self.settle()
        others = [id_ for id_ in self.written.chosen[self._who] if id_ != self._shown]
        self._shown = others[0] if others else self._shown
        self.refresh()
