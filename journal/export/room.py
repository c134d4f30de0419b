"""How full the first page gets, estimated from the signs: enough to know which of two blocks must come first.

Sizes are those of the paper in points. Nothing is laid out by this; Typst does that.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from journal.domain.snapshot import Snapshot

ROOM: Final = 758
"""A page without its margins, and the little by which these estimates are high."""
_HEAD, _SECTION, _LABEL, _MAP = 67, 24, 14, 190
_LINE, _ROW_GAP, _SMALL_LINE, _VOICE_LINE, _QUESTION_LINE, _TITLE = 15.5, 4.5, 13.4, 21.0, 25.0, 20
_WIDE, _ROW, _COLUMN, _CORNER, _SMALL, _VOICE, _QUESTION = 88, 74, 44, 30, 95, 58, 46
"""Signs on a line of each."""


def lines(paragraphs: Sequence[str], signs: int) -> int:
    """Lines that these paragraphs take."""
    return sum(max(1, ceil(len(words) / signs)) for words in paragraphs)


def above(snapshot: Snapshot) -> float:
    """What stands over the case: head, loop, learning question and map."""
    used: float = _HEAD
    if snapshot.since:
        told = [part.text for part in snapshot.since.parts] or [snapshot.since.text]
        used += _LABEL + lines(told, _WIDE) * (_LINE + _ROW_GAP)
    if snapshot.question:
        used += _LABEL + 18 + _QUESTION_LINE * lines([snapshot.question[0].text], _QUESTION)
        rows = [version.text for version in snapshot.question[1:]]
        rows += [snapshot.question[0].shift] if snapshot.question[0].shift else []
        used += 12 * bool(rows) + lines(rows, _ROW) * _LINE + len(rows) * _ROW_GAP
    if snapshot.places:
        standing = len(snapshot.places.me) + len(snapshot.places.us)
        used += _SECTION + _LABEL + _MAP + standing * _LINE
    return used


def story(main: Sequence[str], rows: Sequence[Sequence[str]], corners: Sequence[Sequence[str]]) -> float:
    """The case: what runs in two columns, what has a label beside it, and the corners of a quadrant."""
    used = _SECTION + _LABEL + _TITLE + _LINE * ceil(lines(main, _COLUMN) / 2) + (6 if main else 0)
    used += 12 * bool(rows) + sum(lines(row, _ROW) * _LINE + _ROW_GAP for row in rows)
    if corners:
        used += 50 + 2 * (36 + _LINE * max(lines(corner, _CORNER) for corner in corners))
    return used


def bar(asked: str, asks: Sequence[Sequence[str]]) -> float:
    """The question to the group, the method, and what is hoped for."""
    small = sum(lines(each, _SMALL) for each in asks) + 1
    return _LABEL + 18 + _VOICE_LINE * lines([asked], _VOICE) + small * _SMALL_LINE
