"""The places of the journey in the form that fits: a map, or a list in a narrow window or with large letters."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
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
        self._stages, self._picker = stages, picker
        self._state = state or MapState()
        self._always_list = as_list or theme.factor() > _LARGEST_TEXT
        self._form: JourneyMap | StageList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._choose(self.width() if parent else MAP_FROM)

    @property
    def form(self) -> JourneyMap | StageList:
        """The map or the list that is shown now."""
        assert self._form is not None
        return self._form

    def set_state(self, state: MapState, *, walk: bool = False) -> None:
        """Show another state; on the map, ``walk`` lets new footsteps come one after another."""
        self._state = state
        if isinstance(self.form, JourneyMap):
            self.form.set_state(state, walk=walk)
        else:
            self.form.set_state(state)

    def focus_stage(self, stage_id: str = "") -> None:
        """Give the keyboard to a place; without one to where I am, else to the first."""
        self.form.focus_stage(stage_id)

    def place_of(self, stage_id: str) -> QRect:
        """Where a place is drawn, in this widget; for a panel beside it."""
        return self.form.place_of(stage_id).translated(self.form.mapTo(self, QPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form that fits."""
        super().resizeEvent(event)
        self._choose(event.size().width())

    def _choose(self, width: int) -> None:
        wanted = StageList if self._always_list or width < MAP_FROM else JourneyMap
        if isinstance(self._form, wanted):
            return
        had_focus = self._form is not None and self.isAncestorOf(self.focusWidget())
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = wanted(self._stages, self._state, picker=self._picker, parent=self)
        self._form.stage_activated.connect(self.stage_activated)
        self._form.also_requested.connect(self.also_requested)
        self._form.entry_activated.connect(self.entry_activated)
        self._column.addWidget(self._form)
        self._form.show()
        if had_focus:
            self._form.focus_stage()
