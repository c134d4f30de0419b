"""Icons from ``resources/icons`` in the colour of the text beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import theme
from ui.svg import coloured


def icon(name: str, ink: str = "text2", size: int = 20) -> QIcon:
    """An icon in the colour of a token, ``size`` logical pixels at 100 % text."""
    return QIcon(pixmap(name, ink, size))


def pixmap(name: str, ink: str = "text2", size: int = 20, ratio: float = 2.0) -> QPixmap:
    """The same as a pixmap. ``ratio`` 2 stays sharp on dense screens and is scaled down on others."""
    return _pixmap(name, theme.colour_name(ink), theme.px(size), ratio)


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(coloured(name, colour).encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
