"""The journey as a map: the land, the trail, and a button for every place."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.guidance import Stage
from journal.export import journey_map as geometry
from journal.text import tr
from ui import theme
from ui.widgets.journey_map_ground import BORDER, ground, paint_trail
from ui.widgets.journey_map_state import MapState
from ui.widgets.journey_map_stop import StopButton

_WALK_MS = 600
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class JourneyMap(QWidget):
    """A map of the stages, as high as its width asks.

    ``stage_activated(stage_id)``: a click or Enter on a place. ``also_requested(stage_id)``: with Ctrl, for a second
    place. ``entry_activated(entry_id)``: a click on a date. In a ``picker`` the places are checkable, dates no links.
    """

    stage_activated = Signal(str)
    also_requested = Signal(str)
    entry_activated = Signal(int)

    def __init__(
        self,
        stages: Sequence[Stage],
        state: MapState | None = None,
        *,
        picker: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._land = geometry.journey_map().for_stages([stage.id for stage in stages])
        self._state, self._reached = MapState(), 0.0
        self._walk = QVariantAnimation(self, duration=_WALK_MS)
        self._walk.valueChanged.connect(self.update)
        self._ground: tuple[object, QPixmap] = (None, QPixmap())
        self.stops = [
            StopButton(stop, stage, picker=picker, parent=self)
            for stop, stage in zip(self._land.stops, stages, strict=True)
        ]
        for stop in self.stops:
            stop.opened.connect(self.stage_activated)
            stop.also.connect(self.also_requested)
            stop.entry.connect(self.entry_activated)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName("map")
        self.setAccessibleName(tr("Map of your journey"))
        self.set_state(state or MapState())

    def set_state(self, state: MapState, *, walk: bool = False) -> None:
        """Show another state; the focus stays where it is. ``walk``: new footsteps come one after another."""
        before, self._state = self._reached, state
        self._walk.stop()
        self._reached = self._land.stop(state.furthest).distance if state.furthest else 0.0
        if walk and self._reached > before:
            self._walk.setStartValue(before)
            self._walk.setEndValue(self._reached)
            self._walk.start()
        for stop in self.stops:
            stop.show_state(state)
        self._place()

    def stop(self, stage_id: str) -> StopButton:
        """The button of a place."""
        return next(stop for stop in self.stops if stop.stage.id == stage_id)

    def focus_stage(self, stage_id: str = "") -> None:
        """Give the keyboard to a place; without one to where I am, else to the first."""
        here = stage_id or next(iter(self._state.me), self.stops[0].stage.id)
        self.stop(here).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place_of(self, stage_id: str) -> QRect:
        """Where a stop is drawn."""
        middle, radius = self.stop(stage_id).circle()
        return QRect(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def hasHeightForWidth(self) -> bool:
        """The map keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """968 wide is 356 high."""
        wide, high = self._land.view_box
        return round(width * high / wide)

    def sizeHint(self) -> QSize:
        """The size at which it was drawn."""
        return QSize(*(round(side) for side in self._land.view_box))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything moves along."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the path, Home and End go to its ends."""
        at = next((number for number, stop in enumerate(self.stops) if stop.hasFocus()), None)
        if at is None:
            super().keyPressEvent(event)
        elif event.key() in _NEXT:
            self._go(at + 1)
        elif event.key() in _BACK:
            self._go(at - 1)
        elif event.key() == Qt.Key.Key_Home:
            self._go(0)
        elif event.key() == Qt.Key.Key_End:
            self._go(len(self.stops) - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The land from its picture, and the trail on top."""
        key = (self.size(), self.devicePixelRatioF(), theme.is_dark())
        if self._ground[0] != key:
            self._ground = (key, ground(self._land, self.size(), self.devicePixelRatioF()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._ground[1])
        painter.setClipRect(self.rect().adjusted(BORDER, BORDER, -BORDER, -BORDER))
        painter.translate(BORDER, BORDER)
        painter.scale(self._scale, self._scale)
        walking = self._walk.state() == QVariantAnimation.State.Running
        reached = self._walk.currentValue() if walking else self._reached
        paint_trail(painter, self._land, reached, reached + geometry.GAP_AHEAD if reached else 0.0)
        painter.end()

    @property
    def _scale(self) -> float:
        return self.width() / self._land.view_box[0]

    def _place(self) -> None:
        for stop in self.stops:
            stop.place(self._scale, self.size())
        self.update()

    def _go(self, number: int) -> None:
        if 0 <= number < len(self.stops):
            self.stops[number].setFocus(Qt.FocusReason.TabFocusReason)
