"""A dot in a ring: what is shown here is what was chosen."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme


class ChosenDot(QWidget):
    """Decoration beside a name; the words say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(theme.px(20), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(middle, self.width() / 2 - 1, self.width() / 2 - 1)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(middle, theme.px(5), theme.px(5))
        painter.end()
