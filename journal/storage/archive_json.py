"""Reads ``journal.json`` a row at a time, so that a large journal needs little memory and a hostile file gets none.

A row is flat: names with texts, numbers, true, false or null. Anything deeper is refused before it is built.
"""

import codecs
import json
import json.decoder
import re
from collections.abc import Callable, Iterator
from typing import IO

from journal.storage.archive_tables import Row, Untrue

MOST_SIGNS = 32_000_000
"""In one text; no person writes a text as long."""
_CHUNK = 1 << 16
_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"-?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,3})?|true|false|null")
_scan: Callable[[str, int], tuple[str, int]] = json.decoder.scanstring  # type: ignore[attr-defined]
_LONGEST_PLAIN = 64
_MOST_FIELDS = 64


class Reader:
    """Over the bytes of the file. ``head`` gives what stands before the tables, ``rows`` then every row by table."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._decode = codecs.getincrementaldecoder("utf-8")("strict")
        self._text, self._at, self._ended = "", 0, False

    def head(self) -> Row:
        """The names before ``tables``, such as ``format``. Raises Untrue."""
        found: Row = {}
        self._take("{")
        while (name := self._string()) != "tables":
            self._take(":")
            found[name] = self._value()
            self._take(",")
            if len(found) > _MOST_FIELDS:
                raise Untrue("too many names")
        self._take(":")
        return found

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row with the name of its table, in the order of the file. Raises Untrue."""
        self._take("{")
        while True:
            table = self._string()
            self._take(":")
            self._take("[")
            if self._next() == "]":
                self._take("]")
            else:
                while True:
                    yield table, self._row()
                    if not self._more("]"):
                        break
            if not self._more("}"):
                break
        self._take("}")
        if self._next():
            raise Untrue("something after the end")

    def _row(self) -> Row:
        found: Row = {}
        self._take("{")
        while True:
            name = self._string()
            if name in found or len(found) > _MOST_FIELDS:
                raise Untrue("a name twice, or too many names")
            self._take(":")
            found[name] = self._value()
            if not self._more("}"):
                return found

    def _more(self, closing: str) -> bool:
        """Past a comma or past the end of this list."""
        sign = self._next()
        if sign not in (",", closing) or not sign:
            raise Untrue("not JSON")
        self._at += 1
        return sign == ","

    def _value(self) -> object:
        if self._next() == '"':
            return self._string()
        self._ensure(_LONGEST_PLAIN)
        found = _PLAIN.match(self._text, self._at)
        if found is None:
            raise Untrue("a value that no journal has")
        self._at = found.end()
        return json.loads(found.group())

    def _string(self) -> str:
        if self._next() != '"':
            raise Untrue("not JSON")
        wanted = _CHUNK
        while True:
            try:
                text, self._at = _scan(self._text, self._at + 1)
            except ValueError as error:
                # A text may go on in what is not read yet.
                if "control" in str(error) or self._ended or wanted > MOST_SIGNS:
                    raise Untrue("a text without end") from error
                wanted *= 2
                self._ensure(wanted)
            else:
                return text

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise Untrue("not JSON")
        self._at += 1

    def _next(self) -> str:
        """The next sign that is no space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            assert found is not None
            self._at = found.end()
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._ensure(1)

    def _ensure(self, signs: int) -> None:
        """Have so many signs ahead, or all that are left."""
        while len(self._text) - self._at < signs and not self._ended:
            data = self._source.read(max(_CHUNK, signs))
            try:
                fresh = self._decode.decode(data, final=not data)
            except UnicodeDecodeError as error:
                raise Untrue("not UTF-8") from error
            self._ended = not data
            self._text, self._at = self._text[self._at :] + fresh, 0
