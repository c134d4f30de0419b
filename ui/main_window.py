"""The one window: lock, first start, trouble, and the app itself. Imports nothing heavy; see ``ui.opening``."""

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from journal.errors import CannotWrite, JournalError
from journal.settings import TEXT_SIZES, Settings
from journal.text import tr
from ui import jobs, notices, opening, theme
from ui.doorway import Doorway
from ui.help import HelpPanel
from ui.idle import IdleLock
from ui.input_watch import InputWatch
from ui.keys import add_keys
from ui.look import Look
from ui.place import Place
from ui.single import Single
from ui.widgets.brand import NAME
from ui.widgets.focus_ring import FocusRing
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.shell import Shell
    from ui.store import Store

SMALLEST = 960, 640
USUAL = 1280, 800


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class MainWindow(QMainWindow):
    """Holds one journal at a time. ``begin`` shows the lock, or the first start when there is no journal yet."""

    painted = Signal()
    """The first picture is on screen; only now may heavy things be imported."""
    unlocked = Signal()
    """A journal is open and its first page is on screen."""
    locked = Signal()

    def __init__(
        self,
        settings: Settings,
        *,
        folder: Path | None = None,
        settings_file: Path | None = None,
        now: Callable[[], dt.datetime] = _now,
        single: Single | None = None,
    ) -> None:
        super().__init__()
        self.settings, self._settings_file, self._now = settings, settings_file, now
        self.folder = folder or settings.journal_folder
        self.shell: Shell | None = None
        self._place: Place | None = None
        self._preloaded = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._look = Look(app)
        self._look.put_on(settings)
        self.setObjectName("window")
        self.setWindowTitle(NAME)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._watch = InputWatch(self)
        self.ring = FocusRing(self._watch, self)
        self.idle = IdleLock(settings.idle_minutes, parent=self)
        self._watch.touched.connect(self.idle.touch)
        self.idle.idle.connect(self.lock)
        self.notice = Notice(self)
        self.help = HelpPanel(self)
        self.doorway = Doorway(self._show, self)
        self.doorway.opened.connect(self._opened)
        self.doorway.painted.connect(self._painted)
        self.doorway.folder_chosen.connect(self.use_folder)
        self.doorway.close_requested.connect(self.close)
        self._single: Single | None = None
        self._hold(single or Single(self.folder))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        add_keys(self)

    def begin(self) -> None:
        """The first page of this start."""
        self.doorway.begin(self.folder, self.settings)

    def use_folder(self, folder: Path) -> None:
        """Another journal from now on; the settings remember it."""
        if folder != self.folder:
            single = Single(folder)
            if not single.is_first:
                single.ring()
                return
            self._hold(single)
            self.folder = folder
        self._remember(replace(self.settings, journal=str(folder)))
        self.begin()

    @property
    def store(self) -> Optional["Store"]:
        """The gate to the open journal; None while it is locked."""
        return self.shell.store if self.shell else None

    def show_page(self, name: str) -> None:
        """``journey``, ``reflections``, ``question``, ``intervisie`` or ``settings``. Nothing while locked."""
        if self.shell:
            self.shell.show_page(name)

    def open_entry(self, entry_id: int) -> None:
        """The page where this entry is written."""
        if self.shell:
            self.shell.open_entry(entry_id)

    def lock(self, *, anyway: bool = False) -> bool:
        """Save, close, and let nothing of the diary stay in the window. False when saving does not work now.

        Unsaved text is worth more than a locked door: then the window stays open and says so. ``anyway`` locks.
        """
        if self.shell is None:
            return True
        if not self.shell.settle() and not anyway:
            self.shell.trouble.appear(leaving=True)
            return False
        self._place = self.shell.place()
        self.help.hide()
        self._close_journal()
        self.begin()
        self.locked.emit()
        return True

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.shell.settle() if self.shell else True

    def come_forward(self) -> None:
        """To the front, also when minimised."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Save and go, whatever stands in the window. For an end that does not wait."""
        self.settle()
        self._shut_start()
        self._close_journal()
        app = QGuiApplication.instance()
        if app is not None:
            app.quit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything is saved, or when somebody said that it may be lost."""
        if self.shell is not None and not self.shell.settle():
            self.shell.trouble.appear(leaving=True)
            event.ignore()
            return
        self._shut_start()
        self._close_journal()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the innermost thing that is open, when no page has used it."""
        if event.key() != Qt.Key.Key_Escape or self.shell is None:
            super().keyPressEvent(event)
        elif self.help.isVisible():
            self.help.hide()
        else:
            self.shell.close_full()

    def _opened(self, journal: Any) -> None:
        jobs.run(self, lambda: opening.prepare(journal), self._enter, self._not_entered)

    def _enter(self, opened: opening.Opened) -> None:
        from ui.shell import Shell
        from ui.store import Store

        if opened.journey_id is None:
            opened.journal.close()
            self.doorway.start()
            return
        store = Store(opened.journal, opened.guidance, opened.journey_id, now=self._now)
        self._build_shell(Shell, store, self._place or Place("journey"))
        self._place = None
        self.idle.start()
        self.unlocked.emit()
        QTimer.singleShot(0, self, theme.load_other_fonts)

    def _not_entered(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self.doorway.trouble(error)

    def _build_shell(self, shell_class: type["Shell"], store: "Store", place: Place) -> None:
        keys = "Cmd" if sys.platform == "darwin" else "Ctrl"
        shell = shell_class(store, self.settings, keys)
        store.setParent(shell)
        shell.lock_requested.connect(self.lock)
        shell.leave_requested.connect(lambda: self.lock(anyway=True))
        shell.settings_changed.connect(self.take_settings)
        shell.said.connect(self.notice.say)
        shell.page_shown.connect(self.help.show_page)
        self.shell = shell
        shell.resize(self._stack.size())
        shell.return_to(place)
        self._show(shell)
        shell.focus_on(place.spot)

    def _shut_start(self) -> None:
        page = self._stack.currentWidget()
        if self.shell is None and page is not None and hasattr(page, "shut"):
            page.settle()  # type: ignore[attr-defined]
            page.shut()

    def _close_journal(self) -> None:
        self.idle.stop()
        if self.shell is None:
            return
        store, shell = self.shell.store, self.shell
        self.shell = None
        self._stack.removeWidget(shell)
        shell.hide()
        shell.deleteLater()
        store.journal.close()

    def take_settings(self, settings: Settings) -> None:
        """Remember, and look like it at once. Whoever writes stays where they are."""
        before = self.settings
        self._remember(settings)
        self.idle.minutes = settings.idle_minutes
        if replace(before, idle_minutes=settings.idle_minutes, journal=settings.journal) != settings:
            self._rebuild()

    def _remember(self, settings: Settings) -> None:
        self.settings = settings
        try:
            settings.write(self._settings_file)
        except CannotWrite as error:
            self.notice.say(notices.sentence(error))

    def _rebuild(self) -> None:
        if self.shell is None:
            self._look.put_on(self.settings)
            self.begin()
            return
        if not self.shell.settle():
            self.shell.trouble.appear()
            return
        place, store, old = self.shell.place(), self.shell.store, self.shell
        store.setParent(self)
        self._look.put_on(self.settings)
        self.help.rebuild()
        self._build_shell(type(old), store, place)
        self._stack.removeWidget(old)
        old.hide()
        old.deleteLater()

    def _system_changed(self) -> None:
        if self.settings.theme == "system":
            self._rebuild()

    def resize_text(self, steps: int) -> None:
        """Larger (1) or smaller (-1) letters; 0 for the usual size."""
        now = TEXT_SIZES.index(self.settings.text_size)
        to = TEXT_SIZES.index(100) if not steps else min(max(now + steps, 0), len(TEXT_SIZES) - 1)
        if to != now:
            self.take_settings(replace(self.settings, text_size=TEXT_SIZES[to]))

    def say_saved(self) -> None:
        """Answer who looks for a Save button."""
        if self.shell is not None and self.shell.settle():
            self.notice.say(tr("Everything is already saved."))

    def toggle_help(self) -> None:
        """Open or close the help on this page."""
        if self.shell is not None:
            self.help.toggle()

    def _show(self, page: QWidget) -> None:
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None and before is not page:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _hold(self, single: Single) -> None:
        if self._single is not None:
            self._single.release()
        self._single = single
        single.called.connect(self.come_forward)

    def _painted(self) -> None:
        if not self._preloaded:
            self._preloaded = True
            self.painted.emit()
            QTimer.singleShot(0, self, lambda: jobs.run(self, opening.preload, lambda _none: None))
