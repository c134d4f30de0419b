"""A text as words: where sentences begin, what stands together, and which words have a capital."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from journal.domain.common_words import ABBREVIATIONS, NO_NAME_ENDS, NO_NAMES
from journal.domain.names_first import FIRST_NAMES
from journal.domain.names_nouns import NOUNS

_WORD: Final = re.compile(r"['’]?[^\W\d_][\w\u0300-\u036f&+]*(?:[-'’][\w\u0300-\u036f]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…:;]|\n|[“\"‘«•]|(?:^|\n)\s*[-–*]")
_POSSESSIVE: Final = re.compile(r"['’](?:s|S)?$")
_LOWER_PART: Final = re.compile(r".-[a-zà-ÿ]")
"""X-curve, E-health, Check-in, VUCA-wereld."""
_ELIDED: Final = re.compile(r"^[dl]['’][A-Z]")
_SHOUTED = 0.6
_HEADING = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its text. ``starts`` a sentence; ``joined``: nothing but a space stands before it."""

    text: str
    start: int
    end: int
    starts: bool
    joined: bool
    bare: str
    """Without a possessive: Fatima of Fatima’s, Henk of Henks."""
    low: str
    """The same without capitals."""
    capital: bool
    """Begins with a capital and is no abbreviation."""
    all_capitals: bool
    """GGD, HENK, JAN-WILLEM."""
    loud: bool = False
    """In a line that is all capitals, or a heading in which every word has one."""

    @property
    def owns(self) -> bool:
        """Whether it is a possessive: no name goes on after it."""
        return self.bare != self.text

    @property
    def titled(self) -> str:
        """As one writes a name: Henk for HENK, Jan-Willem for JAN-WILLEM."""
        return "-".join(part[:1].upper() + part[1:].lower() for part in self.bare.split("-"))


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    found: list[Word] = []
    end, before = 0, ""
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        starts = end == 0 or _ends_sentence(gap, before)
        joined = bool(found) and bool(gap) and not gap.strip(" \u00a0")
        initial = bool(found) and len(before) == 1 and before.isupper() and gap in {".", ". ", " "}
        found.append(_word(match, starts=starts and not initial, joined=joined or initial))
        before, end = match[0], match.end()
    return _with_loudness(text, found)


def _word(match: re.Match[str], *, starts: bool, joined: bool) -> Word:
    text = match[0]
    bare = _bare(text)
    shouts = len(bare) > 1 and bare.isupper() and any(sign.isalpha() for sign in bare[1:])
    capital = (text[:1].isupper() and (len(text) == 1 or not shouts)) or bool(_ELIDED.match(text))
    return Word(text, match.start(), match.end(), starts, joined, bare, bare.lower(), capital, shouts)


def _bare(text: str) -> str:
    bare = _POSSESSIVE.sub("", text)
    if bare.endswith("s") and bare not in FIRST_NAMES and bare[:-1] in FIRST_NAMES:
        return bare[:-1]
    return bare


def is_ordinary(word: Word) -> bool:
    """A word with a capital that is nobody's name: a day, a law, a product."""
    bare = word.bare
    if bare in FIRST_NAMES:
        return False
    if is_listed(bare) or any(sign.isdigit() for sign in bare):
        return True
    if _LOWER_PART.search(bare) and bare.partition("-")[0] not in FIRST_NAMES:
        return True
    inside = re.sub(r"^(IJ|Mc|Mac|O['’]|[dl]['’]|De|Van|El|Al)", "X", bare)
    if any(a.islower() and b.isupper() for a, b in pairwise(inside)):
        return True  # MijnGezondheid, PowerPoint
    return bare.lower().endswith(NO_NAME_ENDS) or bare.lower() in NOUNS


def is_listed(bare: str) -> bool:
    """A day, a country, a product: also beside a first name it is no part of a name."""
    return bare in NO_NAMES


def _ends_sentence(gap: str, before: str) -> bool:
    if gap.startswith(".") and (before.lower() in ABBREVIATIONS or len(before) == 1) and "\n" not in gap:
        return False
    return bool(_SENTENCE_END.search(gap))


def _with_loudness(text: str, found: list[Word]) -> list[Word]:
    """Mark the words of lines in capitals, and of headings In Which Every Word Has One."""
    result: list[Word] = []
    line: list[Word] = []
    for at, word in enumerate(found):
        line.append(word)
        last = at + 1 == len(found)
        if last or "\n" in text[word.end : found[at + 1].start]:
            result += _loud(line) if _is_loud(line) else line
            line = []
    return result


def _is_loud(line: list[Word]) -> bool:
    if len(line) < _HEADING - 1:
        return False
    caps = sum(word.all_capitals or len(word.text) == 1 for word in line)
    if caps / len(line) >= _SHOUTED:
        return True
    titled = sum(word.text[:1].isupper() for word in line)
    return len(line) >= _HEADING and titled / len(line) > 1 - (1 - _SHOUTED) / 2


def _loud(line: list[Word]) -> list[Word]:
    return [replace(word, loud=True) for word in line]
