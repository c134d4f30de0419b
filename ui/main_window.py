"""The one window: lock, first start, trouble, and the app itself. Imports nothing heavy; see ``ui.opening``."""

import sys
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from journal.errors import CannotWrite, JournalError
from journal.paths import default_journal, is_journal
from journal.settings import Settings
from ui import jobs, notices, opening, theme
from ui.clock import Clock, utc_now
from ui.collecting import Collector
from ui.doorway import Doorway
from ui.look import Look
from ui.single import Single
from ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from ui.furniture import Furniture
    from ui.shell import Shell
    from ui.store import Store
    from ui.whereabouts import Place

SMALLEST = 960, 640
USUAL = 1280, 800


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
        now: Clock = utc_now,
        single: Single | None = None,
    ) -> None:
        super().__init__()
        self.settings, self.settings_file, self.now = settings, settings_file, now
        self.folder = folder or settings.journal_folder
        self.shell: Shell | None = None
        self._place: Place | None = None
        self._preloaded = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._look = Look(app)
        self._look.put_on(settings)
        self.setObjectName("window")
        self.setWindowTitle("Reisgezel")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._stack = PageStack()
        self.setCentralWidget(self._stack)
        self.doorway = Doorway(self._stack.show_page, now, self)
        self.doorway.opened.connect(self._opened)
        self.doorway.painted.connect(self._painted)
        self.doorway.folder_chosen.connect(self.use_folder)
        self.doorway.close_requested.connect(self.close)
        self.doorway.device_forgot.connect(lambda: self._remember(replace(self.settings, remember_device=False)))
        self.doorway.new_requested.connect(lambda: self.use_folder(default_journal()))
        self._single: Single | None = None
        self._hold(single or Single(self.folder))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @cached_property
    def furniture(self) -> "Furniture":
        """What the window has besides its pages; made when first asked for, at the latest after the first picture."""
        from ui.furniture import Furniture  # not before the first picture

        return Furniture(self)

    def begin(self) -> None:
        """The first page of this start."""
        there = is_journal(self.folder)
        known = not there and Settings.read(self.settings_file).journal == str(self.folder)
        self.doorway.begin(self.folder, self.settings, known=known)
        if not there:
            self._painted()  # the first start has nothing to wait for

    def use_folder(self, folder: Path) -> None:
        """Another journal from now on; the settings remember it."""
        if folder != self.folder:
            single = Single(folder)
            if not single.is_first:
                single.ring()
                return
            self._hold(single)
            self.folder = folder
        self._remember(replace(self.settings, journal="" if folder == default_journal() else str(folder)))
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
            self.doorway.put_away()
            return True
        if not self.shell.settle() and not anyway:
            self.shell.trouble.appear(leaving=True)
            return False
        self._place = self.shell.place()
        self.furniture.help.hide()
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
        self.furniture.reminding.end()
        self.settle()
        self.doorway.shut()
        self._close_journal()
        QGuiApplication.quit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything is saved, or may be lost. With reminders on, the app stays in the tray, locked."""
        if self.furniture.reminding.keeps():
            event.ignore()
            return
        if self.shell is not None and not self.shell.settle():
            self.shell.trouble.appear(leaving=True)
            event.ignore()
            return
        self.doorway.shut()
        self._close_journal()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the innermost thing that is open, when no page has used it."""
        if event.key() != Qt.Key.Key_Escape or self.shell is None:
            super().keyPressEvent(event)
        elif self.furniture.help.isVisible():
            self.furniture.help.hide()
        else:
            self.shell.close_full()

    def _opened(self, journal: Any) -> None:
        jobs.run(self, lambda: opening.prepare(journal), self._enter, self._not_entered)

    def _enter(self, opened: opening.Opened) -> None:
        from ui.shell import Shell
        from ui.store import Store
        from ui.whereabouts import Place  # heavy, or not needed before; loaded by now

        if opened.journey_id is None:
            opened.journal.close()
            self.doorway.start()
            return
        store = Store(opened.journal, opened.guidance, opened.journey_id, now=self.now)
        self.shell = shell = self._new_shell(Shell, store)
        place, self._place = self._place or Place("journey"), None
        # The lock stands until the page is whole.
        steps = (lambda: shell.page(place.page), lambda: shell.return_to(place), lambda: self._arrive(place))
        jobs.one_a_turn(self, steps, lambda: self.shell is shell)

    def _arrive(self, place: "Place") -> None:
        assert self.shell is not None
        self._stack.show_page(self.shell)
        self.shell.focus_on(place.spot)
        self.furniture.idle.start()
        self.unlocked.emit()
        if self.shell.store.journal.ended_badly:
            self.furniture.tell_of_bad_end(self.shell.store)
        theme.load_other_fonts()
        opening.preload_pages(self)

    def _not_entered(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self.doorway.trouble(error)

    def _new_shell(self, shell_class: type["Shell"], store: "Store") -> "Shell":
        keys = "Cmd" if sys.platform == "darwin" else "Ctrl"
        shell = shell_class(store, self.settings, keys)
        store.setParent(shell)
        shell.lock_requested.connect(self.lock)
        shell.leave_requested.connect(lambda: self.lock(anyway=True))
        shell.settings_changed.connect(self.take_settings)
        shell.present_requested.connect(self.furniture.shield.present)
        shell.awake_requested.connect(self.furniture.idle.touch)
        shell.journey_changed.connect(self._reopen)
        self.doorway.hear(shell, self.lock)
        shell.said.connect(self.furniture.notice.say)
        shell.page_shown.connect(self.furniture.help.show_page)
        shell.resize(self._stack.size())
        return shell

    def _reopen(self, page: str) -> None:
        """Show the journal anew: its journey or its programme is another one now."""
        from ui.whereabouts import Place  # as above

        if self.shell is not None and self.shell.settle():
            self._place = Place(page) if page else self.shell.place()
            self._opened(self.shell.store.journal)

    def _close_journal(self) -> None:
        self.furniture.idle.stop()
        if self.shell is None:
            return
        store, shell = self.shell.store, self.shell
        self.shell = None
        store.undoing.forget()
        self._stack.discard(shell)
        self.furniture.forget()
        self.furniture.backing_up.close(store.journal)

    def take_settings(self, settings: Settings) -> None:
        """Remember, and look like it at once. Whoever writes stays where they are."""
        before = self.settings
        self._remember(settings)
        if settings.looks_other_than(before):
            self._rebuild()
        self.furniture.take(settings)

    def _remember(self, settings: Settings) -> None:
        self.settings = settings
        try:
            settings.write(self.settings_file)
        except CannotWrite as error:
            self.furniture.notice.say(notices.sentence(error))

    def _rebuild(self) -> None:
        if self.shell is None:
            self._look.put_on(self.settings)
            self.doorway.renew()
            return
        if not self.shell.settle():
            self.shell.trouble.appear()
            return
        place, store, old = self.shell.place(), self.shell.store, self.shell
        store.setParent(self)
        old.forget_hidden()  # every widget that lives is given its new looks: seconds, when many pages were seen
        self._look.put_on(self.settings)
        self.furniture.help.rebuild()
        self.shell = self._new_shell(type(old), store)
        self.shell.return_to(place)
        self._stack.show_page(self.shell)
        self.shell.focus_on(place.spot)

    def _system_changed(self) -> None:
        if self.settings.theme == "system":
            self._rebuild()

    def _hold(self, single: Single) -> None:
        if self._single is not None:
            self._single.release()
        self._single = single
        single.setParent(self)
        if self._preloaded:
            single.listen()
        single.called.connect(self.come_forward)

    def _painted(self) -> None:
        if not self._preloaded:
            self._preloaded = True
            self.painted.emit()
            QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        self._collector = Collector(self)
        assert self.furniture
        assert self._single is not None
        self._single.listen()
        theme.load_italics()
        jobs.run(self, opening.preload, lambda _none: None)
