"""A panel beside the thing that it is about: closes on Escape or a click elsewhere, and gives the focus back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme

WIDTH = 360
_AWAY = 10


class Popover(QFrame):
    """A plain child frame of a page; fill ``column``, then ``open_beside``. ``closed`` comes once."""

    closed = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setProperty("kind", "popover")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(0)
        self._page = parent
        self._came_from: QWidget | None = None
        self._window: QWindow | None = None
        self.hide()

    def open_beside(self, place: QRect) -> None:
        """Show below the place (in the parent), or above it where there is no room below."""
        page = self._page
        width = min(round(WIDTH * max(theme.factor(), 1.0)), page.width() - 8)
        self.setFixedWidth(width)
        fits = self.column.hasHeightForWidth()
        height = self.column.totalHeightForWidth(width) if fits else self.column.totalSizeHint().height()
        left = min(max(place.center().x() - width // 2, 4), page.width() - width - 4)
        seen = page.visibleRegion().boundingRect()
        top = place.bottom() + _AWAY
        if top + height > seen.bottom() and place.top() - _AWAY - height >= seen.top():
            top = place.top() - _AWAY - height
        elif top + height > page.height():
            top = max(page.height() - height - 4, 4)
        self.setGeometry(left, top, width, height)
        self._came_from = QApplication.focusWidget()
        self.show()
        self.raise_()
        self._scroll_into_view()
        self._window = self.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)
        if first := self.nextInFocusChain():
            self._focus_first(first)

    def shut(self, *, give_back: bool = True) -> None:
        """Close; the focus returns to where it came from unless it went elsewhere by itself."""
        if self.isHidden():
            return
        if self._window is not None:
            self._window.removeEventFilter(self)
        came_from, self._came_from = self._came_from, None
        self.hide()
        if give_back and came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere else in the window closes it; what was pressed still gets the press."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._pressed(event.globalPosition().toPoint())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the panel itself goes no further."""
        event.accept()

    def _pressed(self, place: QPoint) -> None:
        if not self.rect().contains(self.mapFromGlobal(place)):
            self.shut(give_back=False)

    def _focus_first(self, widget: QWidget) -> None:
        """The first of this panel that takes the keyboard, else the panel itself."""
        found: QWidget | None = widget
        while found is not None and found is not self:
            if self.isAncestorOf(found) and found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.isVisible():
                break
            found = found.nextInFocusChain()
        (found or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _scroll_into_view(self) -> None:
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and content is not None:
            bottom = self.mapTo(content, QPoint(self.width() // 2, self.height()))
            area.ensureVisible(bottom.x(), bottom.y(), 0, 8)
            top = self.mapTo(content, QPoint(self.width() // 2, 0))
            area.ensureVisible(top.x(), top.y(), 0, 8)
