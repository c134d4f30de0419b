"""Copies of a journal: one file with database and key file, that another computer opens with the passphrase alone."""

import errno
import threading
import time
import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from journal.errors import CannotRead, CannotWrite, DamagedJournal, FileTrouble, ForeignFile
from journal.files import MAKING, beginning_of, forget_half_made, new_folder, replace_file, sync_file
from journal.paths import DATABASE, KEY_FILE
from journal.storage import connection, key_file

if TYPE_CHECKING:
    from journal.storage.database import OpenJournal

_KIND = "mimetype"
_KIND_TEXT = b"application/x-reisgezel-journal"
_START = _KIND.encode() + _KIND_TEXT
"""Stands at byte 30 of every copy, as in an EPUB, so that a copy is known by its first bytes."""
_START_AT = 30
_PAGES_A_STEP = 250
_STEPS_A_SYNC = 8
"""One sync of all at the end would hold up the saves that come meanwhile."""
_BREATH_SECONDS = 0.001
"""Without it the copying thread takes the lock back before a waiting save wakes up."""
_CHUNK_BYTES = 1 << 20


def write_copy(journal: "OpenJournal", target: Path) -> None:
    """Write the journal as one file, in the place of an older copy in one step. Raises CannotWrite.

    The live database is never read as a file; SQLite copies it, encrypted with the same key.
    """
    key = journal.folder / KEY_FILE
    key_file.read(key)
    try:
        forget_half_made(target, MAKING)
        with TemporaryDirectory(MAKING, beginning_of(target), target.parent, ignore_cleanup_errors=True) as place:
            database = Path(place) / DATABASE
            fitting = fitting_key(key, journal.copy_database(database))
            replace_file(target, lambda file: pack(file, database, fitting))
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error


def fitting_key(key: Path, fingerprint: str) -> bytes:
    """The key file for a database that was copied a moment ago. Raises CannotWrite when it is one for another key.

    Somebody may get a new recovery code meanwhile, and a copy with the key file of after that would never open.
    """
    try:
        data = key.read_bytes()
    except OSError as error:
        raise CannotWrite(key, error.strerror or str(error)) from error
    if key_file.parse(data, key).fingerprint != fingerprint:
        raise CannotWrite(key, "another key just now")
    return data


def pack(file: Any, database: Path, key: bytes, comment: bytes = b"") -> None:
    """Write an encrypted database that nobody has open, and its key file, as one file. Raises OSError."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, strict_timestamps=False) as box:
        box.writestr(zipfile.ZipInfo(_KIND), _KIND_TEXT)
        box.writestr(KEY_FILE, key)
        box.write(database, DATABASE)
        box.comment = comment


def open_copy(file: Path, folder: Path) -> None:
    """Lay a copy down as a journal folder, as a whole or not at all.

    Raises JournalExists, ForeignFile, DamagedJournal, DamagedKeyFile, CannotRead, CannotWrite.
    """
    refuse_foreign(file)
    try:
        box = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError) as error:
        raise DamagedJournal(file, "truncated") from error
    except OSError as error:
        raise trouble_of_reading(file, error) from error
    with box, new_folder(folder) as stage:
        try:
            parts = {part.filename: part for part in box.infolist()}
            if set(parts) != {_KIND, KEY_FILE, DATABASE} or any(part.compress_type for part in parts.values()):
                raise DamagedJournal(file, "other parts")
            for name in (KEY_FILE, DATABASE):
                with box.open(name) as source, (stage / name).open("xb") as target:
                    while chunk := source.read(_CHUNK_BYTES):
                        target.write(chunk)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise DamagedJournal(file, "altered") from error
        except OSError as error:
            if error.errno == errno.EINVAL:
                raise trouble_of_reading(file, error) from error
            raise
        key_file.read(stage / KEY_FILE)
        connection.look_at(stage / DATABASE)


def trouble_of_reading(file: Path, error: OSError) -> FileTrouble:
    """A list of contents that points outside the file is damage; the system only calls it an invalid argument."""
    if error.errno == errno.EINVAL:
        return DamagedJournal(file, "altered")
    return CannotRead(file, error.strerror or str(error))


def refuse_foreign(file: Path) -> None:
    """Raise ForeignFile when this is no copy by its first bytes, CannotRead."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_START_AT + len(_START))
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
    if head[_START_AT:] != _START:
        raise ForeignFile(file)


def back_up(engine: Engine, one_at_a_time: threading.Lock, target: Path, key: bytes) -> None:
    """Copy a database in use to a new file. Saves get in between the steps, and are in the copy."""

    def breathe(_status: int, left: int, _total: int) -> None:
        one_at_a_time.release()
        try:
            if left // _PAGES_A_STEP % _STEPS_A_SYNC == 0:
                with suppress(OSError):  # the last sync is the one that counts
                    sync_file(target)
            time.sleep(_BREATH_SECONDS)
        finally:
            one_at_a_time.acquire()

    if target.exists():
        raise CannotWrite(target, "exists")
    copy: Any = None
    try:
        with one_at_a_time:
            with engine.connect() as opened:
                source: Any = opened.connection.driver_connection
            copy = connection.connect(target, key, "rwc")
            copy.execute("PRAGMA synchronous = OFF")  # waiting for the disk here would hold up somebody who writes
            source.backup(copy, pages=_PAGES_A_STEP, progress=breathe)
    except connection.DriverError as error:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise connection.trouble_of_copying(error, target) from error
    finally:
        if copy is not None:
            copy.close()
    try:
        sync_file(target)
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error


def free_name(database: Path, version: str) -> Path:
    """A name beside the database for its copy from before a migration; an earlier copy is never overwritten."""
    number = 1
    while (found := database.with_name(f"{database.stem}-before-{version}-{number}{database.suffix}")).exists():
        number += 1
    return found
