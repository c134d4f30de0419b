"""Makes a new journal of an open archive: the whole of it, or nothing. Nothing in the file is believed unseen."""

import errno
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from journal.domain.record import new_uid
from journal.errors import BadArchive, CannotRead, ForeignFile, NewerJournal
from journal.files import new_folder
from journal.paths import DATABASE, KEY_FILE
from journal.steps import Steps
from journal.storage import connection, key_file, keys, schema
from journal.storage.archive_json import Reader
from journal.storage.archive_tables import (
    FORMAT,
    JOURNAL,
    Row,
    Untrue,
    fragments_are_a_list,
    from_json,
    is_bytes,
    tables,
)
from journal.storage.keys import USUAL_COST, Cost

MOST_FILES = 200_000
MOST_FILE_BYTES = 256_000_000
_MOST_PRESSED = 100
_ROOM = 64_000_000
"""An archive may say that it unpacks to a hundred times its size and this on top; more is a trap."""
_KNOWN_PRESSING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What others unpack needs memory that nobody limits, and fails in ways of its own."""
_AT_ONCE = 500
_TROUBLE = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, RuntimeError, struct.error)


def is_archive(file: Path) -> bool:
    """Whether this seems to be an open archive: a look at the names in it."""
    try:
        with zipfile.ZipFile(file) as box:
            return JOURNAL in box.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False


def read_in(
    file: Path,
    folder: Path,
    passphrase: str,
    root: bytes,
    *,
    check: Callable[[str, str | None], object],
    steps: Steps | None = None,
    cost: Cost = USUAL_COST,
) -> None:
    """Lay the archive down as a journal with a passphrase and root of its own; ``unlock`` opens it afterwards.

    ``check(programme id, its source)`` raises when a journey has a programme that this Reisgezel cannot use.
    Raises BadArchive, ForeignFile, NewerJournal, JournalExists, CannotRead, CannotWrite, Stopped; then nothing is.
    """
    told = steps or Steps()
    with _opened(file) as box:
        with _typed(file, folder):
            # All of it is looked through before anything is made.
            total = sum(1 for _ in _Rows(box, check))
        with new_folder(folder) as stage:
            key_file.wrap(stage / KEY_FILE, root, passphrase, cost)
            engine = connection.engine_of(stage / DATABASE, keys.database_key(root), "rwc")
            try:
                with _typed(file, folder):
                    schema.migrate(engine)
                    with engine.begin() as inside:
                        inside.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                        _fill(inside, _Rows(box, check), lambda done: told.at(done, total))
            finally:
                engine.dispose()


@contextmanager
def _typed(file: Path, folder: Path) -> Iterator[None]:
    try:
        yield
    except _TROUBLE as error:
        raise BadArchive(file, type(error).__name__) from error
    except (DBAPIError, connection.DriverError) as error:
        found = connection.trouble(error, folder / DATABASE, writing=True)
        raise (found or BadArchive(file, type(error).__name__)) from error
    except OSError as error:
        raise _trouble_of_reading(file, error) from error


def _trouble_of_reading(file: Path, error: OSError) -> BadArchive | CannotRead:
    # A list of contents that points outside the file makes the system say so.
    if error.errno == errno.EINVAL:
        return BadArchive(file, "altered")
    return CannotRead(file, error.strerror or str(error))


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        size = file.stat().st_size
        box = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ForeignFile(file) from error
    except OSError as error:
        raise _trouble_of_reading(file, error) from error
    try:
        _look(file, box, size)
    except BaseException:
        box.close()
        raise
    return box


def _look(file: Path, box: zipfile.ZipFile, size: int) -> None:
    parts = box.infolist()
    names = {part.filename for part in parts}
    if JOURNAL not in names:
        raise ForeignFile(file)
    if len(names) != len(parts) or len(parts) > MOST_FILES:
        raise BadArchive(file, "names")
    total = sum(part.file_size for part in parts)
    if total > size * _MOST_PRESSED + _ROOM:
        raise BadArchive(file, "too much in it")
    if any(part.flag_bits & 1 for part in parts):
        raise BadArchive(file, "locked")
    if any(part.compress_type not in _KNOWN_PRESSING for part in parts):
        raise BadArchive(file, "pressed in another way")


def _fill(inside: sa.Connection, rows: "_Rows", said: Callable[[int], object]) -> None:
    waiting: list[Row] = []
    of: sa.Table | None = None
    for done, (table, row) in enumerate(rows):
        if of is not None and (table is not of or len(waiting) >= _AT_ONCE or _has_bytes(of)):
            inside.execute(sa.insert(of), waiting)
            waiting = []
            said(done)
        of = table
        waiting.append(rows.with_bytes(table, row))
    if of is not None:
        inside.execute(sa.insert(of), waiting)


class _Rows:
    """The checked rows of an archive, with the names of files in place of their bytes."""

    def __init__(self, box: zipfile.ZipFile, check: Callable[[str, str | None], object]) -> None:
        self._box, self._check = box, check
        self._tables = {table.name: table for table in tables()}
        self._files = {part.filename: part for part in box.infolist()}

    def __iter__(self) -> Iterator[tuple[sa.Table, Row]]:
        with self._box.open(self._files[JOURNAL]) as source:
            reader = Reader(source)
            self._refuse(reader.head())
            for name, told in reader.rows():
                table = self._tables.get(name)
                if table is None:
                    raise Untrue("a table that no journal has")
                yield table, self._row(table, told)

    def with_bytes(self, table: sa.Table, row: Row) -> Row:
        """The same row, with the files read."""
        return {c.name: self._bytes(str(row[c.name])) if is_bytes(c) else row[c.name] for c in table.columns}

    def _refuse(self, head: Row) -> None:
        found = head.get("format")
        if type(found) is not int or found < FORMAT:
            raise Untrue("no format that is known")
        if found > FORMAT:
            raise NewerJournal(Path(self._box.filename or ""), f"archive format {found}")

    def _row(self, table: sa.Table, told: Row) -> Row:
        columns = {column.name: column for column in table.columns}
        if not told.keys() <= columns.keys():
            raise Untrue(f"{table.name}: a column that no journal has")
        row = {name: from_json(columns[name], value) for name, value in told.items()}
        for name, column in columns.items():
            if column.primary_key and row.get(name) is None:
                raise Untrue(f"{table.name}: a row without a name")
            if row.get(name) and is_bytes(column) and row[name] not in self._files:
                raise Untrue("a file that is not there")
        if table.name == "journey":
            source = row.get("programme_source")
            self._check(str(row.get("programme_id", "")), None if source is None else str(source))
        if table.name == "share":
            fragments_are_a_list(row)
        return {**_missing(columns, row), **row}

    def _bytes(self, path: str) -> bytes:
        if not path:
            return b""
        part = self._files.get(path)
        if part is None or part.file_size > MOST_FILE_BYTES:
            raise Untrue("a file that is not there, or too large")
        with self._box.open(part) as source:
            data = source.read(MOST_FILE_BYTES + 1)
        if len(data) != part.file_size:
            raise Untrue("a file of another size")
        return data


def _has_bytes(table: sa.Table) -> bool:
    return any(is_bytes(column) for column in table.columns)


def _missing(columns: dict[str, sa.Column[Any]], row: Row) -> Row:
    """What the archive does not say, where a table has a value for that."""
    found: Row = {}
    for name, column in columns.items():
        if name not in row:
            if name == "uid":
                found[name] = new_uid()
            elif column.nullable:
                found[name] = None
            elif column.default is not None and column.default.is_scalar:
                found[name] = column.default.arg  # type: ignore[attr-defined]
            else:
                raise Untrue(f"{column.table.name}.{name} is missing")
    return found
