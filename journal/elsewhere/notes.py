"""What every reader gives: notes with their days, and what could not be read and why."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from journal.clean_text import clean, first_line

MOST_BYTES: Final = 100_000_000
MOST_NOTES: Final = 50_000
MOST_SIGNS: Final = 2_000_000
_EARLIEST = dt.date(1900, 1, 1)


class Why(Enum):
    """Why something was left out."""

    LOCKED = auto()
    NO_DAY = auto()
    NOT_TEXT = auto()
    TOO_LARGE = auto()
    DAMAGED = auto()
    EMPTY = auto()


@dataclass(frozen=True)
class Note:
    """One note. ``key`` is its own name in the other program: with it nothing is read in twice."""

    on: dt.date
    title: str
    text: str
    key: str


@dataclass(frozen=True)
class Unread:
    """Something that was left out: which file or which day."""

    name: str
    why: Why


@dataclass(frozen=True)
class Found:
    """What is in a file or folder of another program; ``pictures`` are counted and stay where they are."""

    program: str
    notes: tuple[Note, ...] = ()
    unread: tuple[Unread, ...] = ()
    pictures: int = 0


def note(on: dt.date, title: str, text: str, key: str) -> Note | None:
    """A cleaned note; None when nothing is written in it."""
    text, title = clean(text).strip("\n")[:MOST_SIGNS], first_line(clean(title))
    if not text.strip() and not title:
        return None
    return Note(on, title, text or title, key)


def day(text: object) -> dt.date | None:
    """The day that a text begins with (2026-11-20, also with slashes or dots, and 20-11-2026); else None."""
    if not isinstance(text, str):
        return None
    found = text.strip()[:10].replace("/", "-").replace(".", "-")
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            on = dt.datetime.strptime(found, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return on if on >= _EARLIEST else None
    return None


def decoded(data: bytes) -> str | None:
    """Bytes as text: UTF-8, else UTF-16 when they say so, else None."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.replace("\r\n", "\n").replace("\r", "\n")
