"""Words of before that stand beside the writing, with a line of accent on their left."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.prose import Prose

_LINE, _INSIDE = 3, 17


class Barred(QWidget):
    """A caption and words; put more under them into ``column``."""

    def __init__(self, caption: str, text: str, *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(_INSIDE), 0, 0, 0)
        self.column.setSpacing(0)
        if caption:
            self.column.addWidget(Prose(caption, "caption", "text3"))
        self.words = Prose(text, "read", line=25)
        self.column.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.fillRect(0, 0, theme.px(_LINE), self.height(), theme.color("accent"))
        painter.end()
