"""How the standing at a place is drawn, on the map and in the list: circle, ring, square and number."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from ui import theme
from ui.tokens import SANS
from ui.widgets.journey_map_state import MapState

PLAIN, HERE, RING = 15.0, 20.0, 27.0
SQUARE_REACH = 25.0
_SQUARE, _CORNER = 38.0, 7.0


def paint_mark(painter: QPainter, state: MapState, stage_id: str, number: int) -> None:
    """Draw the mark of a place around the painter's origin, at the sizes of a map of 968 wide."""
    me, us = stage_id in state.me, stage_id in state.us
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(theme.color("mappath"))
    if me:
        painter.drawEllipse(QPointF(), RING, RING)
    if us:
        painter.save()
        painter.rotate(45)
        painter.drawRoundedRect(QRectF(-_SQUARE / 2, -_SQUARE / 2, _SQUARE, _SQUARE), _CORNER, _CORNER)
        painter.restore()
    big = me and not us
    ink = _paint_circle(painter, HERE if big else PLAIN, visited=state.is_visited(stage_id), rim=not me and not us)
    font = QFont(SANS)
    font.setPixelSize(17 if big else 15)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    painter.drawText(QRectF(-HERE, -HERE, 2 * HERE, 2 * HERE), Qt.AlignmentFlag.AlignCenter, str(number))


def _paint_circle(painter: QPainter, radius: float, *, visited: bool, rim: bool) -> str:
    if visited:
        painter.setPen(QPen(theme.color("mappath"), 2.5) if rim else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
    else:
        painter.setPen(QPen(theme.color("control"), 1.6))
        painter.setBrush(theme.color("surface"))
    painter.drawEllipse(QPointF(), radius, radius)
    return "on_accent" if visited else "text2"
