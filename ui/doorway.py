"""What stands in the window while no journal is open: the lock, the first start, trouble, "where is it?"."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from journal.errors import DamagedJournal, JournalError, NoJournal
from journal.paths import is_journal
from journal.settings import Settings
from journal.text import tr
from ui.clock import Clock
from ui.lock import LockPage

if TYPE_CHECKING:
    from journal.storage.restoring import Restored
    from journal.storage.salvage import Salvaged
    from ui.restore import RestorePage
    from ui.shell import Shell


class Doorway(QObject):
    """Shows one page at a time, with ``show``. ``opened(OpenJournal)`` when somebody has come through."""

    opened = Signal(object)
    painted = Signal()
    folder_chosen = Signal(Path)
    close_requested = Signal()
    device_forgot = Signal()
    new_requested = Signal()

    def __init__(self, show: Callable[[QWidget], None], now: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._put = show
        self._page: QWidget | None = None
        self._said = ""
        self._folder, self._settings, self._known = Path(), Settings(), False

    def begin(self, folder: Path, settings: Settings, *, known: bool = False) -> None:
        """The lock of this journal, or the first start where there is none.

        ``known``: somebody has chosen this folder before. Then a journal that is not there is missed, not begun anew.
        """
        self.put_away()
        self._folder, self._settings, self._known = folder, settings, known
        if is_journal(folder):
            self.lock()
        elif known:
            self.trouble(NoJournal(folder))
        else:
            self.start()

    def renew(self) -> None:
        """Look as the app looks now. A first start that is under way stays as it is: nothing typed is lost."""
        if not hasattr(self._page, "shut"):
            self.begin(self._folder, self._settings, known=self._known)

    def put_away(self) -> None:
        """Close what a recovery code opened and what waits for a passphrase: somebody else may come along."""
        if isinstance(self._page, LockPage) and isValid(self._page):
            self._page.put_away()

    def shut(self) -> None:
        """Save and close what a first start has made, when the window closes during it."""
        self.put_away()
        page = self._page
        if page is not None and isValid(page) and hasattr(page, "shut"):
            page.settle()  # type: ignore[attr-defined]
            page.shut()

    def lock(self, *, recovery: bool = False) -> None:
        """Ask for the passphrase, or at once for the recovery code."""
        page = LockPage(self._folder, now=self._now)
        page.opened.connect(self.opened)
        page.trouble.connect(self.trouble)
        page.painted.connect(self.painted)
        page.restore_requested.connect(self.restore)
        if self._said:
            page.tell(self._said)
            self._said = ""
        page.forgotten.connect(self.device_forgot)
        if self._settings.remember_device:
            page.unlock_form.offer_device()
        self._show(page)
        if recovery:
            page.ask_recovery_code()
        else:
            page.ask_passphrase()

    def _show(self, page: QWidget) -> None:
        self._page = page
        self._put(page)

    def start(self) -> None:
        """The first start."""
        from ui.pages.start import StartPage  # heavy, and seldom needed

        page = StartPage(self._settings, self._folder, now=self._now)
        page.opened.connect(self.opened)
        page.existing_requested.connect(self.existing)
        self._show(page)
        page.setFocus()

    def restore(self) -> "RestorePage":
        """Choose a backup, and let it become a journal beside this one."""
        from ui.restore import RestorePage, said_of  # not before the first picture

        page = RestorePage(self._folder, self._now)
        old = self._folder
        page.restored.connect(lambda restored: self._go_on(restored, said_of(restored, old)))
        page.back_requested.connect(lambda: self.begin(self._folder, self._settings, known=self._known))
        self._show(page)
        page.setFocus()
        return page

    def hear(self, shell: "Shell", lock: Callable[[], bool]) -> None:
        """What is asked for inside and happens here, once the journal is locked."""

        def after(show: Callable[[Any], None]) -> Callable[[object], None]:
            return lambda given: show(given) if lock() else None

        shell.restore_requested.connect(after(self.put_back))
        shell.damage_found.connect(after(self.trouble))
        shell.move_requested.connect(after(self.move))

    def put_back(self, file: Path) -> None:
        """Put this backup back."""
        self.restore().put_back(file)

    def _go_on(self, restored: "Restored", said: str) -> None:
        self._go_to(restored.folder, said)

    def _go_to(self, folder: Path, said: str) -> None:
        self._said = said
        self.folder_chosen.emit(folder)

    def move(self, target: Path) -> None:
        """Copy this journal to another folder and go on there; the old one stays."""
        from journal.storage.moving import move  # as above
        from ui import jobs, notices

        old = self._folder
        said = tr("Your journal is now in {new}. The old one is still in {old}.", new=wrapped(target), old=wrapped(old))

        def failed(error: Exception) -> None:
            if not isinstance(error, JournalError):
                raise error
            self._said = notices.sentence(error)
            self.begin(self._folder, self._settings, known=self._known)

        jobs.run(self, lambda: move(old, target), lambda _none: self._go_to(target, said), failed)

    def existing(self) -> None:
        """For who has a journal elsewhere: a folder, or a copy in one file."""
        from ui.existing import ExistingPage  # not before the first picture

        page = ExistingPage(self._folder, self._now)
        page.chosen.connect(self._go_to)
        page.archive_chosen.connect(self.archive)
        page.back_requested.connect(lambda: self.begin(self._folder, self._settings, known=self._known))
        self._show(page)
        page.setFocus()

    def archive(self, file: Path, folder: Path) -> None:
        """A journal out of an open archive."""
        from ui.archive_page import ArchivePage  # heavy, and seldom needed

        page = ArchivePage(file, folder)
        page.chosen.connect(self.folder_chosen)
        page.back_requested.connect(self.existing)
        self._show(page)
        page.setFocus()

    def trouble(self, error: JournalError) -> None:
        """A journal that does not open; its files are left as they are."""
        if isinstance(error, DamagedJournal):
            self._damage(error)
            return
        from ui.single import ring  # not before the first picture
        from ui.trouble import TroublePage

        page = TroublePage(error, self._folder)
        page.other_requested.connect(self.existing)
        page.again_requested.connect(lambda: self.begin(self._folder, self._settings, known=self._known))
        page.recovery_requested.connect(lambda: self.lock(recovery=True))
        page.forward_requested.connect(lambda: ring(self._folder))
        page.close_requested.connect(self.close_requested)
        page.new_requested.connect(self.new_requested)
        page.restore_requested.connect(self.restore)
        self._show(page)
        page.setFocus()
        page.tell()

    def _damage(self, error: DamagedJournal) -> None:
        from ui.damage import DamagePage  # not before the first picture

        page = DamagePage(error, self._folder, self._now)
        page.went_on.connect(self._go_on)
        page.read_requested.connect(lambda found: self._readable(found, error))
        page.other_requested.connect(self.existing)
        page.close_requested.connect(self.close_requested)
        self._show(page)
        page.setFocus()
        page.tell()

    def _readable(self, found: "Salvaged", error: DamagedJournal) -> None:
        from ui.readable import ReadablePage  # as above

        page = ReadablePage(found)
        page.went_on.connect(self._go_on)
        page.back_requested.connect(lambda: self._damage(error))
        self._show(page)
        page.setFocus()


def wrapped(path: Path) -> str:
    """A path that may break after each folder: it has few other places to."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")
