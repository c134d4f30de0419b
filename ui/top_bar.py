"""The navigation of narrow windows and large letters: a bar on top with one menu button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from journal.text import tr
from ui import theme
from ui.icons import icon
from ui.navigation import BEHIND, ROWS, SEARCH, SETTINGS
from ui.widgets.saved_state import SavedState
from ui.widgets.words import button, words


class TopBar(QFrame):
    """The same wishes as the navigation."""

    page_requested = Signal(str)
    lock_requested = Signal()
    search_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setProperty("kind", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(12))
        self.menu = button(tr("Menu"), icon="menu", name="top_bar.menu")
        self.menu.clicked.connect(self.open_menu)
        self._here = words("", "ui_bold", "text", wrap=False, name="top_bar.here")
        self.saved = SavedState()
        row.addWidget(self.menu)
        row.addWidget(self._here)
        row.addStretch()
        row.addWidget(self.saved)
        self.hide()

    def show_chosen(self, name: str) -> None:
        """Tell which page is on screen."""
        self._here.setText(next(row.words() for row in (*ROWS, *BEHIND) if row.name == name))

    def open_menu(self) -> None:
        """Show the menu under its button."""
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """All pages, settings and the lock."""
        menu = QMenu(self)
        menu.setFont(theme.font("ui"))
        for row in (*ROWS, SEARCH, SETTINGS):
            action = menu.addAction(icon(row.icon, "text2", 20), row.words())
            if row is SEARCH:
                action.triggered.connect(self.search_requested)
                continue
            action.triggered.connect(lambda _checked=False, name=row.name: self.page_requested.emit(name))
        menu.addSeparator()
        menu.addAction(icon("lock", "text2", 20), tr("Lock")).triggered.connect(self.lock_requested)
        return menu
