"""A firm check mark, for where it says that something was done."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui import theme

_POINTS = ((0.20, 0.55), (0.40, 0.74), (0.80, 0.30))


def paint_tick(painter: QPainter, box: QRectF, ink: str) -> None:
    """Paint it in a square, in the colour of a token."""
    painter.save()
    pen = QPen(theme.color(ink), max(1.5, box.width() / 8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    spots = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _POINTS]
    painter.drawPolyline(QPolygonF(spots))
    painter.restore()
