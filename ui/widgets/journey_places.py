"""The places of the journey in the form that fits: a map, or a list in a narrow window or with large letters."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.guidance import Stage
from ui import theme
from ui.widgets.journey_map import JourneyMap
from ui.widgets.journey_map_state import MapState
from ui.widgets.stage_list import StageList

MAP_FROM = 760
"""Narrower than this, the map is a list."""
_LARGEST_TEXT = 1.5


class JourneyPlaces(QWidget):
    """Map or list, with one state and the signals of both. ``as_list``: the list whatever the width."""

    stage_activated = Signal(str)
    also_requested = Signal(str)
    entry_activated = Signal(int)

    def __init__(
        self,
        stages: Sequence[Stage],
        state: MapState | None = None,
        *,
        picker: bool = False,
        as_list: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state or MapState()
        self._always_list = as_list or theme.factor() > _LARGEST_TEXT
        # Both from the start: made later, a form would come last when tabbing through the page.
        self.map = JourneyMap(stages, self._state, picker=picker, parent=self)
        self.list = StageList(stages, self._state, picker=picker, parent=self)
        self._form: JourneyMap | StageList = self.map
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for form in (self.map, self.list):
            form.stage_activated.connect(self.stage_activated)
            form.also_requested.connect(self.also_requested)
            form.entry_activated.connect(self.entry_activated)
            column.addWidget(form)
        self._choose(MAP_FROM)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in order."""
        return [*self.map.stops, self.list]

    @property
    def form(self) -> JourneyMap | StageList:
        """The map or the list that is shown now."""
        return self._form

    def set_state(self, state: MapState, *, walk: bool = False) -> None:
        """Show another state; on the map, ``walk`` lets new footsteps come one after another."""
        self._state = state
        self.map.set_state(state, walk=walk and self.form is self.map)
        self.list.set_state(state)

    def focus_stage(self, stage_id: str = "") -> None:
        """Give the keyboard to a place; without one to where I am, else to the first."""
        self.form.focus_stage(stage_id)

    def place_of(self, stage_id: str) -> QRect:
        """Where a place is drawn, in this widget; for a panel beside it."""
        return self.form.place_of(stage_id).translated(self.form.mapTo(self, QPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form that fits."""
        super().resizeEvent(event)
        if self.isVisible():  # before that, sizes are guesses
            self._choose(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the form that fits."""
        super().showEvent(event)
        self._choose(self.width())

    def _choose(self, width: int) -> None:
        as_list = self._always_list or width < MAP_FROM
        other, self._form = (self.map, self.list) if as_list else (self.list, self.map)
        had_focus = other.hasFocus() or other.isAncestorOf(self.focusWidget())
        other.hide()
        self._form.show()
        if had_focus:
            self._form.focus_stage()
