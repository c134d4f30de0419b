"""Where a person stands in a row of words."""

from collections.abc import Sequence

from journal.domain.common_words import BEFORE_AN_ARTICLE, FIRST_WORDS, PARTICLES
from journal.domain.names_first import FIRST_NAMES, UNSURE
from journal.domain.names_organisations import ENDS, GENERIC, HEADS, KNOWN, OFFICES
from journal.domain.names_people import (
    AND,
    AUXILIARY,
    FAMILY,
    FAMILY_ENDS,
    FOREIGN_ENDS,
    FORMAL,
    NO_FOREIGN,
    NOT_AFTER,
    PLAIN_SAYING,
    SAYING,
    SELF,
    TITLES,
)
from journal.domain.names_places import BEFORE_A_PLACE, PLACES
from journal.domain.names_reading import Word, is_listed, is_ordinary

_UNLIKELY = ("heid", "ing", "tie", "schap", "isme", "teit", "aal", "lijk", "lijks", "ens", "nis", "dom", "en", "s")
_NAMES_TOO = frozenset(("Will", "May", "Per", "Men", "Bij", "An", "Wil", "Moeder"))
Span = tuple[int, int]


def certain(words: Sequence[Word], at: int) -> Span | None:
    """Somebody by a title before the name, by a known first name, or by initials."""
    word = words[at]
    if at and word.joined and words[at - 1].low in TITLES and not (word.loud and not word.all_capitals):
        span = _after_title(words, at)
        if span is not None:
            return span
    if word.bare in FIRST_NAMES and not word.all_capitals and not (word.loud and word.bare in UNSURE):
        after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
        if after is not None and after.capital and after.low in HEADS and not word.owns:
            return None  # Wilhelmina Ziekenhuis
        sure = word.bare not in UNSURE or not word.starts or _acts(words, at)
        return (at, _last(words, at)) if sure else None
    if word.all_capitals and _shouted(words, at):
        return at, _last_shouted(words, at)
    if _is_initial(words, at):
        last = _last(words, at)
        return (at, last) if last > at and len(words[last].text) > 1 else None
    return None


def likely(words: Sequence[Word], at: int) -> Span | None:
    """Somebody by a capital inside a sentence, or by what follows at its start."""
    word = words[at]
    if not word.capital or word.loud or is_ordinary(word) or word.low in ENDS or word.low in BEFORE_A_PLACE:
        return None
    if word.low in {"van", "de", "den", "ter", "ten", "el", "al"} and not word.starts:
        last = _last(words, at)
        return (at, last) if last > at else None
    if word.starts:
        return _at_start(words, at)
    if at > 1 and word.joined and _is_adjective(words[at - 1]):
        return None
    if (word.low in FIRST_WORDS and word.bare not in _NAMES_TOO) or len(word.bare) == 1:
        return None
    return at, _last(words, at)


def titled(word: Word) -> str:
    """A shouted part of a name as one writes it: HENK is Henk, VAN is van."""
    return word.bare.lower() if word.bare.lower() in PARTICLES else word.titled


def _after_title(words: Sequence[Word], at: int) -> Span | None:
    word, title = words[at], words[at - 1].low
    if word.text in PARTICLES and title in FORMAL:
        last = _last(words, at)
        return (at, last) if words[last].text[:1].isupper() else None
    if not word.text[:1].isupper() or (word.all_capitals and not _shouted(words, at)):
        return None
    plain = title not in FORMAL and (is_ordinary(word) or word.bare in PLACES or word.low in FIRST_WORDS)
    if plain and word.low not in {"van", "de", "den"}:
        return None
    last = _last(words, at)
    return None if last == at and word.low in {"van", "de", "den", "het"} else (at, last)


def _at_start(words: Sequence[Word], at: int) -> Span | None:
    word, last = words[at], _last(words, at)
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    if word.low in {"van", "de", "den"} and last > at:
        return _family(words, at, last)
    if word.low in FIRST_WORDS | OFFICES | TITLES or after is None:
        return None
    if word.bare in FAMILY and last == at:
        return (at, at) if after.low in SAYING or _with_somebody(words, at) else None
    if last > at:
        return (at, last) if not _is_known(words[at + 1]) else None
    return (at, at) if _does_as_people_do(word, after) or _with_somebody(words, at) else None


def _does_as_people_do(word: Word, after: Word) -> bool:
    """Whether what follows makes somebody of an unknown word: Mirte zei, Latoya is."""
    if after.low in PLAIN_SAYING:
        return not word.low.endswith(_UNLIKELY[:-2])
    if after.low in SAYING - AUXILIARY and not word.low.endswith(_UNLIKELY):
        return True
    foreign = word.low.endswith(FOREIGN_ENDS) and word.low not in NO_FOREIGN
    return foreign and after.low in SAYING | {"is", "was"}


def _is_adjective(word: Word) -> bool:
    """Of a name that is no person's: Tweede Wereldoorlog, Nederlands Dagblad."""
    return is_listed(word.bare) and not word.starts and word.low.endswith(("e", "s"))


def _family(words: Sequence[Word], at: int, last: int) -> Span | None:
    """Van Dijk zei; De Vries. Not: Van Henk hoorde ik."""
    family = words[last].bare
    named = family in FAMILY or family.endswith(FAMILY_ENDS)
    acts = last + 1 < len(words) and words[last + 1].low in SAYING and words[at].low == "van"
    return (at, last) if (named or acts) and words[at + 1].bare not in FIRST_NAMES else None


def _with_somebody(words: Sequence[Word], at: int) -> bool:
    """Soraya en ik; Soraya en Henk."""
    row = words[at + 1 : at + 3]
    if len(row) < 2 or row[0].low not in AND - {"met"} or not row[1].joined:  # noqa: PLR2004
        return False
    return row[1].text in SELF or row[1].bare in FIRST_NAMES


def _acts(words: Sequence[Word], at: int) -> bool:
    """Whether an ordinary word that is a first name too is somebody here."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.low in NOT_AFTER or not after.joined:
        return words[at].owns
    return words[at].owns or after.low in SAYING or after.capital or _with_somebody(words, at)


def _is_known(word: Word) -> bool:
    """A word after the first that decides for itself: "Woensdagmiddag Henk gesproken"."""
    return word.bare in FIRST_NAMES or word.bare in PLACES or word.bare in KNOWN or is_ordinary(word)


def _last(words: Sequence[Word], at: int) -> int:
    """The last word of the name that starts here: over spaces and particles to the last capital."""
    last = seen = at
    while seen + 1 < len(words) and words[seen + 1].joined and not words[seen].owns:
        word = words[seen + 1]
        if word.text[:1].isupper() and not word.all_capitals:
            if _ends_here(words, seen + 1, at):
                break
            last = seen + 1
        elif word.text not in PARTICLES or (word.text in BEFORE_AN_ARTICLE and not _article(words, seen + 2)):
            break
        seen += 1
    return last


def _article(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in {"'t", "’t", "t", "de", "den", "het", "der"}


def _ends_here(words: Sequence[Word], at: int, first: int) -> bool:
    word, before = words[at], words[at - 1]
    apart = is_listed(word.bare) and word.bare not in FAMILY
    elsewhere = (word.bare in PLACES or word.low.endswith(ENDS)) and before.text in PARTICLES
    return apart or (elsewhere and at - first > 1 and before.text == "van") or word.bare in KNOWN | GENERIC


def _is_initial(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return len(word.text) == 1 and word.text.isupper() and not word.loud and word.text not in "IU"


def _shouted(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.titled in FIRST_NAMES:
        return word.titled not in UNSURE and len(word.bare) > 2  # noqa: PLR2004
    return word.titled in FAMILY and len(word.bare) > 3  # noqa: PLR2004


def _last_shouted(words: Sequence[Word], at: int) -> int:
    last = seen = at
    while seen + 1 < len(words) and words[seen + 1].joined and words[seen + 1].all_capitals:
        word = words[seen + 1]
        if _shouted(words, seen + 1) or (seen > last and word.titled not in FIRST_NAMES):
            last = seen + 1
        elif word.low not in PARTICLES:
            break
        seen += 1
    return last
