"""Where one is in a short row of questions: a bar among dots, and the same in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from journal.text import tr
from ui import theme

_BAR, _DOT, _GAP = 24, 8, 8


class ProgressDots(QWidget):
    """``show_place`` counts from 0."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._place = count, 0
        self._words = QLabel()
        self._words.setFont(theme.font("caption"))
        self._words.setProperty("ink", "text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(_BAR + (count - 1) * (_DOT + _GAP) + 14, 0, 0, 0)
        row.addWidget(self._words)
        row.addStretch(1)
        self.setFixedHeight(max(theme.px(18), _DOT))
        self.show_place(0)

    def show_place(self, place: int) -> None:
        """Mark this question."""
        self._place = place
        self._words.setText(tr("Question {number} of {count}", number=place + 1, count=self._count))
        self.update()

    def sizeHint(self) -> QSize:
        """The dots and the words."""
        return QSize(theme.px(220), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Done and present in accent, to come in soft."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x, top = 0, (self.height() - _DOT) / 2
        for number in range(self._count):
            width = _BAR if number == self._place else _DOT
            painter.setBrush(theme.color("accent" if number <= self._place else "soft"))
            painter.drawRoundedRect(QRectF(x, top, width, _DOT), _DOT / 2, _DOT / 2)
            x += width + _GAP
        painter.end()
