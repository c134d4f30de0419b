"""On which line a part of a TOML text stands.

``tomllib`` does not tell, and no well-kept library does. So the text is read statement by statement,
each by ``tomllib`` itself: a header or a key with its value is a small TOML text of its own.
"""

import tomllib
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""Where a value is: ``("sessions", 2, "name", "nl")``."""

_LONGEST_STATEMENT = 60
_DEEPEST = 16
_ROUNDS = 4
"""How many times the text may be read in all: a text made to be slow gets no line numbers instead."""


class Lines:
    """The first line of every table and key of a TOML text that is known to be right."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {(): 1}
        self._tables: dict[Place, int] = {}
        table: Place = ()
        for number, statement, value in _statements(
            text.replace("\r\n", "\n").split("\n"), _ROUNDS * len(text) + 10_000
        ):
            if statement.lstrip().startswith("["):
                table = self._open(value, many=statement.lstrip().startswith("[["))
                for depth in range(1, len(table) + 1):
                    self._lines.setdefault(table[:depth], number)
            else:
                self._note(table, value, number)

    def of(self, place: Place) -> int:
        """The line of this place, or of the nearest part around it."""
        while place not in self._lines:
            place = place[:-1]
        return self._lines[place]

    def _open(self, value: object, *, many: bool) -> Place:
        """The place of a table from its header, which parses to ``{"a": {"b": {}}}`` or ``{"a": {"b": [{}]}}``."""
        names: list[str] = []
        while isinstance(value, dict) and value:
            ((name, value),) = value.items()
            names.append(name)
        place: Place = ()
        for name in names[:-1]:
            place = (*place, name)
            if place in self._tables:
                place = (*place, self._tables[place])
        place = (*place, names[-1])
        if many:
            self._tables[place] = self._tables.get(place, -1) + 1
            place = (*place, self._tables[place])
        return place

    def _note(self, place: Place, value: object, number: int) -> None:
        self._lines.setdefault(place, number)
        if len(place) > _DEEPEST:
            return
        if isinstance(value, dict):
            for key, inner in value.items():
                self._note((*place, key), inner, number)
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                self._note((*place, index), inner, number)


def _statements(lines: list[str], budget: int) -> Iterator[tuple[int, str, object]]:
    """Line number, text and value of each statement; ends early at one that is too long to follow."""
    start = 0
    while start < len(lines):
        for end in range(start + 1, min(start + _LONGEST_STATEMENT, len(lines)) + 1):
            statement = "\n".join(lines[start:end])
            budget -= len(statement)
            if budget < 0:
                return
            try:
                value = tomllib.loads(statement)
            except (ValueError, RecursionError):
                continue
            if value:
                yield start + 1, statement, value
            start = end
            break
        else:
            return
