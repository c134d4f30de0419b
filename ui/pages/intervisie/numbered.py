"""A numbered part of the page: circle, title, something on the right, and its content indented below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.icons import pixmap
from ui.widgets.prose import Prose
from ui.widgets.words import rule

_CIRCLE, _GAP = 26, 12


class _Circle(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._done = number, False
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_CIRCLE), theme.px(_CIRCLE))

    def set_done(self, done: bool) -> None:
        self._done = done
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 1.25))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75))
        if self._done:
            check = pixmap("check", "accent", 16)
            half = theme.px(16) / 2
            painter.drawPixmap(QRectF(self.rect()).center() - QPointF(half, half), check)
        else:
            painter.setFont(theme.font("caption_bold"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Numbered(QWidget):
    """Part ``number`` with its ``title``. Put what belongs to it into ``content``."""

    def __init__(self, number: int, title: str, *, head: int = 30, above: int = 15, below: int = 16) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addSpacing(theme.px(above))
        self._circle = _Circle(number)
        self.title = Prose(title, "card_title")
        self.head = QHBoxLayout()
        self.head.setSpacing(0)
        self.head.addWidget(self._circle)
        self.head.addSpacing(theme.px(_GAP))
        self.head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        holder.setMinimumHeight(theme.px(head))
        self.head.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self.head)
        column.addWidget(holder)
        self.content = QVBoxLayout()
        self.content.setSpacing(0)
        indent = 0 if theme.is_large() else theme.px(_CIRCLE + _GAP)
        self.content.setContentsMargins(indent, 0, 0, 0)
        column.addLayout(self.content)
        column.addSpacing(theme.px(below))

    def set_done(self, done: bool) -> None:
        """A check in the circle in place of the number."""
        self._circle.set_done(done)
