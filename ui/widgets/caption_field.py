"""The name of a drawing, model or photo: one line that saves itself, with a menu for what goes with it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from journal.errors import JournalError
from journal.text import tr
from ui import theme
from ui.icons import icon

REST_MS, AGAIN_MS = 400, 2000
_LONGEST = 300


class CaptionField(QLineEdit):
    """``save`` writes the text and may raise JournalError; it then stays unsaved. Down opens the menu."""

    def __init__(self, save: Callable[[str], object], hint: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save, self._saved = save, ""
        self.setObjectName(name)
        self.setProperty("tall", True)
        self.setFont(theme.font("read"))
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.menu = QMenu(self)
        self._more = QToolButton(self)
        self._more.setObjectName(f"{name}.menu")
        self._more.setProperty("kind", "eye")
        self._more.setIcon(icon("chevron-down"))
        self._more.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._more.setAccessibleName(tr("What else you can do with it"))
        self._more.setToolTip(self._more.accessibleName())
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.clicked.connect(self.open_menu)
        self.setTextMargins(0, 0, theme.px(30), 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.settle)
        self.textEdited.connect(lambda _text: self._rest.start(REST_MS))

    def show_text(self, text: str) -> None:
        """Show what the journal has; what is not saved yet stays."""
        if self.text() == self._saved:
            self._saved = text
            self.setText(text)

    def is_dirty(self) -> bool:
        """Whether something is not in the journal yet."""
        return self.text() != self._saved

    def settle(self) -> bool:
        """Save now what is unsaved. True when everything is in the journal."""
        self._rest.stop()
        if not self.is_dirty():
            return True
        text = self.text()
        try:
            self._save(text)
        except JournalError:
            self._rest.start(AGAIN_MS)  # the store has told; it may work in a moment
            return False
        self._saved = text
        return True

    def add_to_menu(self, words: str, answer: Callable[[], object], *, name: str) -> QAction:
        """One more thing that can be done."""
        action = self.menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(lambda _on: answer())
        return action

    def open_menu(self) -> None:
        """Show the menu above the field."""
        self.menu.setFont(theme.font("ui"))
        size = self.menu.sizeHint()
        self.menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), -size.height() - 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the menu, Esc is for the page; everything else is typing."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who leaves the field is done with it."""
        super().focusOutEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way to the menu stands at the right."""
        super().resizeEvent(event)
        side = theme.px(32)
        self._more.setGeometry(self.width() - side - theme.px(6), (self.height() - side) // 2, side, side)
