"""Makes backups by itself, in a job: every half hour when something changed, and when the journal closes."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from journal.domain.backup_policy import Reason
from journal.errors import JournalError
from ui import jobs
from ui.backup_making import make, sentence

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
        if store is None or getattr(store.journal, "read_only", False):
            return
        jobs.run(
            self, lambda: make(store.journal, reason, place), self._done, lambda error: self._not_done(error, store)
        )

    def _look(self) -> None:
        self._timer.start(EVERY_MS)
        self.make(Reason.MEANWHILE)

    def _done(self, backup: object) -> None:
        self._told = False
        self.made.emit(backup)

    def _not_done(self, error: Exception, store: object) -> None:
        if not isValid(self._window) or self._window.store is not store:
            return  # locked halfway; closing makes its own
        if not isinstance(error, JournalError):
            raise error
        self.failed.emit(error)
        if self._told:
            return
        self._told = True
        self._window.furniture.notice.say(sentence(error))


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
