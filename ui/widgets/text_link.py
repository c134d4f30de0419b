"""A link that wraps: a button of plain words, as wide as there is room."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class TextLink(QAbstractButton):
    """Words in the accent that open something: ``chosen(what)``."""

    chosen = Signal(int)

    def __init__(self, text: str, what: int, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self.setText(text)
        self.clicked.connect(self._choose)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFont(theme.font("ui"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _choose(self) -> None:
        self.chosen.emit(self._what)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take, and room to click."""
        high = QFontMetrics(self.font()).boundingRect(QRect(0, 0, max(width, 1), 10_000), _FLAGS, self.text()).height()
        return high + theme.px(10)

    def sizeHint(self) -> QSize:
        """On one line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + theme.px(10))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(theme.px(60), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The words; underlined under the mouse."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.color("accent"))
        painter.drawText(self.rect(), int(_FLAGS) | int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()
