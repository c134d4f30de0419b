"""Which words two texts differ in, word by word, as one would mark it with a pencil."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_PIECES: Final = 6_000
"""Above this, comparing would keep somebody waiting; then whole lines are compared."""


@dataclass(frozen=True)
class Run:
    """A stretch of text; ``only_here``: the other text does not have it."""

    text: str
    only_here: bool


def compared(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in stretches that they share and stretches that only one of them has."""
    pieces = _PIECES.findall(one), _PIECES.findall(other)
    if max(map(len, pieces)) > _MOST_PIECES:
        pieces = one.splitlines(keepends=True), other.splitlines(keepends=True)
    matcher = SequenceMatcher(None, *pieces, autojunk=False)
    left: list[Run] = []
    right: list[Run] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        _add(left, pieces[0][a:b], only_here=kind != "equal")
        _add(right, pieces[1][c:d], only_here=kind != "equal")
    return tuple(left), tuple(right)


def _add(runs: list[Run], pieces: list[str], *, only_here: bool) -> None:
    text = "".join(pieces)
    if text:
        runs.append(Run(text, only_here and bool(text.strip())))
