"""The app once it is open: navigation beside the pages, and the pages that take the whole window."""

import importlib
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import delete

from journal.errors import JournalError
from journal.settings import Settings
from ui import notices, theme
from ui.navigation import BEHIND, ROWS, SEARCH, Navigation
from ui.store import Store
from ui.top_bar import TopBar
from ui.undoing import walk
from ui.whereabouts import Place, Spot, go_to, spot_on
from ui.widgets.saved_state import SaveTrouble
from ui.widgets.unsaved import copy_unsaved, unsaved_in
from ui.wishes import Wishes

NARROW_UNDER, BAR_UNDER = 1120, 900


class Shell(QWidget):
    """Makes pages when they are first asked for. Destroyed as a whole when the journal is locked."""

    lock_requested = Signal()
    leave_requested = Signal()
    settings_changed = Signal(object)
    restore_requested = Signal(Path)
    damage_found = Signal(object)
    move_requested = Signal(Path)
    present_requested = Signal(bool)
    awake_requested = Signal()
    """A meeting is being led: somebody is there, though nobody touches a key."""
    said = Signal(str)
    page_shown = Signal(str)
    journey_changed = Signal(str)
    """Another journey or programme: show all of it anew, on the page with this name; empty: where one is."""

    def __init__(self, store: Store, settings: Settings, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store, self._settings = store, settings
        self.name = ROWS[0].name
        self._pages: dict[str, QWidget] = {}
        self.entry_id: int | None = None
        self._full: QWidget | None = None
        self._before_search: Place | None = None
        self._wishes = Wishes(self)
        self.navigation = Navigation(lambda key: f"{keys} {key}")
        self.bar = TopBar()
        self.pages = QStackedWidget()
        self.trouble = SaveTrouble()
        self._lay_out()
        for way in (self.navigation, self.bar):
            way.page_requested.connect(self.show_page)
            way.lock_requested.connect(self.lock_requested)
            way.search_requested.connect(self.search)
        store.saved.connect(self._saved)
        store.failed.connect(self._failed)
        store.undoing.said.connect(self.said)
        store.unreadable.connect(self._unreadable)  # a method, no lambda: a thread may be the one that reads
        self.trouble.retry_requested.connect(self.settle)
        self.trouble.copy_requested.connect(lambda: copy_unsaved(self))
        self.trouble.leave_requested.connect(self.leave_requested)
        next_part = QShortcut(QKeySequence("F6"), self._frame)
        next_part.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        next_part.activated.connect(self._next_part)

    def current(self) -> QWidget:
        """The page on screen."""
        return self._full or self.page(self.name)

    def show_page(self, name: str) -> None:
        """Go to a page of the navigation. Text on the page that is left is saved first."""
        if not self._leave_full() or not self._settled(self.current()):
            self.navigation.show_chosen(self.name)
            return
        new = name not in self._pages
        page = self.page(name)
        self.name = self.store.undoing.here = name
        if not new or not getattr(page, "fills_itself", False):
            page.refresh()  # type: ignore[attr-defined]
        self.pages.setCurrentWidget(page)
        self._stack.setCurrentWidget(self._frame)
        self.navigation.show_chosen(name)
        self.bar.show_chosen(name)
        self.page_shown.emit(name)

    def search(self) -> None:
        """Search, and remember where one was."""
        here = self.place()
        self.show_page(SEARCH.name)
        if self.name == SEARCH.name and self._full is None:
            if here.page != SEARCH.name or here.entry_id is not None:
                self._before_search = here
            self.current().begin()  # type: ignore[attr-defined]

    def leave_search(self) -> None:
        """Back to where one was before searching."""
        before = self._before_search or Place(ROWS[0].name)
        self._before_search = None
        self.return_to(before)
        self.focus_on(before.spot)

    def open_entry(self, entry_id: int) -> None:
        """Go to where this entry is written."""
        self._wishes.open_entry(entry_id)

    def show_full(self, page: QWidget, entry_id: int | None) -> None:
        """Give a page the whole window, until it asks to be closed."""
        if not self._leave_full() or not self._settled(self.current()):
            page.deleteLater()
            return
        self._full, self.entry_id = page, entry_id
        self.store.undoing.here = f"{self.name} {entry_id or ''}".strip()
        self._wishes.connect(page)
        first = page.focusWidget()  # the field that the page begins with; it is forgotten when the page gets its place
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        (first or page).setFocus()

    def forget_hidden(self) -> None:
        """Let go of the pages that are not on screen. What was written there was saved when they were left."""
        shown = self.current()
        for name, page in list(self._pages.items()):
            if page is not shown:
                del self._pages[name]
                delete(page)

    def close_full(self) -> None:
        """Back to the page that it was opened from."""
        if self._full is not None:
            self.show_page(self.name)

    def settle(self) -> bool:
        """Save everything that is unsaved. False when that does not work now."""
        settled = [self._settled(page) for page in (*self._pages.values(), self._full) if page is not None]
        good = all(settled)
        if good:
            self.trouble.go()
        return good

    def place(self) -> Place:
        """Where somebody is now."""
        return Place(self.name, self.entry_id if self._full else None, spot_on(self.current()))

    def return_to(self, place: Place) -> None:
        """Go back there, as far as it still exists. The focus follows with ``focus_on``, once this is on screen."""
        self.show_page(place.page)
        if place.entry_id is not None:
            self.open_entry(place.entry_id)
        self._wishes.attachment_again(place.spot.step)

    def focus_on(self, spot: Spot) -> None:
        """Put the focus and the caret where they were, else at the beginning of the page."""
        if not go_to(self.current(), spot):
            self.current().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Z and Ctrl Y, where no field for text and no page has used them."""
        if not walk(self.store.undoing, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The navigation becomes icons, and then a bar, as the window gets narrower or the text larger."""
        super().resizeEvent(event)
        bar = theme.is_large() or self.width() < BAR_UNDER
        self.navigation.setVisible(not bar)
        self.bar.setVisible(bar)
        if not bar:
            self.navigation.set_narrow(self.width() < NARROW_UNDER)

    def _lay_out(self) -> None:
        self._frame = QWidget()
        column = QVBoxLayout(self._frame)
        row = QHBoxLayout()
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        row.addWidget(self.navigation)
        row.addWidget(self.pages, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._frame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.trouble)

    def page(self, name: str) -> QWidget:
        """A page of the navigation; made when it is first asked for."""
        if name not in self._pages:
            row = next(row for row in (*ROWS, *BEHIND) if row.name == name)
            module, class_name = row.page.split(":")
            made = getattr(importlib.import_module(module), class_name)
            page: QWidget = made(self.store, self._settings) if row.takes_settings else made(self.store)
            self._pages[name] = page
            self._wishes.connect(page)
            self.pages.addWidget(page)
        return self._pages[name]

    def _leave_full(self) -> bool:
        full = self._full
        if full is None:
            return True
        if not self._settled(full):
            self.trouble.appear()
            return False
        self._full, self.entry_id = None, None
        self._stack.removeWidget(full)
        full.hide()
        full.deleteLater()
        return True

    def _settled(self, page: QWidget) -> bool:
        return bool(page.settle())  # type: ignore[attr-defined]

    def _saved(self, moment: object) -> None:
        for line in (self.navigation.saved, self.bar.saved):
            line.saved(moment)  # type: ignore[arg-type]
        if self.trouble.isVisible() and not unsaved_in(self):
            self.trouble.go()

    def _failed(self, _error: object) -> None:
        self.navigation.saved.failing()
        self.bar.saved.failing()
        if self._full is None or not self._full.property("own_trouble"):
            self.trouble.appear()

    def _unreadable(self, error: JournalError) -> None:
        self.said.emit(notices.sentence(error))

    def _next_part(self) -> None:
        reason = Qt.FocusReason.ShortcutFocusReason
        if self.bar.isVisible():
            self.bar.menu.setFocus(reason)
        elif self.navigation.isAncestorOf(self.focusWidget() or self):
            self.current().setFocus(reason)
            self.current().focusNextChild()
        else:
            self.navigation.list.setFocus(reason)
