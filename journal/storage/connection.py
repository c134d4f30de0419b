"""The encrypted connection: the only file that knows the cipher. One connection, one user, all or nothing.

Why these settings: ``docs/decisions/0002-connection.md``.
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from journal.errors import AlreadyOpen, CannotRead, CannotWrite, DamagedJournal, FileTrouble, ForeignFile

Mode = Literal["rw", "ro", "rwc"]

DriverError = sqlcipher.Error
UNREADABLE = "SQLITE_NOTADB"
"""Detail of DamagedJournal when the key opens nothing: another key, or the very first page is damaged."""

PAGE_BYTES = 4096
_PLAIN_SQLITE = b"SQLite format 3\0"
_DAMAGED = {11, 26}  # SQLITE_CORRUPT, SQLITE_NOTADB
_MISSING = ("no such table", "no such column", "malformed database schema")
"""The version says that it is there: somebody with the key took it away."""
_BUSY = {5, 6}  # SQLITE_BUSY, SQLITE_LOCKED
_DISK = {3, 8, 10, 13, 14}  # SQLITE_PERM, _READONLY, _IOERR, _FULL, _CANTOPEN
_PRAGMAS = (
    "cipher_compatibility = 4",
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
)


def connect(database: Path, key: bytes, mode: Mode) -> Any:
    """A bare connection. Only ``rwc`` makes a file; a wrong key shows at the first reading."""
    place = database.resolve().as_posix()
    address = f"file://{'' if place.startswith('/') else '/'}{quote(place, errors='surrogateescape')}?mode={mode}"
    connection = sqlcipher.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=0)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlcipher.Error:
        connection.close()
        raise
    return connection


def engine_of(database: Path, key: bytes, mode: Mode) -> Engine:
    """An engine with exactly one connection."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(database, key, mode),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    # The driver starts no transactions by itself (isolation_level None), so that DDL is in them too.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    event.listen(engine, "checkin", _roll_back)
    return engine


def _roll_back(connection: Any, _record: object) -> None:
    # A commit that failed leaves its transaction open, and the next one would commit it.
    if connection is not None and connection.in_transaction:
        connection.rollback()


def take_for_oneself(engine: Engine) -> None:
    """Take SQLite's exclusive lock now, not at the first save; with EXCLUSIVE mode it is kept."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("BEGIN EXCLUSIVE")
        driver.execute("COMMIT")


def rekey(engine: Engine, key: bytes, database: Path) -> None:
    """Encrypt everything anew under another key, in one transaction of SQLite's own. Raises CannotWrite."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        try:
            driver.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
        except sqlcipher.Error as error:  # whatever went wrong, the cipher says the same
            raise CannotWrite(database, "rekey") from error


def look_at(database: Path) -> None:
    """Refuse what cannot be a journal. Only before a connection is open: closing the file drops SQLite's locks.

    SQLite itself takes an empty file for an empty database.
    """
    try:
        size = database.stat().st_size
        with database.open("rb") as file:
            head = file.read(len(_PLAIN_SQLITE))
    except OSError as error:
        raise CannotRead(database, error.strerror or str(error)) from error
    if head == _PLAIN_SQLITE:
        raise ForeignFile(database, "a plain SQLite file")
    if not size or size % PAGE_BYTES:
        raise DamagedJournal(database, "empty" if not size else "truncated")


@contextmanager
def typed(database: Path, *, writing: bool) -> Iterator[None]:
    """Turn a driver's error into the trouble that it stands for."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        found = trouble(error, database, writing=writing)
        if found is None:
            raise
        raise found from error
    except (TypeError, ValueError) as error:
        if not _came_of_a_row(error):
            raise
        raise DamagedJournal(database, "values") from error


def _came_of_a_row(error: Exception) -> bool:
    """Whether a value in a row is none that its column can hold: no day, no time, no number."""
    *_, last = traceback.extract_tb(error.__traceback__)
    return "sqlalchemy" in last.filename


def trouble_of_copying(error: sqlcipher.Error, target: Path) -> FileTrouble:
    """The same for a backup, where the driver names no code: what it could not carry out is the disk, else damage."""
    found = trouble(error, target, writing=True)
    if found is not None:
        return found
    kind = CannotWrite if isinstance(error, sqlcipher.OperationalError) else DamagedJournal
    return kind(target, "copying")


def trouble(error: DBAPIError | sqlcipher.Error, database: Path, *, writing: bool) -> FileTrouble | None:
    """The expected trouble that a driver's error stands for, or None when it is a bug."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    detail = getattr(cause, "sqlite_errorname", "") or ""
    if code in _DAMAGED or str(cause).startswith(_MISSING):
        return DamagedJournal(database, detail)
    if code in _BUSY:
        return CannotWrite(database, detail) if writing else AlreadyOpen(database.parent, detail)
    if code in _DISK:
        return CannotWrite(database, detail) if writing else CannotRead(database, detail)
    return None
