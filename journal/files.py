"""Files and folders that are there as a whole or not at all, also after a kill or a full disk."""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from journal.errors import CannotWrite, JournalExists

_SHARING = {5, 32, 33}
"""Windows' words for "somebody else has this file open just now": access denied, sharing and lock violation."""
_TRIES, _REST_SECONDS = 20, 0.1


def replace_patiently(part: Path, target: Path) -> None:
    """Put a file in its place. A virus scanner that looks at one of the two is waited for, two seconds at most."""
    for left in reversed(range(_TRIES)):
        try:
            part.replace(target)
        except OSError as error:
            if not left or getattr(error, "winerror", None) not in _SHARING:
                raise
            time.sleep(_REST_SECONDS)
        else:
            return


def sync_file(path: Path) -> None:
    """Make what was written last through a power cut. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


_PART, MAKING, NEW = ".part", ".making", ".new"
"""Endings of what is half made: a file, a folder to work in, a folder that will have a name of its own."""


class Steady:
    """A file that is being written, brought to the disk bit by bit: one large sync would hold up all other saves."""

    EVERY_BYTES = 8 << 20

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._written = file, 0

    def write(self, data: bytes) -> int:
        """As the file itself."""
        count = self._file.write(data)
        self._written += count
        if self._written >= self.EVERY_BYTES:
            self._written = 0
            self._file.flush()
            os.fsync(self._file.fileno())
        return count

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


SCRATCH = ".copy-"
"""How such a folder begins in the folder of a journal, which is ours alone."""
_STALE_SECONDS = 60
"""So long after its last change nobody is making it any more."""
_NAME_SIGNS = 40
"""Of a name, so that with what is put before and behind it no system finds it too long."""


def beginning_of(target: Path) -> str:
    """How the names of what is half made of a target begin; eight signs and ``.part`` or another ending follow."""
    return f".{target.name[:_NAME_SIGNS]}."


def forget_half_made(target: Path, ending: str) -> None:
    """Take away what a kill left half made of this same target, beside it."""
    ours = re.compile(re.escape(beginning_of(target)) + r"[a-z0-9_]{8}" + re.escape(ending))
    with suppress(OSError):
        for left in [path for path in target.parent.iterdir() if ours.fullmatch(path.name)]:
            newest = max(path.stat().st_mtime for path in (left, *left.glob("*")))
            if newest + _STALE_SECONDS > time.time():
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def replace_file(target: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file beside the target and put it in its place. Raises CannotWrite; the old file then stands."""
    part: Path | None = None
    try:
        forget_half_made(target, _PART)
        handle, name = tempfile.mkstemp(prefix=beginning_of(target), suffix=_PART, dir=target.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        replace_patiently(part, target)
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    sync_folder(target.parent)


def forget_parts(folder: Path) -> None:
    """Take away what a kill left half written by ``replace_file`` in a folder that is ours alone."""
    with suppress(OSError):
        for part in folder.glob(f".*{_PART}"):
            part.unlink(missing_ok=True)


def forget_scratch(folder: Path) -> None:
    """Take away copies that some work made for itself in the folder of a journal, when a kill left them there."""
    with suppress(OSError):
        for left in folder.glob(f"{SCRATCH}*"):
            shutil.rmtree(left, ignore_errors=True)


def take_the_place_of(target: Path, file: Path) -> None:
    """Let a file that is whole take the name of another in the same folder. Raises CannotWrite."""
    try:
        file.replace(target)
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error
    sync_folder(target.parent)


def save(data: bytes, target: Path) -> None:
    """Write these bytes, as ``replace_file`` does."""
    replace_file(target, lambda file: file.write(data))


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to fill, beside the wanted one, that takes its name in one step at the end.

    Raises JournalExists when something already is in the wanted place, CannotWrite when it cannot be made.
    """
    folder = folder.resolve()
    stage: Path | None = None
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise JournalExists(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        forget_half_made(folder, NEW)
        stage = Path(tempfile.mkdtemp(prefix=beginning_of(folder), suffix=NEW, dir=folder.parent))
        yield stage
        sync_folder(stage)
        if os.name == "nt" and folder.exists():
            folder.rmdir()
        replace_patiently(stage, folder)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)
    sync_folder(folder.parent)
