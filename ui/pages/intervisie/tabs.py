"""Tabs with a line of accent under the chosen one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from ui import theme


class Tabs(QTabBar):
    """A tab bar in the look of the app; arrow keys move."""

    def __init__(self, *texts: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFont(theme.font("ui_bold"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for text in texts:
            self.addTab(text)

    def tabSizeHint(self, index: int) -> QSize:
        """The words and their room; a little narrower when all would not fit."""
        wide = self.fontMetrics().horizontalAdvance(self.tabText(index)) + 2 * theme.px(12)
        return QSize(wide, theme.px(44))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same: words are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
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
