"""What differs between two texts, word by word; between very long ones paragraph by paragraph."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 4_000
"""Above this, words would take seconds to compare; then paragraphs are."""
_WORDS = re.compile(r"\s+|\w+(?:[-'’]\w+)*|[^\w\s]")
_PARAGRAPHS = re.compile(r"[^\n]+|\n+")


class Kind(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Run:
    """Words in a row that stayed, went or came."""

    kind: Kind
    text: str


def compare(before: str, after: str) -> tuple[Run, ...]:
    """The way from one text to the other. All but NEW is ``before``, all but GONE is ``after``, to the letter."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        old, new = _PARAGRAPHS.findall(before), _PARAGRAPHS.findall(after)
    runs: list[Run] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            runs.append(Run(Kind.SAME, "".join(old[a:b])))
            continue
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        runs += [Run(kind, text) for kind, text in ((Kind.GONE, gone), (Kind.NEW, came)) if text]
    return _joined(runs)


def without(runs: tuple[Run, ...], kind: Kind) -> tuple[Run, ...]:
    """One of both texts: the runs that are not of this kind."""
    return tuple(run for run in runs if run.kind is not kind)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """A lone space between two changed words belongs to both: so a changed sentence reads as one change."""
    found: list[Run] = []
    gone = came = ""

    def settle() -> None:
        nonlocal gone, came
        found.extend(Run(kind, text) for kind, text in ((Kind.GONE, gone), (Kind.NEW, came)) if text)
        gone = came = ""

    for at, run in enumerate(runs):
        between = run.kind is Kind.SAME and run.text.isspace() and "\n" not in run.text and (gone or came)
        if run.kind is Kind.GONE:
            gone += run.text
        elif run.kind is Kind.NEW:
            came += run.text
        elif between and at + 1 < len(runs) and gone and came:
            gone, came = gone + run.text, came + run.text
        else:
            settle()
            found.append(run)
    settle()
    return tuple(found)
