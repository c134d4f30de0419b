"""The mark and the name, as they stand on the lock, above the navigation and on the first start."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.icons import pixmap
from ui.widgets.words import words

NAME = "Reisgezel"
_NAME_SIZE = 21


class Brand(QWidget):
    """A winding line that ends in a dot, and the name beside it."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(gap))
        mark = QLabel()
        mark.setPixmap(pixmap("mark", "accent", 26))
        self.name = words(NAME, "card_title", wrap=False)
        font = self.name.font()
        font.setPixelSize(theme.px(_NAME_SIZE))
        self.name.setFont(font)
        row.addWidget(mark)
        row.addWidget(self.name)
        row.addStretch()
