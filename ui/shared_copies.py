"""Looks into the folder between laptops when a journal opens, and offers to merge what is newer there."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from journal.domain.changes import Change
from journal.errors import JournalError
from journal.text import tr
from ui import jobs, notices
from ui.merging import is_other_journey, merge_file, report
from ui.widgets.copy_offer import CopyOffer

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_REPORT_MS = 12_000


class SharedCopies(QObject):
    """One offer a copy; what is put off waits until the next opening. Trouble with the folder is quiet."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Any] = []
        self.offer: CopyOffer | None = None
        window.unlocked.connect(self.look)
        window.locked.connect(self._forget)

    def look(self) -> None:
        """A journal was opened."""
        settings, store = self._window.settings, self._window.store
        if not settings.shared_folder or store is None or not hasattr(store.journal, "fingerprint"):
            return
        journal: Any = store.journal
        folder = Path(settings.shared_folder)

        def work() -> Any:
            from journal.storage import shared_folder  # heavy; loaded by now

            return shared_folder.look(journal, folder, settings.device_name)

        jobs.run(self, work, self._show, lambda _error: None)

    def _show(self, found: Any) -> None:
        self._waiting = list(found.waiting)
        self._next()

    def _next(self) -> None:
        self._forget_offer()
        if not self._waiting or self._window.store is None:
            return
        from journal import dates

        copy = self._waiting[0]
        day = dates.middle(copy.made_at.date())
        self.offer = CopyOffer(self._window)
        self.offer.taken.connect(self._merge)
        self.offer.put_off.connect(self._later)
        self.offer.offer(
            tr("There is a newer copy of “{name}”, of {day}.", name=copy.called, day=day) + " " + tr("Merge it?")
        )

    def _later(self) -> None:
        self._waiting = self._waiting[1:]
        self._next()

    def _merge(self) -> None:
        window, store, copy = self._window, self._window.store, self._waiting[0]
        self._forget_offer()
        if store is None or not window.settle():
            return
        journal = store.journal

        def work() -> Any:
            from journal.storage import shared_folder

            merged = merge_file(journal, copy.file, copy.called)
            shared_folder.merged(journal, copy)  # type: ignore[arg-type]
            return merged

        jobs.run(self, work, self._merged, self._failed)

    def _merged(self, merged: Any) -> None:
        store = self._window.store
        if store is not None:
            store.changed.emit(~Change.NOTHING, self)
            self._window.furniture.notice.say(report(merged), stays_ms=_REPORT_MS)
            if is_other_journey(store) and self._window.shell is not None:
                self._window.shell.journey_changed.emit("")
        self._later()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        if self._window.store is not None:
            self._window.furniture.notice.say(notices.sentence(error))
        self._later()

    def _forget(self) -> None:
        self._waiting = []
        self._forget_offer()

    def _forget_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()
            self.offer.deleteLater()
            self.offer = None
