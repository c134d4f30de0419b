"""What an open archive is made of: which tables, which kind every column is, and which files stand beside the text.

The archive follows the tables by itself: a new table or column is in it, in its schema and in its checks.
"""

import datetime as dt
import json
import re
from typing import Any, Final

import sqlalchemy as sa

from journal.domain import records, sharing_records  # both, so that every table is known
from journal.domain.experiments import State
from journal.domain.record import Record, UtcTime
from journal.domain.sharing import PaperKind, Recipient

FORMAT: Final = 2
KIND: Final = "mimetype"
KIND_TEXT: Final = b"application/x-reisgezel-archive"
JOURNAL: Final = "journal.json"
SCHEMA: Final = "journal.schema.json"

Row = dict[str, Any]

_FOLDERS: Final = {
    ("attachment", "thumbnail"): ("pictures", "{id}-small"),
    ("attachment_data", "data"): ("pictures", "{attachment_id}"),
    ("attachment_version", "data"): ("pictures", "version-{id}"),
    ("share_file", "data"): ("shared", "{share_id}"),
    ("returned", "data"): ("returned", "{id}"),
}
FILE_PATTERN: Final = r"^(pictures|shared|returned)/[0-9a-z-]{1,60}\.(jpg|png|pdf|json|bin)$"
_FILE = re.compile(FILE_PATTERN)
_ENDINGS = ((b"\xff\xd8", "jpg"), (b"\x89PNG", "png"), (b"%PDF", "pdf"), (b"{", "json"))

ALLOWED: Final[dict[tuple[str, str], tuple[object, ...]]] = {
    ("entry", "depth"): (None, *(str(depth) for depth in records.Depth)),
    ("placement", "who"): tuple(str(who) for who in records.Who),
    ("theme_mark", "level"): (1, 2, 3, 4, 5),
    ("experiment", "state"): tuple(str(state) for state in State),
    ("attachment", "kind"): tuple(str(kind) for kind in records.AttachmentKind),
    ("preparation", "own_name_style"): ("full", "first", "initials"),
    ("ticked_fragment", "recipient"): tuple(str(who) for who in Recipient),
    ("share", "recipient"): tuple(str(who) for who in Recipient),
    ("share", "kind"): tuple(str(kind) for kind in PaperKind),
    ("advice", "state"): ("open", "taken", "left"),
}
"""Columns whose words are fixed: another word would be trouble later, on a page."""

_LARGEST_ID = 2**53
_LARGEST = 10**9


class Untrue(ValueError):
    """A value that no journal has; the text says where, and never what."""


def tables() -> list[sa.Table]:
    """All tables of a journal; one that refers to another comes after it."""
    assert sharing_records.Share.metadata is Record.metadata
    return list(Record.metadata.sorted_tables)


def path_of(table: str, row: Row, column: str, data: bytes) -> str:
    """The name of the file that a column of bytes becomes. Empty for no bytes."""
    if not data:
        return ""
    folder, name = _FOLDERS[table, column]
    ending = next((ending for start, ending in _ENDINGS if data.startswith(start)), "bin")
    return f"{folder}/{name.format_map(row)}.{ending}"


def kind_of(column: sa.Column[Any]) -> type:
    """What a value of this column is in Python."""
    if isinstance(column.type, UtcTime):
        return dt.datetime
    found = column.type.impl if isinstance(column.type, sa.TypeDecorator) else column.type
    made: type = found.python_type  # type: ignore[assignment]
    return made


def is_bytes(column: sa.Column[Any]) -> bool:
    """Whether this is kept as a file beside the text."""
    return kind_of(column) is bytes


def as_json(value: object) -> object:
    """A value of a column as JSON has it."""
    return value.isoformat() if isinstance(value, dt.date) else value


def from_json(column: sa.Column[Any], value: object) -> object:
    """The value of a column, checked. For bytes: the name of their file. Raises Untrue."""
    where = f"{column.table.name}.{column.name}"
    allowed = ALLOWED.get((column.table.name, column.name))
    if allowed is not None and not any(type(value) is type(each) and value == each for each in allowed):
        raise Untrue(f"{where}: an unknown word")
    if value is None:
        if not column.nullable:
            raise Untrue(f"{where}: nothing")
        return None
    try:
        return _read(column, value)
    except (ValueError, OverflowError) as error:
        raise Untrue(f"{where}: {error}") from error


def fragments_are_a_list(row: Row) -> None:
    """A share names its fragments as a JSON list. Raises Untrue."""
    try:
        found = json.loads(row["fragments"])
    except (ValueError, RecursionError) as error:
        raise Untrue("share.fragments: not JSON") from error
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise Untrue("share.fragments: not a list of names")


def _read(column: sa.Column[Any], value: object) -> object:
    kind = kind_of(column)
    if is_bytes(column):
        if type(value) is not str or (value and not _FILE.match(value)):
            raise ValueError("not a file of the archive")
        return value
    if isinstance(column.type, UtcTime):
        return _moment(value)
    if kind is dt.date:
        if type(value) is not str:
            raise ValueError("not a day")
        return dt.date.fromisoformat(value)
    if kind is float:
        if type(value) not in (int, float) or not -_LARGEST < value < _LARGEST:  # type: ignore[operator]
            raise ValueError("not a length")
        return float(value)  # type: ignore[arg-type]
    if type(value) is not kind:
        raise ValueError(f"not {kind.__name__}")
    if kind is int:
        return _number(column, value)
    return _text(value) if kind is str else value


def _number(column: sa.Column[Any], value: object) -> object:
    is_id = column.primary_key or bool(column.foreign_keys)
    low, high = (1, _LARGEST_ID) if is_id else (0, _LARGEST)
    if not low <= value <= high:  # type: ignore[operator]
        raise ValueError("out of bounds")
    return value


def _moment(value: object) -> dt.datetime:
    if type(value) is not str:
        raise ValueError("not a time")
    found = dt.datetime.fromisoformat(value)
    if found.tzinfo is None:
        raise ValueError("a time without a zone")
    return found.astimezone(dt.UTC)


def _text(value: object) -> object:
    assert isinstance(value, str)
    value.encode()  # half a sign cannot be kept
    return value.replace("\0", "\ufffd")
