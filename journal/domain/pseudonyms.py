"""Names of others become initials, or words that the writer chose.

Names are found by their capital inside a sentence. No rule finds all names, so the writer is always shown
what was found, and reads the paper once more.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from journal.domain.common_words import (
    ABBREVIATIONS,
    BEFORE_A_PLACE,
    FIRST_NAMES,
    FIRST_WORDS,
    NO_NAMES,
    ORGANISATION_ENDS,
    PARTICLES,
    SAYING,
)
from journal.domain.snapshot import NameChoice

_WORD: Final = re.compile(r"['’]?[^\W\d_][\w\u0300-\u036f]*(?:[-'’][\w\u0300-\u036f]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…:;]|\n|[“\"‘«•]|(?:^|\n)\s*[-–*]")
_LETTER_FIRST: Final = re.compile(r"[^\W\d_]-[a-zà-ÿ]")
"""X-curve, E-health, T-shirt."""
_POSSESSIVE: Final = re.compile(r"['’]s$")
_NAMES_TOO: Final = frozenset(("Will", "May", "Per", "Men", "Bij", "An"))
"""Ordinary words with which a sentence begins, and names of people as well."""
_BORDER: Final = r"[\w\u0300-\u036f]"


def found_names(texts: Iterable[str], known: Iterable[str] = ()) -> list[str]:
    """Names in the texts, in order of appearance. ``known`` are names confirmed before: found wherever they stand."""
    read = [unicodedata.normalize("NFC", text) for text in texts]
    found: dict[str, None] = {}
    for name in known:
        if any(_pattern([name]).search(text) for text in read):
            found[name] = None
    for text in read:
        found.update(dict.fromkeys(_names_in(text)))
    for name in list(found):  # "Henk Jansen" found: then Henk alone is he, also at the start of a sentence
        for part in name.split():
            if part not in PARTICLES and part not in found and any(_alone(part, found, text) for text in read):
                found[part] = None
    places = {name: _first_place(name, read) for name in _without_possessives(found)}
    return sorted(places, key=lambda name: places[name])


def initial(name: str) -> str:
    """H. for Henk, M. de W. for Marjan de Wit, J.-W. for Jan-Willem, IJ. for IJsbrand."""
    return _shortened(name, 1)


def choices(names: Sequence[str], rules: Mapping[str, str | None]) -> tuple[NameChoice, ...]:
    """How each name prints: by its rule, else as an initial. Two people never get the same initial."""
    wanting = [name for name in names if not rules.get(name)]
    initials = _apart(wanting)
    return tuple(NameChoice(name, rules.get(name) or initials[name]) for name in names)


def styled(own_name: str, style: str) -> str:
    """Give the writer's own name as they want it: ``full``, ``first`` or ``initials``."""
    if style == "initials":
        return _shortened(own_name, 1)
    first, _, _ = own_name.strip().partition(" ")
    return first if style == "first" else own_name


def own_choices(own_name: str, style: str) -> tuple[NameChoice, ...]:
    """How the writer's own name prints in the running text."""
    parts = own_name.split()
    if style == "full" or not parts:
        return ()
    names = dict.fromkeys([own_name, *([parts[0]] if style == "initials" else [])])
    return tuple(NameChoice(name, styled(name, style)) for name in names)


def is_of(name: str, own_name: str) -> bool:
    """Whether a found name is the writer's own, or a part of it."""
    return set(name.split()) <= set(own_name.split())


def replace(text: str, choices: Sequence[NameChoice]) -> str:
    """Replace every name in a text: whole words only, longest name first, possessives too."""
    if not choices:
        return text
    by_name = {_one_form(choice.name): choice.replacement for choice in choices}
    pattern = _pattern(sorted(by_name, key=len, reverse=True))

    def put(match: re.Match[str]) -> str:
        name, replacement = match[1], by_name[_one_form(match[1])]
        if replacement == name:
            return match[0]
        if match[2]:
            return f"{replacement}’s"
        end = text[match.end() : match.end() + 1]
        return replacement[:-1] if replacement.endswith(".") and end == "." else replacement

    return pattern.sub(put, text)


def _one_form(name: str) -> str:
    """A name however it was typed: composed signs, one space for any white space."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    forms = [form for name in names for form in dict.fromkeys((name, unicodedata.normalize("NFD", name)))]
    either = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    # no part of a word, nor of a double name: Jan is not Jan-Willem
    return re.compile(rf"(?<!{_BORDER})(?<!\w-)({either})(['’]?s)?(?!{_BORDER})(?!-[^\W\d_a-zà-ÿ])")


def _names_in(text: str) -> list[str]:
    found: list[str] = []
    end, before, previous = 0, "", ""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        gap = text[end : words[at].start()]
        starts = _starts_sentence(gap, previous, first=end == 0)
        last = _last_of_name(words, at, text)
        if _is_capital(words[at][0]):
            name_from = at
            if starts and not _somebody_first(words, at, last):
                name_from = at + 1 if last > at and _is_capital(words[at + 1][0]) else -1
            if name_from >= 0 and before.lower() not in BEFORE_A_PLACE:
                name = text[words[name_from].start() : words[last].end()]
                if not any(_is_ordinary(part) for part in name.split()) and not _is_first_word(name):
                    found.append(_POSSESSIVE.sub("", " ".join(name.split())))
        previous = before = words[last][0]
        end = words[last].end()
        at = last + 1
    return found


def _last_of_name(words: Sequence[re.Match[str]], at: int, text: str) -> int:
    """Index of the last word of the name that starts here: over spaces and particles to the last capital."""
    last, seen = at, at
    if not _is_capital(words[at][0]) or _POSSESSIVE.search(words[at][0]):
        return at
    while seen + 1 < len(words):
        gap = text[words[seen].end() : words[seen + 1].start()]
        word = words[seen + 1][0]
        if gap.strip(" \u00a0") or not gap:
            break
        if _is_capital(word):
            last = seen + 1
        elif word not in PARTICLES:
            break
        seen += 1
    return last


def _starts_sentence(gap: str, previous: str, *, first: bool) -> bool:
    if first:
        return True
    if gap.startswith(".") and (previous.lower() in ABBREVIATIONS or len(previous) == 1) and "\n" not in gap:
        return False
    return bool(_SENTENCE_END.search(gap))


def _somebody_first(words: Sequence[re.Match[str]], at: int, last: int) -> bool:
    word = _POSSESSIVE.sub("", words[at][0])
    if word.split("-")[0] in FIRST_NAMES:
        return True
    follows = words[last + 1][0] if last + 1 < len(words) else ""
    return (last > at or follows in SAYING) and word.lower() not in FIRST_WORDS


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or not word.isupper() or not word.isalpha())


def _is_ordinary(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    if bare in NO_NAMES or any(sign.isdigit() for sign in bare):
        return True
    if (len(bare) > 1 and bare.isupper()) or _LETTER_FIRST.match(bare):
        return True
    inside = re.sub(r"^(IJ|Mc|Mac|O['’]|De|Van|El|Al)", "X", bare)
    if any(a.islower() and b.isupper() for a, b in pairwise(inside)):
        return True  # MijnGezondheid, PowerPoint
    return bare.lower().endswith(ORGANISATION_ENDS) and bare not in FIRST_NAMES and bare[0].isupper()


def _is_first_word(name: str) -> bool:
    """A capital that somebody wrote without a full stop before it: "mijn vraag is Hoe dan"."""
    return name.lower() in FIRST_WORDS and name not in _NAMES_TOO


def _without_possessives(found: Iterable[str]) -> list[str]:
    names = list(found)
    return [name for name in names if name in FIRST_NAMES or not (name.endswith("s") and name[:-1] in names)]


def _alone(part: str, names: Iterable[str], text: str) -> bool:
    longer = [name for name in names if part in name.split() and name != part]
    return bool(_pattern([part]).search(_pattern(sorted(longer, key=len, reverse=True)).sub(" ", text)))


def _first_place(name: str, texts: Sequence[str]) -> tuple[int, int]:
    for number, text in enumerate(texts):
        match = _pattern([name]).search(text)
        if match:
            return number, match.start()
    return len(texts), 0


def _shortened(name: str, signs: int) -> str:
    several = len(name.split()) > 1

    def short(word: str) -> str:
        if several and word.lower() in PARTICLES:
            return word
        most = 2 if word.startswith("IJ") and signs == 1 else signs
        return "-".join(unicodedata.normalize("NFC", part)[:most] + "." for part in word.split("-") if part)

    return " ".join(short(word) for word in name.split())


def _apart(names: Sequence[str]) -> dict[str, str]:
    """Choose initials that differ: H. and F.; He. and Ha. when both start with H; else J. and J.2."""
    result = {name: _shortened(name, 1) for name in names}
    for same in _sharing(result):
        longer = {name: _shortened(name, 2) for name in same}
        if len(set(longer.values())) == len(same) and all(len(name) > 2 for name in same):  # noqa: PLR2004
            result.update(longer)
    for same in _sharing(result):
        for number, name in enumerate(same[1:], start=2):
            result[name] = f"{result[name]}{number}"
    return result


def _sharing(initials: Mapping[str, str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for name, short in initials.items():
        groups.setdefault(short, []).append(name)
    return [group for group in groups.values() if len(group) > 1]
