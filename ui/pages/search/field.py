"""The field in which one searches, with its icon and the keys that lead to it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets.words import button

_WIDE, _HIGH = 360, 40


class SearchField(QLineEdit):
    """``down`` on the arrow down and on Enter: into the results."""

    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search.field")
        self.setAccessibleName(tr("Search in everything you wrote"))
        self.setPlaceholderText(tr("Search in everything you wrote"))
        self.setFont(theme.font("ui"))
        self.setFixedHeight(theme.px(_HIGH))
        self.setMaximumWidth(theme.px(_WIDE))
        self.setMaxLength(400)
        self.setTextMargins(theme.px(30), 0, theme.px(30), 0)
        self._clear = button("", "icon", icon="x", tip=tr("Clear"), name="search.clear")
        self._clear.setParent(self)
        self._clear.setFixedSize(theme.px(32), theme.px(32))
        self._clear.setStyleSheet(f"min-width: {theme.px(30)}px; min-height: {theme.px(30)}px;")
        self._clear.clicked.connect(self._empty)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def sizeHint(self) -> QSize:
        """As in the drawing."""
        return QSize(theme.px(_WIDE), theme.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to what was found."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross stands at the right end."""
        super().resizeEvent(event)
        side = self._clear.width()
        self._clear.move(self.width() - side - theme.px(7), (self.height() - side) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and its icon."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(18)
        place = QRect(theme.px(15), (self.height() - side) // 2, side, side)
        painter.drawPixmap(QRectF(place), pixmap("search", "text2", 18), QRectF(pixmap("search", "text2", 18).rect()))
        painter.end()

    def _empty(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
