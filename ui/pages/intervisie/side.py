"""The panel on the right: the preview above, the export block below."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.words import rule

WIDTH = 420


class Side(QWidget):
    """Holds both where there is room beside the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(max(WIDTH, theme.px(WIDTH)) if not theme.is_large() else WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, theme.px(19), 0, 0)
        self._column.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(theme.px(24), 0, theme.px(24), theme.px(20))
        self._column.addLayout(self._top, 1)
        self._rule = rule()
        self._column.addWidget(self._rule)

    def sizeHint(self) -> QSize:
        """As wide as drawn."""
        return QSize(self.width(), 800)

    def take(self, preview: QWidget, export: QWidget) -> None:
        """Take both in."""
        self._top.addWidget(preview)
        preview.show()
        self._column.addWidget(export)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the navigation, with a hairline on the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("nav"))
        painter.fillRect(0, 0, 1, self.height(), theme.color("line"))
        painter.end()
