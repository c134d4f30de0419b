"""What the pages of the first start share: a column that scrolls, and what their footer says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.start_footer import Footing

COLUMN = 728
MARGIN = 88
NARROW = 900
"""Under this width of window, or with large text, the panel is a line on top."""


class StartStep(QScrollArea):
    """One page. ``changed``: the footer must look again; ``next_requested``: Enter in a one-line field."""

    changed = Signal()
    next_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setProperty("ground", "none")
        across = QHBoxLayout(inside)
        roomy = not theme.is_large()
        across.setContentsMargins(MARGIN if roomy else 32, 84 if roomy else 24, 24, 16)
        holder = QWidget()
        holder.setMaximumWidth(COLUMN if roomy else 100_000)
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        across.addWidget(holder, 1)
        across.addStretch(0)
        self.setWidget(inside)

    def add_heading(self, title: str, lead: str, *, wide: int = 640) -> None:
        """The title and the sentence under it."""
        heading = Prose(title, "question")
        self.column.addWidget(heading)
        self.column.addSpacing(5)
        under = Prose(lead, "ui", "text2")
        under.setMaximumWidth(theme.px(wide))
        self.column.addWidget(under)

    def footing(self) -> Footing:
        """What the footer says now."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Put the focus where one begins."""

    def can_leave(self) -> bool:
        """Whether one may go on; a page shows itself what is still missing."""
        return True
