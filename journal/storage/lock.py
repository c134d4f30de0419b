"""One opener at a time: a lock that the system itself lets go of when the process ends, killed or not.

The lock file stays behind, empty: taking it away would let two starts hold two different files. While a journal is
open there is one sign in it; who finds that sign and still gets the lock knows that the last end was none.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from journal.errors import AlreadyOpen, CannotRead

_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NO_LOCKS_HERE = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        file.seek(0)  # it locks from where one stands
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from the moment it is made until ``release``. Raises AlreadyOpen."""

    def __init__(self, path: Path) -> None:
        self.read_only = False
        """True when the folder takes no files; then nothing is locked, and nothing may be written."""
        self.ended_badly = False
        """Whether whoever had it open before was killed or cut off."""
        self._marked = False
        self._file: BinaryIO | None = None
        try:
            file = path.open("ab")
        except OSError as error:
            if error.errno not in _NOT_WRITABLE | _NO_ROOM:
                raise CannotRead(path, error.strerror or str(error)) from error
            # On a full disk one must be able to read, and to write again when there is room.
            self.read_only = error.errno in _NOT_WRITABLE
            return
        try:
            _take(file)
        except OSError as error:
            file.close()
            # Some network drives know no locks; SQLite's own exclusive lock then stands alone.
            if error.errno not in _NO_LOCKS_HERE:
                raise AlreadyOpen(path.parent) from error
            return
        self._file = file
        self.ended_badly = os.fstat(file.fileno()).st_size > 0

    def mark(self) -> None:
        """The journal is open from now on, until ``release``."""
        if self._file is not None:
            self._marked = True
            if not self.ended_badly:
                with suppress(OSError):  # a full disk; then a bad end is not noticed, and that is all
                    self._file.write(b"1")
                    self._file.flush()

    def release(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            if self._marked:
                with suppress(OSError):
                    self._file.truncate(0)
            self._file.close()
            self._file = None
