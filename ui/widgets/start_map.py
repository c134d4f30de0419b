"""The piece of the journey map on the panel of the first start: height lines that fade, the path, footsteps."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from journal.export.curves import Cubic
from journal.export.journey_map import HEEL, SOLE, journey_map
from ui import theme

_LEFT = 520.0
"""The piece begins here and shows the whole height of the map."""
_UNIT = 0.73
"""Path, feet and dots are drawn this much smaller than on the map, for the piece itself is enlarged."""
_FIRST_FOOT, _FOOT_EVERY = 801.3, 10.965
_FEET = (4, 10, 18, 26)
"""How many feet have been set at each step."""
_GAP = 14.0
_DOT_EVERY = 6.95


def land(width: int, height: int, ratio: float) -> QPixmap:
    """The height lines, fading out towards the top. Sizes in logical pixels."""
    picture = QPixmap(QSize(width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    _to_map(painter, height)
    for number, level in enumerate(journey_map().levels, 1):
        strong = number % 4 == 0
        for line in level.lines:
            _stroke(painter, line.cubics, 1.1 if strong else 0.78, "mapline", 0.95 if strong else 0.75)
    painter.restore()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    fade = QLinearGradient(0, 0, 0, height)
    fade.setColorAt(0, QColor(0, 0, 0, 0))
    fade.setColorAt(0.2, QColor(0, 0, 0, 255))
    painter.fillRect(QRectF(0, 0, width, height), fade)
    painter.end()
    return picture


def paint_way(painter: QPainter, height: int, step: int) -> None:
    """The path, the feet that were set until this step (from 0), and the dots of the way ahead."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _to_map(painter, height)
    whole = journey_map()
    _stroke(painter, whole.path, 18 * _UNIT, "mapline")
    _stroke(painter, whole.path, 16 * _UNIT, "mappath")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    for number in range(_FEET[step]):
        _paint_foot(painter, _FIRST_FOOT + _FOOT_EVERY * number, -1 if number % 2 == 0 else 1)
    painter.setBrush(theme.color("control"))
    distance = _FIRST_FOOT + _FOOT_EVERY * (_FEET[step] - 1) + _GAP
    while distance < whole.path_length:
        x, y, _ = whole.point_at(distance)
        painter.drawEllipse(QPointF(x, y), 1.5 * _UNIT, 1.5 * _UNIT)
        distance += _DOT_EVERY
    painter.restore()


def _paint_foot(painter: QPainter, distance: float, side: int) -> None:
    x, y, angle = journey_map().point_at(distance)
    painter.save()
    painter.translate(x, y)
    painter.rotate(angle)
    painter.scale(_UNIT, _UNIT)
    painter.translate(0, 4 * side)
    painter.rotate(4 * side)
    for middle, length, width in (SOLE, HEEL):
        painter.drawEllipse(QPointF(middle, 0), length / 2, width / 2)
    painter.restore()


def _to_map(painter: QPainter, height: int) -> None:
    scale = height / journey_map().view_box[1]
    painter.scale(scale, scale)
    painter.translate(-_LEFT, 0)


def _stroke(painter: QPainter, cubics: Sequence[Cubic], width: float, token: str, opacity: float = 1.0) -> None:
    ink = QColor(theme.color(token))
    ink.setAlphaF(opacity)
    line = QPainterPath(QPointF(*cubics[0][:2]))
    for _x, _y, *handles in cubics:
        line.cubicTo(*handles)
    pen = QPen(QBrush(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(line, pen)
