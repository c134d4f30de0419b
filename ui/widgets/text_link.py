"""A link that wraps: a button of plain words, as wide as there is room."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme


class TextLink(QAbstractButton):
    """Words in the accent that open something: ``chosen(what)``."""

    chosen = Signal(int)
    ROOM = 10

    def __init__(self, text: str, what: int, *, name: str, ink: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._ink = what, ink
        self.setText(text)
        self.clicked.connect(self._choose)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFont(theme.font("ui"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _choose(self) -> None:
        self.chosen.emit(self._what)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take, and room to click."""
        room = QRect(0, 0, max(width, 1), 10_000)
        high = QFontMetrics(self.font()).boundingRect(room, self._wrapping(width), self.text()).height()
        return high + theme.px(self.ROOM)

    def sizeHint(self) -> QSize:
        """On one line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + theme.px(self.ROOM))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(theme.px(60), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _wrapping(self, width: int) -> int:
        """Between words; inside one only where it is wider than the room, for Qt would then do so everywhere."""
        metrics = QFontMetrics(self.font())
        long = any(metrics.horizontalAdvance(word) > width for word in self.text().split())
        return int(Qt.TextFlag.TextWrapAnywhere if long else Qt.TextFlag.TextWordWrap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words; underlined under the mouse."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.color("accent" if self.underMouse() else self._ink))
        flags = self._wrapping(self.width()) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect(), flags, self.text())
        painter.end()


class QuietLink(TextLink):
    """The same in quiet ink, as high as its words: for a line that can be changed where it stands."""

    ROOM = 0

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", 0, name=name, ink="text2", parent=parent)

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take, at least one of 22."""
        return max(super().heightForWidth(width), theme.px(22))

    def sizeHint(self) -> QSize:
        """On one line, of 22."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.px(22)))
