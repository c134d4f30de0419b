"""The ground of the lock and of trouble: contours over the whole window, a card in the middle, a line below."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.brand import Brand
from ui.widgets.contours import Contours

_FOOT = 28
_LARGE_MARGIN = 24


class LockCard(QWidget):
    """Fill ``body`` with what the card says and ``foot`` with what stands below it.

    ``width`` is at 100 %; with large text the card fills the window and scrolls. ``painted`` comes once, after the
    first picture is on screen.
    """

    painted = Signal()

    def __init__(self, width: int, raised: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted = False
        self._ground = Contours(self)
        self.card = QFrame()
        self.card.setProperty("kind", "lock")
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(theme.px(48), theme.px(40), theme.px(48), theme.px(31))
        self.body.setSpacing(0)
        self.body.addWidget(Brand())
        self.body.addSpacing(theme.px(25))
        self.foot_frame = QFrame(self)
        self.foot_frame.setProperty("ground", "bg")
        self.foot = QHBoxLayout(self.foot_frame)
        self.foot.setContentsMargins(10, 4, 10, 4)
        self._lay_out(width, raised)
        self.foot_frame.installEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first picture is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ground and the line below follow the window."""
        super().resizeEvent(event)
        self._ground.setGeometry(self.rect())
        self._scroll.setGeometry(self.rect())
        self._place_foot()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line below is placed again when its words change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_foot()
        return super().eventFilter(watched, event)

    def _lay_out(self, width: int, raised: int) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        if theme.is_large():
            column.setContentsMargins(*[_LARGE_MARGIN] * 4)
            column.setSpacing(_LARGE_MARGIN)
            column.addWidget(self.card, 1)
            column.addWidget(self.foot_frame, 0, Qt.AlignmentFlag.AlignHCenter)
            self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        else:
            column.setContentsMargins(_LARGE_MARGIN, _LARGE_MARGIN, _LARGE_MARGIN, _LARGE_MARGIN + raised)
            self.card.setFixedWidth(theme.px(width))
            column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        self._scroll.setWidget(inside)
        self._scroll.stackUnder(self.foot_frame)

    def _place_foot(self) -> None:
        if self.foot_frame.parent() is not self:
            return
        size = self.foot_frame.sizeHint()
        self.foot_frame.resize(size)
        self.foot_frame.move((self.width() - size.width()) // 2, self.height() - _FOOT - size.height())
        self.foot_frame.setVisible(size.width() <= self.width())
