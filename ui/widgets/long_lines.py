"""A text without line breaks, folded for the screen and unfolded again for the journal.

Qt lays a paragraph out anew on every key: one of 100 kB takes a tenth of a second, one of 1 MB more than a
second. So a very long paragraph is shown as several. The place of such a fold is written down in the shown
text itself, as an invisible sign in the paragraph before it: so undo, cut and paste carry it along, and what is
saved has exactly the line breaks that were typed.
"""

import unicodedata
from itertools import pairwise
from typing import Final

FOLD: Final = "\u206e\u206f"
"""Two invisible signs that Unicode advises against, one after the other: no keyboard types them."""
LONGEST: Final = 6_000
"""Signs in a paragraph before it is folded: about 5 ms a key."""
PIECE: Final = 3_000
_LOOK_BACK: Final = 400
_BREAKS: Final = str.maketrans(dict.fromkeys("\u2029\u2028\ufdd0\ufdd1", "\n"))


def fold(text: str) -> str:
    """The text as it is shown: with folds in paragraphs over ``LONGEST`` signs."""
    text = text.replace(FOLD, "")
    if len(text) <= LONGEST:
        return text
    return "\n".join(_folded(line) if len(line) > LONGEST else line for line in text.split("\n"))


def unfold(shown: str) -> str:
    """The text that was typed; ``shown`` is the raw text of a QTextDocument."""
    lines = shown.translate(_BREAKS).split("\n")
    typed: list[str] = []
    for i, line in enumerate(lines):
        typed.append(line.replace(FOLD, "") if FOLD in line else line)
        if i < len(lines) - 1 and FOLD not in line:
            typed.append("\n")
    return "".join(typed)


def cuts(line: str) -> list[int]:
    """Where to fold a line: after a space where there is one, never before a sign that belongs to the one before."""
    found: list[int] = []
    start = 0
    while len(line) - start > LONGEST:
        cut = line.rfind(" ", start + PIECE - _LOOK_BACK, start + PIECE) + 1
        cut = cut or start + PIECE
        while cut < len(line) - 1 and _clings(line[cut]):
            cut += 1
        found.append(cut)
        start = cut
    return found


def _folded(line: str) -> str:
    edges = [0, *cuts(line), len(line)]
    return f"{FOLD}\n".join(line[a:b] for a, b in pairwise(edges))


def _clings(sign: str) -> bool:
    return sign == "\u200d" or unicodedata.category(sign) in {"Mn", "Mc", "Me", "Cf", "Sk"}
