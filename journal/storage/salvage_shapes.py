"""What the tables of one version look like, to know the rows of a page that no longer hangs on its tree.

The shapes are those of an empty journal of that version, made for the purpose.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from journal.paths import DATABASE
from journal.storage import connection, schema
from journal.storage.salvage_trees import Value

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?")
_BEGINNINGS = {"attachment_data": (b"\xff\xd8", b"{", b"["), "share_file": (b"%PDF",)}
"""What the contents of a table begin with, where its shape alone is that of others too."""


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and not _MOMENT.fullmatch(value)


_TAKES: dict[str, Callable[[Value], bool]] = {
    "INTEGER": lambda value: isinstance(value, int),
    "BOOLEAN": lambda value: value in (0, 1),
    "FLOAT": lambda value: isinstance(value, int | float),
    "BLOB": lambda value: isinstance(value, bytes),
    "DATE": lambda value: isinstance(value, str) and _DAY.fullmatch(value) is not None,
    "DATETIME": lambda value: isinstance(value, str) and _MOMENT.fullmatch(value) is not None,
}


@dataclass(frozen=True)
class Column:
    """One column. ``is_rowid``: it is the row's own number, which a record leaves out."""

    name: str
    kind: str
    optional: bool
    has_default: bool
    is_rowid: bool

    def takes(self, value: Value) -> bool:
        """Whether this could be a value of it."""
        if value is None:
            return self.optional or self.is_rowid
        takes = _TAKES.get(self.kind, _is_text)
        return not self.is_rowid and takes(value)


@dataclass(frozen=True)
class Shape:
    """The columns of a table, and of its indexes by their names."""

    name: str
    columns: tuple[Column, ...]
    indexes: dict[str, tuple[str, ...]]

    def fits(self, values: Sequence[Value]) -> bool:
        """Whether a record could be a row of this table; columns that came later may be absent."""
        if len(values) > len(self.columns):
            return False
        absent = self.columns[len(values) :]
        if not all(column.optional or column.has_default for column in absent):
            return False
        if not all(column.takes(value) for column, value in zip(self.columns, values, strict=False)):
            return False
        begins = _BEGINNINGS.get(self.name)
        return begins is None or (isinstance(values[-1], bytes) and values[-1].startswith(begins))

    def named(self, rowid: int, values: Sequence[Value]) -> dict[str, Value]:
        """A row by the names of its columns."""
        found = dict(zip((column.name for column in self.columns), values, strict=False))
        return found | {column.name: rowid for column in self.columns if column.is_rowid}


@cache
def of_version(version: str) -> dict[str, Shape]:
    """All tables of a version of the schema; those of the search index are made again, so they are not in it."""
    with TemporaryDirectory(prefix="reisgezel-") as place:
        key = bytes(32)
        database = Path(place) / DATABASE
        engine = connection.engine_of(database, key, "rwc")
        try:
            schema.migrate(engine, version)
        finally:
            engine.dispose()
        opened = connection.connect(database, key, "ro")
        try:
            names = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {name: _shape(opened, name) for (name,) in names if not name.startswith("answer_fts")}
        finally:
            opened.close()


def _shape(opened: Any, table: str) -> Shape:
    found = opened.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sum(bool(row[5]) for row in found)
    columns = tuple(
        Column(
            name,
            kind.partition("(")[0],
            not needed,
            default is not None,
            bool(key) and keys == 1 and kind == "INTEGER",
        )
        for _number, name, kind, needed, default, key in found
    )
    indexes = {
        row[1]: tuple(part[2] for part in opened.execute(f"PRAGMA index_info({row[1]})"))
        for row in opened.execute(f"PRAGMA index_list({table})").fetchall()
    }
    return Shape(table, columns, indexes)
