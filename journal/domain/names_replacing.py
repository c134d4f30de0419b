"""Put something in the place of names, so that the sentence still reads: articles, capitals, possessives."""

import re
from collections.abc import Sequence
from typing import Final

from journal.domain.common_words import ABBREVIATIONS
from journal.domain.names_kinds import NameKind
from journal.domain.names_matching import key, pattern
from journal.domain.snapshot import NameChoice

_ARTICLES: Final = frozenset("een de het 't ’t 'n ’n a an the".split())
_OWNERS: Final = frozenset(
    """mijn m'n m’n jouw je zijn z'n z’n haar ons onze hun uw die dat deze dit elke iedere geen welke my your our
    his her
    their this that these those every each no""".split()
)
_LAST_WORD: Final = re.compile(r"(?<!\S)([(“‘\"'’]?)([^\s(“]+)([ \u00a0]+)$")
_SENTENCE_ENDS: Final = ".!?…\n\x0b\u2028\u2029"
_OPENING: Final = " \u00a0\t(“‘\"'«•–-*"


def replace(text: str, choices: Sequence[NameChoice]) -> str:
    """Replace every name in a text: whole words only, longest name first, possessives too."""
    wanted = [choice for choice in choices if choice.replacement != choice.name or _shields(choice)]
    if not wanted:
        return text
    by_name = {key(choice.name): choice for choice in reversed(wanted)}
    result: list[str] = []
    end = 0
    for match in pattern([choice.name for choice in wanted]).finditer(text):
        choice = by_name[key(match[1])]
        before = text[end : match.start()]
        if choice.replacement == choice.name:
            result += [before, match[0]]
        else:
            before, put = _fit(before, choice.replacement, first=not result)
            after = text[match.end() : match.end() + 1]
            result += [before, _owned(put) if match[2] else put[: -1 if put.endswith(".") and after == "." else None]]
        end = match.end()
    return "".join([*result, text[end:]])


def _shields(choice: NameChoice) -> bool:
    """A person who may be named in full is not shortened inside that name; a place or organisation hides nobody."""
    return choice.kind == NameKind.PERSON


def _fit(before: str, replacement: str, *, first: bool) -> tuple[str, str]:
    """A role with an article takes the place of the article and the word that stood there: de wijk Zuid, een wijk."""
    article, _, noun = replacement.partition(" ")
    if noun and article.lower() in _ARTICLES:
        word = _last_word(before)
        if word in {part.lower() for part in noun.split()}:
            before = _without_last(before)
            word = _last_word(before)
        if word in _ARTICLES:
            before = _without_last(before)
        elif word in _OWNERS or (word.endswith("e") and _last_word(_without_last(before)) in _ARTICLES | _OWNERS):
            return before, noun
    if replacement[:1].islower() and _at_start(before, first=first):
        replacement = replacement[:1].upper() + replacement[1:]
    return before, replacement


def _owned(replacement: str) -> str:
    if replacement.endswith((".", "a", "o", "i", "u", "y")) or replacement[-1:].isdigit():
        return f"{replacement}’s"
    return f"{replacement}’" if replacement.endswith(("s", "x", "z")) else f"{replacement}s"


def _last_word(before: str) -> str:
    match = _LAST_WORD.search(before)
    return match[2].lower() if match else ""


def _without_last(before: str) -> str:
    match = _LAST_WORD.search(before)
    return before[: match.start()] + match[1] if match else before


def _at_start(before: str, *, first: bool) -> bool:
    told = before.rstrip(_OPENING)
    if not told:
        return first
    if told[-1] == "." and told[:-1].rsplit(None, 1)[-1:] and told[:-1].rsplit(None, 1)[-1].lower() in ABBREVIATIONS:
        return False
    return told[-1] in _SENTENCE_ENDS
