"""How strong a passphrase is, in words instead of a number: still short, almost, strong enough."""

import re
from dataclasses import dataclass
from enum import StrEnum

ENOUGH_WORDS = 4
ENOUGH_LETTERS = 16
"""Four words of these letters together: with fewer, words like "ik en de kat" would count as strong."""
ENOUGH_SIGNS = 16
ENOUGH_DIFFERENT = 10
"""A passphrase without words, as a password safe makes: this long, with this many different signs."""
ALMOST_WORDS = 3
ALMOST_SIGNS = 10
MOST_SIGNS = 1000

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Level(StrEnum):
    """What may be said of a passphrase."""

    EMPTY = "empty"
    SHORT = "short"
    ALMOST = "almost"
    ENOUGH = "enough"


@dataclass(frozen=True)
class Strength:
    """The level, and the number of different words that it was judged by."""

    level: Level
    words: int

    @property
    def is_enough(self) -> bool:
        """Whether a journal may be locked with it."""
        return self.level is Level.ENOUGH


def strength(passphrase: str) -> Strength:
    """Judge a passphrase. A word that comes twice counts once."""
    words = {word.casefold() for word in _WORD.findall(passphrase)}
    letters = sum(len(word) for word in words)
    signs = passphrase.strip()
    if not signs:
        return Strength(Level.EMPTY, 0)
    in_words = len(words) >= ENOUGH_WORDS and letters >= ENOUGH_LETTERS
    in_signs = len(signs) >= ENOUGH_SIGNS and len(set(signs)) >= ENOUGH_DIFFERENT and not any(map(str.isspace, signs))
    if in_words or in_signs:
        return Strength(Level.ENOUGH, len(words))
    if len(words) >= ALMOST_WORDS or len(set(signs)) >= ALMOST_SIGNS:
        return Strength(Level.ALMOST, len(words))
    return Strength(Level.SHORT, len(words))
