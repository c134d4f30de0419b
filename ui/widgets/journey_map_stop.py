"""One stop on the map, a real button: circle, ring or square, and its label."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journal.domain.guidance import Stage
from journal.export.journey_map import Stop, label_lines
from journal.text import say
from ui.widgets.journey_map_ground import BORDER
from ui.widgets.journey_map_label import Label
from ui.widgets.journey_map_state import MapState, Piece, dates_under, spoken, words_under
from ui.widgets.keyboard_ring import RingedButton
from ui.widgets.stage_mark import PLAIN, RING, SQUARE_REACH, paint_mark

_HIT = 24.0
_BELOW, _ABOVE = 9.5, 17.0
_NUDGED = {2: -2.0, 6: 1.0, 8: 4.0}
_EDGE = 4.0
_AROUND = 5.0
"""Room for the focus ring."""


class StopButton(RingedButton):
    """A place on the map. ``opened(stage_id)``; ``also(stage_id)`` with Ctrl; ``entry(entry_id)``: a date."""

    opened = Signal(str)
    also = Signal(str)
    entry = Signal(int)

    def __init__(self, stop: Stop, stage: Stage, *, picker: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.stop, self.stage, self._picker = stop, stage, picker
        self._state, self._scale = MapState(), 1.0
        self._centre, self._label_at = QPointF(), QPointF()
        self._label = Label(label_lines(say(stage.name)))
        self.setObjectName(f"map.{stage.id}")
        self.setCheckable(picker)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, state: MapState) -> None:
        """Take on another state; ``place`` must follow."""
        self._state = state
        words = words_under(state, self.stage.id)
        pieces = [Piece(words)] if words else dates_under(state, self.stage.id)
        self._label = Label(label_lines(say(self.stage.name)), pieces, dated=not words)
        self.setAccessibleName(spoken(state, self.stop.number, self.stage))
        if self._picker:
            self.setChecked(self.stage.id in state.chosen)

    def place(self, scale: float, land: QSize) -> None:
        """Lie where the stop is on a land of this scale and size."""
        self._scale = scale
        centre = QPointF(self.stop.x * scale + BORDER, self.stop.y * scale + BORDER)
        label = self._label_rect(centre, land)
        circle = QRectF(-_HIT, -_HIT, 2 * _HIT, 2 * _HIT)
        reach = self._reach() * scale + _AROUND
        circle = circle.united(QRectF(-reach, -reach, 2 * reach, 2 * reach))
        whole = circle.translated(centre).united(label.adjusted(-1, -1, 1, 1)).toAlignedRect()
        self.setGeometry(whole)
        corner = QPointF(whole.topLeft())
        self._centre = centre - corner
        self._label_at = QPointF(label.center().x(), label.top()) - corner
        self.update()

    def _label_rect(self, centre: QPointF, land: QSize) -> QRectF:
        radius = (RING if self._is_here else PLAIN) * self._scale
        wide, high = self._label.width(), self._label.height()
        nudge = _NUDGED.get(self.stop.number, 0.0)
        middle = centre.x() + self.stop.shift * self._scale
        top = centre.y() - radius - _ABOVE - high + nudge if self.stop.above else centre.y() + radius + _BELOW + nudge
        if top < _EDGE:  # too high for the space above: beside the stop instead
            top, middle = _EDGE, centre.x() - radius - _ABOVE - wide / 2
        left = min(max(middle - wide / 2, _EDGE), land.width() - wide - _EDGE)
        return QRectF(left, min(top, land.height() - high), wide, high)

    @property
    def _is_here(self) -> bool:
        return self.stage.id in self._state.me

    @property
    def _is_ours(self) -> bool:
        return self.stage.id in self._state.us

    def _reach(self) -> float:
        """Radius of what is drawn."""
        return RING if self._is_here else SQUARE_REACH if self._is_ours else PLAIN

    def circle(self) -> tuple[QPoint, int]:
        """Middle (in the map) and radius of what is drawn; for a focus ring or a panel beside it."""
        return self.mapToParent(self._centre.toPoint()), round(self._reach() * self._scale)

    def _open(self) -> None:
        self.opened.emit(self.stage.id)

    def hitButton(self, pos: QPoint) -> bool:
        """The circle with room around it, and the label."""
        off = QPointF(pos) - self._centre
        if off.x() ** 2 + off.y() ** 2 <= max(_HIT, RING * self._scale) ** 2:
            return True
        wide = self._label.width()
        return QRectF(self._label_at.x() - wide / 2, self._label_at.y(), wide, self._label.height()).contains(pos)

    def nextCheckState(self) -> None:
        """Whether it is checked is for the state to say, not for the click."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ctrl chooses a second place; a date opens its entry."""
        inside = self.isDown() and self.hitButton(event.position().toPoint())
        entry = self._label.entry_at(event.position(), self._label_at.x(), self._label_at.y())
        if inside and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setDown(False)
            self.also.emit(self.stage.id)
        elif inside and entry is not None and not self._picker:
            self.setDown(False)
            self.entry.emit(entry)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with the space bar chooses a second place."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.also.emit(self.stage.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Square, ring, circle, number, label."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(self._centre)
        painter.scale(self._scale, self._scale)
        paint_mark(painter, self._state, self.stage.id, self.stop.number)
        painter.restore()
        self.paint_ring(painter, self._centre, self._reach() * self._scale)
        self._label.paint(painter, self._label_at.x(), self._label_at.y())
        painter.end()
