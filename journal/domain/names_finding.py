"""Find the names in one text: organisations and places by the words around them, people by their capital."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from journal.domain import names_org_rules as organisations
from journal.domain import names_person_rules as people
from journal.domain import names_place_rules as places
from journal.domain.names_kinds import NameKind
from journal.domain.names_organisations import HEADS
from journal.domain.names_people import FORMAL
from journal.domain.names_reading import Word, words

_RULES: Final = (
    (NameKind.PERSON, people.certain),
    (NameKind.ORGANISATION, organisations.certain),
    (NameKind.PLACE, places.certain),
    (NameKind.ORGANISATION, organisations.likely),
    (NameKind.PLACE, places.likely),
    (NameKind.PERSON, people.likely),
)
"""In this order: the first that sees a name decides. Each gives the index of the first and last word, or None."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands."""

    name: str
    kind: NameKind
    start: int
    end: int


def mentions(text: str) -> list[Mention]:
    """The names in a text, in order of appearance."""
    read = words(text)
    found: list[Mention] = []
    at = 0
    while at < len(read):
        if not _may_begin(read, at):
            at += 1
            continue
        for kind, rule in _RULES:
            span = rule(read, at)
            if span is not None:
                first, last = span
                found.append(_mention(read[first : last + 1], kind))
                at = last
                break
        at += 1
    return found


def _may_begin(read: list[Word], at: int) -> bool:
    """Most words cannot: they have no capital, and no word before them that asks for a name."""
    word = read[at]
    if word.capital or word.all_capitals or word.text[0] in "'’" or word.low in HEADS:
        return True
    return at > 0 and read[at - 1].low in FORMAL


def _mention(parts: list[Word], kind: NameKind) -> Mention:
    shouted = kind is NameKind.PERSON and all(word.text.upper() == word.text for word in parts)
    return Mention(_name(parts, shouted=shouted), kind, parts[0].start, parts[-1].start + len(parts[-1].bare))


def _name(parts: list[Word], *, shouted: bool) -> str:
    told = [people.titled(word) if shouted and len(word.bare) > 1 else word.bare for word in parts]
    initials = list(takewhile(lambda part: len(part) == 1 and part.isupper(), told))
    if len(initials) == len(told):
        return " ".join(told)
    return " ".join([*("".join(f"{each}." for each in initials),) * bool(initials), *told[len(initials) :]])
