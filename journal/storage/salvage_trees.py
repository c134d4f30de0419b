"""SQLite's b-trees, read page by page: rows of tables and entries of indexes, also from a tree with holes in it.

After https://sqlite.org/fileformat2.html. Nothing is guessed: a row of which one byte is not there is not given.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from journal.storage.salvage_pages import USABLE, Pages

Value = int | float | str | bytes | None
INDEX_BRANCH, TABLE_BRANCH, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
_BRANCHES = (INDEX_BRANCH, TABLE_BRANCH)
_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIRST_TEXT = 12
_LONGEST_VARINT = 9
_LEAST = (USABLE - 12) * 32 // 255 - 23
_MOST_IN_INDEX = (USABLE - 12) * 64 // 255 - 23
_MOST_IN_TABLE = USABLE - 35


class _Broken(Exception):
    """Something that is needed does not stand on a whole page."""


@dataclass
class Tree:
    """What came out of one tree. ``complete``: there was no hole in it."""

    rows: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    entries: list[tuple[Value, ...]] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    complete: bool = True


def walk(pages: Pages, root: int) -> Tree:
    """Everything in the tree below this page that stands on whole pages."""
    tree = Tree()
    waiting = [root]
    while waiting:
        number = waiting.pop()
        page = pages.read(number)
        if page is None or number in tree.pages:
            tree.complete = False
            continue
        tree.pages.add(number)
        try:
            waiting += _children(page, number)
        except (_Broken, IndexError):
            tree.complete = False
            continue
        _take(pages, page, number, tree)
    return tree


def leaf(pages: Pages, number: int) -> Tree:
    """The rows of one leaf of a table."""
    tree = Tree()
    page = pages.read(number)
    if page is None or page[_head(number)] != TABLE_LEAF:
        tree.complete = False
    else:
        _take(pages, page, number, tree)
    return tree


def _take(pages: Pages, page: bytes, number: int, tree: Tree) -> None:
    kind = page[_head(number)]
    if kind == TABLE_BRANCH:
        return
    for start in _cells(page, number):
        try:
            if kind == TABLE_LEAF:
                size, at = _varint(page, start)
                rowid, at = _varint(page, at)
                rowid -= (rowid >> 63) << 64
                tree.rows[rowid] = _values(_payload(pages, page, at, size, _MOST_IN_TABLE))
            else:
                size, at = _varint(page, start + (4 if kind == INDEX_BRANCH else 0))
                tree.entries.append(_values(_payload(pages, page, at, size, _MOST_IN_INDEX)))
        except (_Broken, IndexError, struct.error, UnicodeDecodeError):
            tree.complete = False


def _children(page: bytes, number: int) -> Iterator[int]:
    head = _head(number)
    if page[head] in _BRANCHES:
        for start in _cells(page, number):
            yield int.from_bytes(page[start : start + 4], "big")
        yield int.from_bytes(page[head + 8 : head + 12], "big")
    elif page[head] not in (TABLE_LEAF, INDEX_LEAF):
        raise _Broken


def _cells(page: bytes, number: int) -> list[int]:
    head = _head(number)
    first = head + (12 if page[head] in _BRANCHES else 8)
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    return [int.from_bytes(page[at : at + 2], "big") for at in range(first, min(first + 2 * count, USABLE), 2)]


def _head(number: int) -> int:
    return 100 if number == 1 else 0


def _payload(pages: Pages, page: bytes, at: int, size: int, most: int) -> bytes:
    if size <= most:
        if at + size > USABLE:
            raise _Broken
        return page[at : at + size]
    if size > pages.count * USABLE:
        raise _Broken  # longer than the whole file: a loop in its pages would never end
    local = _LEAST + (size - _LEAST) % (USABLE - 4)
    local = local if local <= most else _LEAST
    parts, left = [page[at : at + local]], size - local
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while left > 0:
        overflow = pages.read(following)
        if overflow is None:
            raise _Broken
        parts.append(overflow[4 : 4 + min(left, USABLE - 4)])
        left -= USABLE - 4
        following = int.from_bytes(overflow[:4], "big")
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    size, at = _varint(payload, 0)
    body, found = size, []
    while at < size:
        kind, at = _varint(payload, at)
        value, body = _value(payload, kind, body)
        found.append(value)
    if body != len(payload):
        raise _Broken
    return tuple(found)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    size = 8 if kind == 7 else _SIZES.get(kind, (kind - _FIRST_TEXT) // 2)  # noqa: PLR2004 - a float of eight bytes
    data = payload[at : at + size]
    if len(data) != size or kind in (10, 11):
        raise _Broken
    if kind == 7:  # noqa: PLR2004
        return struct.unpack(">d", data)[0], at + size
    if kind in _SIZES:
        return int.from_bytes(data, "big", signed=True), at + size
    return (data.decode() if kind % 2 else data), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(_LONGEST_VARINT):
        sign = data[at + count]
        if count == _LONGEST_VARINT - 1:
            return value << 8 | sign, at + _LONGEST_VARINT
        value = value << 7 | sign & 0x7F
        if sign < 0x80:  # noqa: PLR2004
            return value, at + count + 1
    raise _Broken
