"""Text as paper can show it: without signs that no PDF may hold, and with a box for what no shipped font has."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from fontTools.ttLib import TTFont

from resources import folder

BOX = "\u25a1"
"""Stands visibly where a sign cannot be shown."""
FONT_FILES = (
    "SourceSerif4-Regular.ttf",
    "SourceSans3-Regular.ttf",
    "NotoEmoji-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansMath-Regular.ttf",
    "DroidSansFallbackFull.ttf",
)
"""Where a sign is looked for, in the order in which the paper's template falls back."""

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f]"
)
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]"
)
_LONG_WORD = re.compile(r"[^\s\u200b\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]{41,}")
_BREAK_EVERY = 10


def clean(text: str) -> str:
    """The text without what strict PDF refuses; line ends alike, tabs a space, unshowable signs a box."""
    mended = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    mended = _LINE_ENDS.sub("\n", mended).replace("\t", " ")
    return "".join(_shown(sign) for sign in mended)


def line(text: str) -> str:
    """Clean text on one line, for titles and names."""
    return breakable(" ".join(clean(text).split()))


def paragraphs(text: str) -> list[str]:
    """Clean text as paragraphs, one for every line that has something in it."""
    return [breakable(part.strip()) for part in clean(text).split("\n") if part.strip()]


def breakable(text: str) -> str:
    """Text in which a word of over forty signs may break, so that it cannot leave the page."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(_pieces(found.group())), text)


def shorten(text: str, signs: int) -> str:
    """At most so many signs, with an ellipsis when something was left out."""
    return text if len(text) <= signs else text[: signs - 1].rstrip() + "…"


def _pieces(word: str) -> Iterator[str]:
    start = 0
    for place in range(1, len(word)):
        if place - start >= _BREAK_EVERY and not _belongs_to_previous(word[place - 1], word[place]):
            yield word[start:place]
            start = place
    yield word[start:]


def _belongs_to_previous(before: str, sign: str) -> bool:
    return bool(unicodedata.combining(sign) or _INVISIBLE.match(sign) or before == "\u200d" or sign > "\U0001f1e5")


@lru_cache(maxsize=8192)
def _shown(sign: str) -> str:
    if sign == "\n" or _INVISIBLE.match(sign):
        return sign
    if unicodedata.category(sign) == "Cc" or sign == "\ufeff" or _NONCHARACTER.match(sign):
        return ""
    if unicodedata.category(sign) in {"Co", "Cn"} or not any(ord(sign) in _signs(file) for file in FONT_FILES):
        return BOX
    return sign


@cache
def _signs(font_file: str) -> frozenset[int]:
    with TTFont(folder("fonts") / font_file, lazy=True) as font:
        return frozenset(font.getBestCmap() or {})
