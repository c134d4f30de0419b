"""Where a place stands in a row of words."""

from collections.abc import Sequence

from journal.domain.common_words import FIRST_WORDS
from journal.domain.names_first import FIRST_NAMES, UNSURE
from journal.domain.names_people import FAMILY, FORMAL
from journal.domain.names_places import (
    BEFORE_A_PLACE,
    DIRECTIONS,
    IN_A_PLACE,
    MOVING,
    PLACES,
    STREETS,
    TOWARDS,
    TRUST,
)
from journal.domain.names_reading import Word, is_listed, is_ordinary

_LONGEST = 4
_NEAR = 5
Span = tuple[int, int]


def certain(words: Sequence[Word], at: int) -> Span | None:
    """A place by its own name, or after a word as gemeente or wijk."""
    word = words[at]
    if at and words[at - 1].low in FORMAL and word.joined:
        return None
    for many in range(_LONGEST, 0, -1):
        row = words[at : at + many]
        if len(row) == many and all(each.joined for each in row[1:]) and _is_place(row):
            return at, _with_direction(words, at + many - 1)
    if not word.text[:1].isupper() or not word.joined or at == 0 or word.loud:
        return None
    if words[at - 1].low in BEFORE_A_PLACE and not _is_person(word) and not is_listed(word.bare):
        return at, _run(words, at)
    if not word.starts and word.capital and word.low.endswith(STREETS) and word.low not in STREETS:
        return None if _is_person(word) or (words[at - 1].capital and not words[at - 1].starts) else (at, at)
    return None


def likely(words: Sequence[Word], at: int) -> Span | None:
    """A place by the word before it: in Xanten, onderweg naar Xanten."""
    word = words[at]
    if at == 0 or word.starts or word.loud or not word.joined or not word.capital or is_ordinary(word):
        return None
    if _is_person(word) or word.low in FIRST_WORDS or len(word.bare) < 3:  # noqa: PLR2004
        return None
    before = words[at - 1].low
    near = {each.low for each in words[max(at - 1 - _NEAR, 0) : at - 1]}
    if before in IN_A_PLACE and not near & TRUST:
        return at, _run(words, at)
    if before in TOWARDS and near & MOVING:
        return at, _run(words, at)
    return None


def _is_place(row: Sequence[Word]) -> bool:
    name = " ".join([*(each.text for each in row[:-1]), row[-1].bare])
    if name in PLACES or (row[-1].text in PLACES and len(row) == 1):
        return not row[0].loud or len(name) > 3  # noqa: PLR2004
    first, _, rest = name.partition("-")
    return first in PLACES and rest in DIRECTIONS


def _with_direction(words: Sequence[Word], last: int) -> int:
    """Amsterdam Noord; Utrecht Overvecht."""
    after = last + 1
    if after < len(words) and words[after].joined and not words[last].owns:
        if words[after].bare in DIRECTIONS:
            return after
        if words[last].text in PLACES and words[after].bare in PLACES:
            return after
    return last


def _is_person(word: Word) -> bool:
    return (word.bare in FIRST_NAMES and word.bare not in UNSURE) or word.bare in FAMILY


def _run(words: Sequence[Word], at: int) -> int:
    last = at
    while last + 1 < len(words) and words[last + 1].joined and words[last + 1].capital and not words[last].owns:
        if _is_person(words[last + 1]):
            break
        last += 1
    return last
