"""Initials: as people write them, and never the same for two people on one paper."""

import unicodedata
from collections.abc import Mapping, Sequence

from journal.domain.common_words import PARTICLES


def initial(name: str) -> str:
    """H. for Henk, M. de W. for Marjan de Wit, J.-W. for Jan-Willem, IJ. for IJsbrand."""
    return shortened(name, 1)


def shortened(name: str, signs: int) -> str:
    """Every part of a name down to so many signs; particles stay."""
    several = len(name.split()) > 1

    def short(word: str) -> str:
        if several and word.lower() in PARTICLES:
            return word
        if len(word) > 1 and word.replace(".", "").isupper() and "." in word:
            return word  # the J.P. of J.P. Bakker
        most = 2 if word.startswith("IJ") and signs == 1 else signs
        return "-".join(unicodedata.normalize("NFC", part)[:most] + "." for part in word.split("-") if part)

    return " ".join(short(word) for word in name.split())


def apart(names: Sequence[str]) -> dict[str, str]:
    """Choose initials that differ: H. and F.; He. and Ha. when both start with H; else J. and J.2."""
    result = {name: shortened(name, 1) for name in names}
    for same in _sharing(result):
        longer = {name: shortened(name, 2) for name in same}
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
