"""Makes backups by itself, in a job: every half hour when something changed, and when the journal closes."""

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from journal.domain.backup_policy import Reason
from journal.errors import DamagedJournal, JournalError
from journal.text import tr
from ui import jobs

if TYPE_CHECKING:
    from ui.main_window import MainWindow

EVERY_MS = 30 * 60_000
FIRST_MS = 2 * 60_000
"""Soon after opening: the session before may have ended in the dark."""


class BackingUp(QObject):
    """``made(Backup)`` and ``failed(JournalError)`` are for who shows it. Trouble is told once, until one succeeds."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """A journal was opened."""
        self._timer.start(FIRST_MS)

    def close(self, journal: Any, reason: Reason = Reason.CLOSE) -> None:
        """Close a journal; the backup that is still to be made goes on in a thread, also when the window is gone."""
        self._timer.stop()
        place = self._window.settings.backup_place
        if not hasattr(journal, "folder"):
            journal.close()
            return
        from journal.storage import closing

        shared, device = self._window.settings.shared_folder, self._window.settings.device_name
        closing.finish(journal.folder, lambda: _last(journal, reason, place, shared, device))

    def make(self, reason: Reason) -> None:
        """Make one now, in a job, when something changed."""
        store, place = self._window.store, self._window.settings.backup_place
        if store is not None:
            jobs.run(self, lambda: make(store.journal, reason, place), self._done, self._not_done)

    def _look(self) -> None:
        self._timer.start(EVERY_MS)
        self.make(Reason.MEANWHILE)

    def _done(self, backup: object) -> None:
        self._told = False
        self.made.emit(backup)

    def _not_done(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            if self._window.store is None:
                return  # locked halfway; closing makes its own
            raise error
        self.failed.emit(error)
        if self._told or not isValid(self._window) or self._window.store is None:
            return
        self._told = True
        self._window.furniture.notice.say(sentence(error))


def sentence(error: JournalError) -> str:
    """What to say when no backup could be made."""
    if isinstance(error, DamagedJournal):
        return tr("A backup did not succeed: a part of your journal cannot be read. See Settings, Backups.")
    return tr("Making a backup does not work now. Your journal itself is saved. See whether there is room.")


def make(journal: Any, reason: Reason, place: str) -> Any:
    """The newest good backup, in both places. A second place that is not there, or not well, harms nothing."""
    from journal.storage import backups, second_place

    backup = backups.make(journal, reason)
    if place:
        with suppress(JournalError):
            second_place.bring(backup, Path(place), journal.now())
    return backup


def before(journal: Any, reason: Reason) -> None:
    """A backup before something that is itself all or nothing; where none can be made now, it may go on without."""
    from journal.storage import backups

    with suppress(JournalError):
        backups.before(journal, reason)


def _last(journal: Any, reason: Reason, place: str, shared: str = "", device: str = "") -> None:
    try:
        if not journal.read_only:
            make(journal, reason, place)
            if shared:
                from journal.storage import shared_folder

                shared_folder.lay_down(journal, Path(shared), device)
    except JournalError:
        pass  # the journal itself is saved; the next start tries again and says so
    except Exception as error:  # noqa: BLE001 - closing goes on whatever happens, and the crash log gets to know
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
    finally:
        journal.close()
