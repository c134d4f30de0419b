"""The tabs of the page in its compact form: each as wide as its part, on a line over the whole width."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui import theme
from ui.widgets.tab_row import HEIGHT, TabRow

_SIDE = 12


class Tabs(TabRow):
    """Words in the middle of their tab."""

    def __init__(self, *texts: str, name: str) -> None:
        super().__init__(*texts, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        """The words and their room."""
        return QSize(self.fontMetrics().horizontalAdvance(self.tabText(index)) + 2 * theme.px(_SIDE), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, and the line."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        for index in range(self.count()):
            area, chosen = self.tabRect(index), index == self.currentIndex()
            painter.setFont(self.font())
            painter.setPen(theme.color("text" if chosen else "text2"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if chosen:
                painter.fillRect(area.left(), area.bottom() - 2, area.width(), 3, theme.color("accent"))
        painter.end()
