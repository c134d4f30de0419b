"""Painting the land of the journey map: ground, height lines, stream and path; and the trail upon it."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from journal.export import journey_map as geometry
from journal.export.curves import Cubic
from ui import theme

RADIUS = 12
BORDER = 1
"""The land lies inside an edge of one pixel."""
_GROUNDS = ("map0", "map1", "map1", "map1", "map2", "map2", "map2", "map3")


def ground(land: geometry.JourneyMap, size: QSize, ratio: float) -> QPixmap:
    """The land without anybody on it, painted once for a size, a theme and a screen."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QPainterPath()
    whole.addRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), RADIUS, RADIUS)
    painter.fillPath(whole, theme.color("map0"))
    painter.save()
    painter.setClipPath(whole)
    scale = size.width() / land.view_box[0]
    painter.translate(BORDER, BORDER)
    painter.scale(scale, scale)
    _paint_heights(painter, land)
    _stroke(painter, land.stream, 9, "mapwater", 0.55)
    _stroke(painter, land.stream, 5.5, "map0", 0.7)
    _stroke(painter, land.path, 18, "mapline")
    _stroke(painter, land.path, 16, "mappath")
    painter.restore()
    painter.strokePath(whole, QPen(theme.color("line"), 1))
    painter.end()
    return picture


def paint_trail(painter: QPainter, land: geometry.JourneyMap, until: float, ahead_from: float) -> None:
    """The footsteps up to a distance along the path, and the dots of the way ahead."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("control"))
    for x, y in land.dots(ahead_from):
        painter.drawEllipse(QPointF(x, y), 1.5, 1.5)
    painter.setBrush(theme.color("accent"))
    for step in land.footsteps(until):
        painter.save()
        painter.translate(step.x, step.y)
        painter.rotate(step.angle)
        for middle, length, width in (geometry.SOLE, geometry.HEEL):
            painter.drawEllipse(QPointF(middle, 0), length / 2, width / 2)
        painter.restore()


def _paint_heights(painter: QPainter, land: geometry.JourneyMap) -> None:
    for number, level in enumerate(land.levels):
        area = QPainterPath()
        area.setFillRule(Qt.FillRule.WindingFill)
        for loop in level.areas:
            _trace(area, loop)
            area.closeSubpath()
        painter.fillPath(area, theme.color(_GROUNDS[min(number, len(_GROUNDS) - 1)]))
    for number, level in enumerate(land.levels, 1):
        bold = number % 4 == 0
        for line in level.lines:
            _stroke(painter, line.cubics, 1.3 if bold else 0.8, "mapline", 0.95 if bold else 0.75)


def _stroke(painter: QPainter, cubics: Iterable[Cubic], width: float, token: str, opacity: float = 1.0) -> None:
    ink = QColor(theme.color(token))
    ink.setAlphaF(opacity)
    line = QPainterPath()
    _trace(line, cubics)
    pen = QPen(QBrush(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(line, pen)


def _trace(path: QPainterPath, cubics: Iterable[Cubic]) -> None:
    for number, (x0, y0, *handles) in enumerate(cubics):
        if number == 0:
            path.moveTo(x0, y0)
        path.cubicTo(*handles)
