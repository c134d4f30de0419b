"""Where an organisation stands in a row of words."""

from collections.abc import Sequence

from journal.domain.common_words import FIRST_WORDS
from journal.domain.names_first import FIRST_NAMES
from journal.domain.names_organisations import (
    ENDS,
    GENERIC,
    HEADS,
    KNOWN,
    KNOWN_LONG,
    NO_ORGANISATIONS,
    OFFICES,
    TAILS,
    WITH_VAN,
)
from journal.domain.names_people import FAMILY, TITLES
from journal.domain.names_places import BEFORE_A_PLACE, DIRECTIONS, PLACES
from journal.domain.names_reading import Word, is_listed, is_ordinary

_LONG = [tuple(name.split()) for name in KNOWN_LONG]
_INSIDE = frozenset("en de het 't ’t voor van der den & aan".split())
_SMALL = frozenset("in de het voor op om aan der den met".split())
_ARTICLES = frozenset(("De", "Het", "’t", "'t", "t", "Den"))
Span = tuple[int, int]


def certain(words: Sequence[Word], at: int) -> Span | None:
    """An organisation by its own words: Stichting De Brug, GGD Utrecht, Erasmus MC, VWS."""
    word = words[at]
    for name in _LONG:
        if tuple(each.bare for each in words[at : at + len(name)]) == name:
            return at, at + len(name) - 1
    if word.bare in KNOWN and not (word.loud and not word.all_capitals):
        return at, _run(words, at)
    if word.low in HEADS:
        return _after_head(words, at)
    if word.text[:1].isupper():
        last = _run(words, at)
        if last > at and word.bare in GENERIC:
            return at, last
        if last > at and _is_tail(words[last]) and (word.bare not in FIRST_NAMES or words[last].low in HEADS):
            return None if word.low in FIRST_WORDS or word.bare in PLACES else (at, last)
    return None


def likely(words: Sequence[Word], at: int) -> Span | None:
    """An organisation by what stands around it: bestuurder van Lentis, de Zonnebloem, bij XYZ."""
    word = words[at]
    if word.loud or not word.text[:1].isupper() or word.bare in FIRST_NAMES or is_listed(word.bare):
        return None
    if word.all_capitals:
        return _abbreviation(words, at)
    if word.low.endswith(ENDS) and word.low not in FIRST_WORDS:
        last = _run(words, at)
        return (at, last) if (not word.starts and word.low not in ENDS) or last > at else None
    plain = word.starts or not word.capital or is_ordinary(word) or word.low in BEFORE_A_PLACE
    return None if plain else _by_context(words, at)


def _by_context(words: Sequence[Word], at: int) -> Span | None:
    word, last = words[at], _run(words, at)
    before = _low(words, at - 1)
    if before == "de" and words[at].joined:
        known = word.bare in FAMILY or _low(words, at - 2) in TITLES or (at > 1 and words[at - 2].text[:1].isupper())
        return None if known else (at, last)
    near = {each.low for each in words[max(at - 3, 0) : at - 1]}
    if before in {"van", "bij"} and word.bare not in FAMILY and near & OFFICES:
        return at, last
    return None


def _abbreviation(words: Sequence[Word], at: int) -> Span | None:
    word = words[at]
    if word.bare in NO_ORGANISATIONS or not 2 < len(word.bare) < 8 or people_like(word):  # noqa: PLR2004
        return None
    before = _low(words, at - 1)
    at_work = before in {"bij", "van", "naar", "vanuit", "namens", "met", "door", "the", "at"} or (
        before in {"de", "het"} and _low(words, at - 2) in {"bij", "van", "naar", "vanuit", "namens", "met", "door"}
    )
    return (at, _run(words, at)) if at_work else None


def people_like(word: Word) -> bool:
    """Whether a word in capitals is a name of a person: HENK, JANSEN."""
    return word.titled in FIRST_NAMES or word.titled in FAMILY


def _after_head(words: Sequence[Word], at: int) -> Span | None:
    first, head = at + 1, words[at]
    if first >= len(words) or not words[first].joined:
        return None
    capital = head.text[:1].isupper()
    if words[first].low in {"van", "voor"} and first + 1 < len(words):
        after = words[first + 1]
        named = after.joined and after.text[:1].isupper() and after.bare not in FIRST_NAMES
        return (at, _long_run(words, first + 1)) if named and capital and head.low in WITH_VAN else None
    last = _long_run(words, first)
    if not words[first].text[:1].isupper() or _is_no_name(words[first], alone=last == first):
        return None
    return (at if capital else first), last


def _is_no_name(named: Word, *, alone: bool) -> bool:
    """After a head: team Henk is people, school Nu is no school."""
    if alone and (named.bare in FIRST_NAMES or is_listed(named.bare) or named.bare in _ARTICLES):
        return True
    return named.low in FIRST_WORDS - {"de", "het"}


def _is_tail(word: Word) -> bool:
    return word.bare.rstrip(".") in TAILS or word.bare in DIRECTIONS or (word.low in HEADS and not word.all_capitals)


def _long_run(words: Sequence[Word], at: int) -> int:
    """As ``_run``, and over small words to a next capital: Thuis in de Wijk."""
    last = _run(words, at)
    for many in (2, 3):
        row = words[last + 1 : last + 1 + many]
        small = all(word.text in _SMALL for word in row[:-1])
        if len(row) == many and small and all(word.joined for word in row) and row[-1].capital:
            return last if row[-1].bare in FIRST_NAMES or words[last].owns else _run(words, last + many)
    return last


def _run(words: Sequence[Word], at: int) -> int:
    """The last of the words with a capital that follow each other here; ``en``, ``van`` and the like may be between."""
    last = seen = at
    while seen + 1 < len(words) and words[seen + 1].joined and not words[seen].owns:
        word = words[seen + 1]
        if word.text[:1].isupper() or word.text == "&":
            last = seen + 1
        elif word.text not in _INSIDE or seen != last or word.text in {"en", "van", "voor", "de", "het", "aan"}:
            break
        seen += 1
    return last


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at >= 0 else ""
