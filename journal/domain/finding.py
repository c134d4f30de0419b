"""Words in a text as search finds them: every word by its beginning, whatever the case, without accents."""

import re
import unicodedata
from collections.abc import Callable

_BEFORE, _AFTER = 60, 240
_MOST_LOOKED_THROUGH = 100_000
_COMBINING = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)


def fold(text: str) -> str:
    """The text in small letters without accents. Signs that fold away make it shorter; see ``spans``."""
    if text.isascii():
        return text.lower()
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text.lower()))


def words_of(typed: str) -> list[str]:
    """What was typed, as folded words of letters and digits, and other signs as they are."""
    found = []
    for part in typed.split():
        letters = re.findall(r"\w+", fold(part))
        found.extend(letters or [part])
    return [word for word in found if word]


def spans(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where folded words begin and end in a text, in order and without overlap."""
    text = text[:_MOST_LOOKED_THROUGH]
    folded, places = _with_places(text)
    found: list[tuple[int, int]] = []
    for word in words:
        start = r"(?<!\w)" if word[0].isalnum() and not _is_wide(word) else ""
        matches = re.finditer(start + re.escape(word), folded)
        found += [(places[match.start()], places[match.end() - 1] + 1) for match in matches]
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(found):
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def all_in(words: list[str]) -> Callable[[str], bool]:
    """Ask of many texts whether every folded word begins somewhere in them."""
    patterns = [re.compile(r"(?<!\w)" + re.escape(word)) if word[0].isalnum() else None for word in words]
    looked_for = list(zip(words, patterns, strict=True))

    def has_all(text: str) -> bool:
        folded = fold(text)
        for word, pattern in looked_for:  # a loop: thousands of texts pass here at every key
            if word not in folded or (pattern is not None and not pattern.search(folded)):
                return False
        return True

    return has_all


def excerpt(text: str, words: list[str]) -> str:
    """The part of a text around the first word that is found, on one line, with an ellipsis where it was cut."""
    found = spans(text, words)
    at = found[0][0] if found else 0
    begin = max(at - _BEFORE, 0)
    if begin:
        begin = text.find(" ", begin, at) + 1 or begin
    end = min(begin + _AFTER, len(text))
    if end < len(text):
        space = text.rfind(" ", at, end)
        end = space if space > at else end
    part = " ".join(text[begin:end].split())
    return ("…" if begin else "") + part + ("…" if end < len(text) else "")


def _folded(sign: str) -> str:
    return _COMBINING.sub("", unicodedata.normalize("NFKD", sign.lower()))


def _with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its signs the place of the sign that it came from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for part in _folded(sign):
            signs.append(part)
            places.append(place)
    return "".join(signs), places


def _is_wide(word: str) -> bool:
    return any(unicodedata.east_asian_width(sign) in "WF" for sign in word)
