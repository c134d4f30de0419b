"""A name as a pattern: whole words, however its accents, spaces, capitals and particles were typed."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from journal.domain.common_words import PARTICLES

_BORDER: Final = r"[\w\u0300-\u036f]"
_SHORT = 2
"""A name of two signs is not looked for in capitals: AN and BO are words then."""


def key(name: str) -> str:
    """The same for a name however it was typed: composed signs, one space for any white space, no capitals."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, the longest first; group 1 is the name, group 2 its possessive."""
    ordered = sorted(dict.fromkeys(names), key=len, reverse=True)
    either = "|".join(form for name in ordered for form in _forms(name)) or r"(?!)"
    # no part of a word, nor of a double name: Jan is not Jan-Willem
    return re.compile(rf"(?<!{_BORDER})(?<!\w-)({either})(['’]?[sS])?(?!{_BORDER})(?!-[^\W\d_a-zà-ÿ])")


def _forms(name: str) -> Iterable[str]:
    composed = " ".join(unicodedata.normalize("NFC", name).split())
    written = [composed, unicodedata.normalize("NFD", composed)]
    if len(composed) > _SHORT:
        written += [composed.upper(), unicodedata.normalize("NFD", composed.upper())]
    return dict.fromkeys(r"\s+".join(_part(part) for part in form.split()) for form in written)


def _part(part: str) -> str:
    if part.lower() in PARTICLES:
        return f"(?:{'|'.join(dict.fromkeys(re.escape(form) for form in (part, part.lower(), part.title())))})"
    return re.escape(part)
