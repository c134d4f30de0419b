"""The one window: lock, first start, trouble, and the app itself. Imports nothing heavy; see ``ui.opening``."""

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from journal.errors import CannotWrite, JournalError
from journal.paths import is_journal
from journal.settings import TEXT_SIZES, Settings
from journal.text import tr
from ui import jobs, notices, opening, theme
from ui.existing import ExistingPage
from ui.help import HelpPanel
from ui.idle import IdleLock
from ui.input_watch import InputWatch
from ui.lock import LockPage
from ui.look import Look
from ui.navigation import ROWS
from ui.place import Place
from ui.single import Single, ring
from ui.trouble import TroublePage
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
        self._single: Single | None = None
        self._hold(single or Single(self.folder))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._add_keys()

    # -- what stands in the window ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """The first page of this start."""
        if is_journal(self.folder):
            self.show_lock()
        else:
            self.show_start()

    def show_lock(self, *, recovery: bool = False) -> LockPage:
        """The lock of this journal."""
        page = LockPage(self.folder)
        page.opened.connect(self._opened)
        page.trouble.connect(self.show_trouble)
        page.painted.connect(self._painted)
        self._show(page)
        if recovery:
            page.ask_recovery_code()
        else:
            page.ask_passphrase()
        return page

    def show_start(self) -> None:
        """The first start: there is no journal here yet."""
        from ui.pages.start import StartPage  # noqa: PLC0415 - heavy, and seldom needed

        page = StartPage(self.settings, self.folder)
        page.opened.connect(self._opened)
        page.existing_requested.connect(self.show_existing)
        self._show(page)
        page.setFocus()

    def show_existing(self) -> None:
        """For who has a journal elsewhere: a folder, or a copy in one file."""
        page = ExistingPage(self.folder)
        page.chosen.connect(self.use_folder)
        page.back_requested.connect(self.begin)
        self._show(page)

    def show_trouble(self, error: JournalError) -> None:
        """A journal that does not open; its files are left as they are."""
        page = TroublePage(error, self.folder)
        page.other_requested.connect(self.show_existing)
        page.again_requested.connect(self.show_lock)
        page.recovery_requested.connect(lambda: self.show_lock(recovery=True))
        page.forward_requested.connect(lambda: ring(self.folder))
        page.close_requested.connect(self.close)
        self._show(page)
        page.setFocus()
        page.tell()

    def use_folder(self, folder: Path) -> None:
        """Another journal from now on; the settings remember it."""
        single = Single(folder)
        if not single.is_first:
            single.ring()
            return
        self._hold(single)
        self.folder = folder
        self._remember(replace(self.settings, journal=str(folder)))
        self.begin()

    # -- the open journal ------------------------------------------------------------------------------------------

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
        self.show_lock()
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
        from ui.shell import Shell  # noqa: PLC0415 - heavy; loaded by now
        from ui.store import Store  # noqa: PLC0415 - as above

        if opened.journey_id is None:
            opened.journal.close()
            self.show_start()
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
        self.show_trouble(error)

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

    # -- settings and look -----------------------------------------------------------------------------------------

    def take_settings(self, settings: Settings) -> None:
        """Remember, and look like it at once. Whoever writes stays where they are."""
        before = self.settings
        self._remember(settings)
        self.idle.minutes = settings.idle_minutes
        if (before.language, before.theme, before.text_size, before.map_as_list, before.less_motion) != (
            settings.language,
            settings.theme,
            settings.text_size,
            settings.map_as_list,
            settings.less_motion,
        ):
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

    def _resize_text(self, steps: int) -> None:
        now = TEXT_SIZES.index(self.settings.text_size)
        to = TEXT_SIZES.index(100) if not steps else min(max(now + steps, 0), len(TEXT_SIZES) - 1)
        if to != now:
            self.take_settings(replace(self.settings, text_size=TEXT_SIZES[to]))

    # -- small things ----------------------------------------------------------------------------------------------

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+L": self.lock,
            "Ctrl+S": self._say_saved,
            "Ctrl++": lambda: self._resize_text(1),
            "Ctrl+=": lambda: self._resize_text(1),
            "Ctrl+-": lambda: self._resize_text(-1),
            "Ctrl+0": lambda: self._resize_text(0),
            "F1": self._toggle_help,
        }
        for key, answer in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(answer)
        for number, row in enumerate(ROWS, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda name=row.name: self.show_page(name))

    def _say_saved(self) -> None:
        if self.shell is not None and self.shell.settle():
            self.notice.say(tr("Everything is already saved."))

    def _toggle_help(self) -> None:
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
