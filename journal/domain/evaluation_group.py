"""The picture of a group, from the evaluation files of one session: quotations first, and nothing that points at one.

Pure: names of files go in, names of files that were left out come out, with the reason.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.evaluation import LEVELS, Evaluation

SPREAD_FROM = 5
"""Fewer marks than this point at people, so then no spread is drawn."""
_TELLING = 25
"""Two people do not write this many of the same signs by chance."""


class Reason(StrEnum):
    """Why a file was left out."""

    DOUBLE = "double"
    OTHER_PROGRAMME = "other_programme"
    OTHER_EDITION = "other_edition"
    OTHER_SESSION = "other_session"
    OTHER_THEMES = "other_themes"


@dataclass(frozen=True)
class LeftOut:
    """A file that is not in the picture. ``same_as`` is the file of which it is a double."""

    file: str
    reason: Reason
    same_as: str = ""


@dataclass(frozen=True)
class Kept:
    """The files of one session, in the order in which they were given, and the others."""

    files: tuple[tuple[str, Evaluation], ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class Quotation:
    """Somebody's words. ``name`` only of who chose to give it."""

    words: str
    name: str = ""


@dataclass(frozen=True)
class ThemePicture:
    """What the group says of one theme. ``spread`` counts the marks per level, or is None when they are too few."""

    theme: str
    quotations: tuple[Quotation, ...]
    spread: tuple[int, ...] | None


def sort_out(
    files: Sequence[tuple[str, Evaluation]], *, programme: str = "", session: str = "", themes: Collection[str] = ()
) -> Kept:
    """Keep what belongs together: the programme and session that were asked for, else the ones that most files have.

    An empty edition fits with any. A double is left out in favour of the file that was given first.
    """
    kept, left_out = list(files), list[LeftOut]()

    def keep(reason: Reason, wanted: str, values: Mapping[str, str]) -> None:
        left_out.extend(LeftOut(name, reason) for name, _ in kept if values[name] not in ("", wanted))
        kept[:] = [pair for pair in kept if values[pair[0]] in ("", wanted)]

    found = {name: each.programme for name, each in kept}
    keep(Reason.OTHER_PROGRAMME, programme or _usual(found), found)
    found = {name: each.session for name, each in kept}
    keep(Reason.OTHER_SESSION, session or _usual(found), found)
    found = {name: _plain(each.edition) for name, each in kept}
    keep(Reason.OTHER_EDITION, _usual(found), found)
    if themes:
        strange = {name: "" if {said.theme for said in each.themes} <= set(themes) else "?" for name, each in kept}
        keep(Reason.OTHER_THEMES, "", strange)
    once: list[tuple[str, Evaluation]] = []
    for name, each in kept:
        same = next((other for other, before in once if _is_double(each, before)), None)
        if same is None:
            once.append((name, each))
        else:
            left_out.append(LeftOut(name, Reason.DOUBLE, same))
    order = {name: number for number, (name, _) in enumerate(files)}
    return Kept(tuple(once), tuple(sorted(left_out, key=lambda out: order[out.file])))


def picture(evaluations: Sequence[Evaluation], themes: Sequence[str]) -> tuple[ThemePicture, ...]:
    """Per theme what is said. The order comes from all file ids together: it differs per theme and says nothing."""
    seed = hashlib.sha256(" ".join(sorted(each.id for each in evaluations)).encode()).hexdigest()
    return tuple(_of_theme(theme, evaluations, seed) for theme in themes)


def themes_said(evaluations: Sequence[Evaluation]) -> tuple[str, ...]:
    """Every theme that somebody says something about, by name: for a programme that is not known here."""
    return tuple(sorted({said.theme for each in evaluations for said in each.themes}))


def _of_theme(theme: str, evaluations: Sequence[Evaluation], seed: str) -> ThemePicture:
    shuffled = sorted(evaluations, key=lambda each: hashlib.sha256(f"{seed} {theme} {each.id}".encode()).digest())
    said = [(each, part) for each in shuffled for part in each.themes if part.theme == theme]
    quotations = tuple(Quotation(part.words.strip(), each.name or "") for each, part in said if part.words.strip())
    marks = Counter(part.mark for _, part in said if part.mark is not None)
    enough = marks.total() >= SPREAD_FROM
    return ThemePicture(theme, quotations, tuple(marks[level] for level in range(1, LEVELS + 1)) if enough else None)


def _is_double(one: Evaluation, other: Evaluation) -> bool:
    if one.id == other.id:
        return True
    before = {said.theme: _plain(said.words) for said in other.themes}
    return any(
        len(said.words.strip()) >= _TELLING and before.get(said.theme) == _plain(said.words) for said in one.themes
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _usual(values: Mapping[str, str]) -> str:
    """The value that most files have; of as many, the one that was given first. An empty one does not count."""
    counted = Counter(value for value in values.values() if value)
    return counted.most_common(1)[0][0] if counted else ""
