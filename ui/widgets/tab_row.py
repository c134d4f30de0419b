"""Tabs that stand flush with the column, with a line of accent under the chosen one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from ui import theme

HEIGHT = 44
_GAP = 28


class TabRow(QTabBar):
    """A tab bar in the look of the app; arrow keys move."""

    def __init__(self, *texts: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFont(theme.font("ui_bold"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for text in texts:
            self.addTab(text)

    def tabSizeHint(self, index: int) -> QSize:
        """The words, and the room to the next tab."""
        return QSize(self._wide(index) + theme.px(_GAP), theme.px(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same: words are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, and the line."""
        painter = QPainter(self)
        for index in range(self.count()):
            area, chosen = self.tabRect(index), index == self.currentIndex()
            painter.setFont(theme.font("ui_bold" if chosen else "ui"))
            painter.setPen(theme.color("text" if chosen else "text2"))
            upper = area.adjusted(0, 0, 0, -theme.px(6))
            painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
            if chosen:
                line = QRect(area.left(), area.bottom() - 2, self._wide(index), 3)
                painter.fillRect(line, theme.color("accent"))
        painter.end()

    def _wide(self, index: int) -> int:
        return QFontMetrics(theme.font("ui_bold")).horizontalAdvance(self.tabText(index)) + 1
