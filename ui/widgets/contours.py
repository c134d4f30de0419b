"""The height lines of the journey map, large over a whole window: the ground of the lock."""

import sys

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui import theme

_THIN, _THICK = 0.8, 1.3
_FAINT, _CLEAR = 0.75, 0.95
_EVERY_THICK = 4


class Contours(QWidget):
    """Paints lines only; kept as a picture until the size or the look changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._looks: tuple[object, ...] = ()
        self._plain = "journal.export.journey_map" not in sys.modules

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and lines. At the start of the app the ground comes first, and the lines a moment later."""
        if self._plain:
            self._plain = False
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.color("bg"))
            painter.end()
            QTimer.singleShot(0, self, self.update)
            return
        ratio = self.devicePixelRatioF()
        looks = (self.size(), ratio, theme.colour_name("bg"))
        if looks != self._looks:
            self._picture = self._drawn(ratio)
            self._looks = looks
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _drawn(self, ratio: float) -> QPixmap:
        from journal.export.journey_map import journey_map  # not before the first picture

        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color("bg"))
        map_ = journey_map()
        width, height = map_.view_box
        scale = max(self.width() / width, self.height() / height)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(self.rect()))
        painter.translate((self.width() - width * scale) / 2, (self.height() - height * scale) / 2)
        painter.scale(scale, scale)
        for number, level in enumerate(map_.levels):
            thick = number % _EVERY_THICK == _EVERY_THICK - 1
            painter.setPen(_pen(_THICK if thick else _THIN, _CLEAR if thick else _FAINT))
            for line in level.lines:
                path = QPainterPath()
                for cubic in line.cubics:
                    if path.isEmpty():
                        path.moveTo(*cubic[:2])
                    path.cubicTo(*cubic[2:])
                painter.drawPath(path)
        painter.end()
        return picture


def _pen(width: float, opacity: float) -> QPen:
    colour = QColor(theme.color("mapline"))
    colour.setAlphaF(opacity)
    pen = QPen(colour, width)
    pen.setCosmetic(True)  # as thick at every size
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
