"""The codes of fragments, as people write them: ``K7-2``, ``k7 2``, ``K7.2``."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_LETTERS = "A-HJ-NP-Z"
_CODE = re.compile(
    rf"(?<![\w-])([{_LETTERS}])\s?(\d{{1,2}})\s?[-\u2010-\u2015\u2212._:/ ]\s?(\d{{1,3}})(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Written:
    """A code in a text, and where it stands."""

    code: str
    start: int
    end: int


def codes_in(text: str, known: Collection[str]) -> Iterator[Written]:
    """The codes of ``known`` that stand in a text, however they are written."""
    for found in _CODE.finditer(text):
        letter, paper, fragment = found.groups()
        code = f"{letter.upper()}{int(paper)}-{int(fragment)}"
        if code in known:
            yield Written(code, found.start(), found.end())
