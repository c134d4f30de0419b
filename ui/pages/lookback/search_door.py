"""What looks like the search field and leads to it."""

import sys

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from journal.text import tr
from ui import theme
from ui.icons import pixmap


class SearchDoor(QAbstractButton):
    """A click or Enter begins to search."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lookback.search")
        self.setText(tr("Search in everything you wrote"))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(360))

    def sizeHint(self) -> QSize:
        """As in the drawing."""
        return QSize(theme.px(360), theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, icon, words and keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("text2" if self.underMouse() else "control"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        side = theme.px(18)
        drawn = pixmap("search", "text2", 18)
        place = QRect(theme.px(15), (self.height() - side) // 2, side, side)
        painter.drawPixmap(QRectF(place), drawn, QRectF(drawn.rect()))
        inside = self.rect().adjusted(theme.px(43), 0, -theme.px(15), 0)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.color("text3"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setFont(theme.font("caption"))
        keys = "Cmd F" if sys.platform == "darwin" else "Ctrl F"
        if inside.width() > theme.px(270):
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), keys)
        painter.end()
