"""A large button with a title and a line of explanation: one of a few ways to go."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.icons import pixmap

_EDGE, _ICON = 24, 18


class WayCard(QAbstractButton):
    """Checked: the way in use. Up and down go to its neighbours."""

    def __init__(self, title: str, text: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self._more = text
        self.setObjectName(name)
        self.setAccessibleName(f"{title}: {text}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Two lines and their space; more when they wrap."""
        title, more = self._boxes(width)
        return max(theme.px(84), title.height() + more.height() + 2 * theme.px(16))

    def sizeHint(self) -> QSize:
        """As wide as is given."""
        return QSize(theme.px(320), self.heightForWidth(theme.px(320)))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(theme.px(120), theme.px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, arrows walk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked()
        edge = "accent" if strong else "text2" if self.underMouse() else "control"
        painter.setPen(QPen(theme.color(edge), 2 if strong else 1))
        painter.setBrush(theme.color("soft" if self.isDown() else "surface"))
        inset = 1.0 if strong else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        title, more = self._boxes(self.width())
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.font("card_title"))
        painter.setPen(theme.color("text"))
        painter.drawText(title, wrap, self.text())
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.color("text2"))
        painter.drawText(more, wrap, self._more)
        icon = theme.px(_ICON)
        painter.drawPixmap(
            self.width() - theme.px(_EDGE) - icon,
            (self.height() - icon) // 2,
            pixmap("check" if strong else "chevron-right", "accent", _ICON),
        )
        painter.end()

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        left = theme.px(_EDGE)
        room = QRect(left, 0, max(40, width - 2 * left - theme.px(_ICON + 12)), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        title = QFontMetrics(theme.font("card_title")).boundingRect(room, wrap, self.text())
        more = QFontMetrics(theme.font("ui")).boundingRect(room, wrap, self._more)
        top = max(theme.px(16), (self.height() - title.height() - more.height()) // 2)
        lower = QRect(left, top + title.height(), room.width(), more.height())
        return QRect(left, top, room.width(), title.height()), lower
