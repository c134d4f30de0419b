"""One window for one journal: a second start calls the first one forward, and opens nothing.

Without a socket: a lock file tells who is first, and a watched file is the bell that the second one rings.
"""

import os
import time
import zlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from journal import paths


def _place(folder: Path, inside: Path | None) -> Path:
    name = f"{zlib.crc32(os.fsencode(folder.expanduser().absolute())):08x}"
    return (inside or paths.cache()) / "windows" / name


def ring(folder: Path, inside: Path | None = None) -> None:
    """Ask the window that has this journal open to come forward. Nothing happens when there is none."""
    bell = _place(folder, inside).with_suffix(".call")
    if bell.exists():
        bell.write_text(str(time.time_ns()), encoding="ascii")  # in place: the watch is on this very file


class Single(QObject):
    """The right to be the one window of a journal. ``inside`` is where the small files are kept."""

    called = Signal()

    def __init__(self, folder: Path, inside: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = _place(folder, inside)
        self._folder, self._inside = folder, inside
        self._lock = QLockFile(str(place.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            self.is_first = self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError
        except OSError:
            self.is_first = True  # nowhere to write: the journal's own lock still stands

    def ring(self) -> None:
        """Call the first window forward."""
        ring(self._folder, self._inside)

    def release(self) -> None:
        """Let another start be the first."""
        self._lock.unlock()

    def listen(self) -> None:
        """Hear the bell from now on. Only with a running application: a watch needs its event loop."""
        bell = _place(self._folder, self._inside).with_suffix(".call")
        try:
            bell.write_text("", encoding="ascii")
        except OSError:
            return
        watcher = QFileSystemWatcher([str(bell)], self)
        watcher.fileChanged.connect(lambda _path: self.called.emit())
