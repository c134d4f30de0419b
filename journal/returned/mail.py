"""An e-mail that is pasted: its remarks by their codes, without what it only repeats."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from journal.domain.returning import FoundRemark, RemarkKind
from journal.returned.codes import codes_in
from journal.returned.limits import MOST_SIGNS
from journal.returned.signs import tidy

MOST_MAIL = 400_000
"""Signs; nobody writes a longer answer."""
_MOST_REMARKS = 500
_MOST_ABOVE = 300
_HEADER = re.compile(r"^(?:van|aan|cc|onderwerp|verzonden|datum|from|to|subject|sent|date)\s*:\s*\S", re.IGNORECASE)
_SAID = re.compile(r"^(?:op|on)\b.{4,200}\b(?:schreef|wrote)\b.{0,200}:$", re.IGNORECASE)
_FORWARDED = re.compile(
    r"^[-_ ]{2,}.*(?:oorspronkelijk|original|doorgestuurd|forwarded)\b.*[-_ ]{2,}$|^_{8,}$", re.IGNORECASE
)
_GREETING = re.compile(
    r"^(?:(?:met\s+)?(?:hartelijke|vriendelijke|warme|lieve)\s+groet(?:en)?|(?:veel\s+)?groet(?:en|jes)?|mvg"
    r"|(?:kind|best|warm)\s+regards)\b[\s,.!]*.{0,40}$",
    re.IGNORECASE,
)
_BULLETS = " \t*-\u2022(["
_DEVICE = re.compile(r"^(?:verzonden vanaf|verstuurd vanaf|sent from)\b", re.IGNORECASE)
_SALUTATION = re.compile(r"^(?:beste|hoi|hallo|dag|lieve|hi|hello|dear)\b[^.?!]{0,40}[,.!]?$", re.IGNORECASE)
_LONGEST_SIGN = 500
"""A longer line is no greeting and no header, and looking for one takes time with the square of its length."""


@dataclass(frozen=True)
class Mail:
    """What an e-mail says. ``left_out``: lines that repeat or sign; to look at, and to take in after all."""

    remarks: tuple[FoundRemark, ...]
    left_out: str


def split(text: str, known: Collection[str], *, whole: bool = False) -> Mail:
    """The remarks of an e-mail: each code begins one. ``whole`` leaves no line out."""
    lines = tidy(text, MOST_MAIL).split("\n")
    said, left_out = ([(line, "") for line in lines], []) if whole else _sorted_out(lines, known)
    remarks = []
    for above, group in groupby(said, key=lambda line: line[1]):
        for at, part in enumerate(_parts("\n".join(line for line, _ in group), known)):
            own = bool(at) or any(codes_in(part, known))
            remarks.append(FoundRemark(RemarkKind.MAIL, part[:MOST_SIGNS], quoted="" if own else above))
    return Mail(tuple(remarks[:_MOST_REMARKS]), "\n".join(left_out).strip())


def _sorted_out(lines: list[str], known: Collection[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """What was said, each line with the repeated line above it that carries a code; and what is left out."""
    said: list[tuple[str, str]] = []
    left_out: list[str] = []
    signed = repeats = False
    above = ""
    for at, line in enumerate(lines):
        bare = line.strip()
        short = bare if len(bare) <= _LONGEST_SIGN else ""
        answers_below = any(codes_in(bare, known)) and not bare.startswith(">")
        if bare in {"--", "-- "} or _GREETING.match(short) or _DEVICE.match(short):
            signed = True
        elif answers_below and not repeats:
            signed = False
        header = _HEADER.match(bare) and at + 1 < len(lines) and _HEADER.match(lines[at + 1].strip())
        repeats = repeats or bool(_FORWARDED.match(short)) or (bool(header) and bool(said))
        quoted = bare.startswith((">", "|")) or bool(_SAID.match(short)) or bool(_HEADER.match(bare) and not said)
        greets = bool(_SALUTATION.match(short)) and not any(part.strip() for part, _ in said)
        if bare.startswith(">") and not repeats and any(codes_in(bare, known)):
            above = bare.strip("> ")[:_MOST_ABOVE]
        if signed or repeats or quoted or greets:
            left_out.append(line)
        else:
            said.append((line, above))
    return said, left_out


def _parts(text: str, known: Collection[str]) -> Iterator[str]:
    """Pieces that each begin with a code: at its line, or at the sentence in which it stands first."""
    starts = [0]
    for written in codes_in(text, known):
        line = text.rfind("\n", 0, written.start) + 1
        before = text[max(line, written.start - _LONGEST_SIGN) : written.start].strip(_BULLETS)
        if not before:
            starts.append(line)
        elif before.endswith((".", "!", "?", ";", ":")):
            starts.append(written.start)
        elif starts[-1] < line or starts == [0]:
            starts.append(line)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end].strip()
        if part:
            yield part
