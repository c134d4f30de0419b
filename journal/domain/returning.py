"""What came back from a reader: a paper as it was read, the remarks that were found on it, where each may belong."""

from dataclasses import dataclass
from enum import StrEnum


class ReturnedKind(StrEnum):
    """In what form it came back."""

    PDF = "pdf"
    PICTURE = "picture"
    MAIL = "mail"


class RemarkKind(StrEnum):
    """How something was said."""

    NOTE = "note"
    MARK = "mark"
    """Words that were marked, without a word of the reader."""
    TYPED = "typed"
    """Words that stand in the page itself, and did not when it left."""
    REPLY = "reply"
    HAND = "hand"
    """Drawn or written by hand: nobody can read that but its reader."""
    MAIL = "mail"
    OWN = "own"
    """Typed over by the writer of the journal."""


class RemarkState(StrEnum):
    """What the writer of the journal said to it."""

    PROPOSED = "proposed"
    KEPT = "kept"
    LEFT = "left"


class Why(StrEnum):
    """Why a remark is proposed for a fragment."""

    CODE = "code"
    PLACE = "place"
    WORDS = "words"
    NOTHING = ""


@dataclass(frozen=True)
class Box:
    """A place on a page: in points, from its left top."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Word:
    """A word on a page, and where."""

    text: str
    box: Box


@dataclass(frozen=True)
class PageRead:
    """The words of a page in their order."""

    words: tuple[Word, ...]


@dataclass(frozen=True)
class FoundRemark:
    """Something that a reader left on a paper. ``page`` counts from 1; ``answers`` is the index of what it answers."""

    kind: RemarkKind
    text: str
    author: str = ""
    quoted: str = ""
    page: int | None = None
    box: Box | None = None
    answers: int | None = None


@dataclass(frozen=True)
class PaperRead:
    """A returned paper as it was read. Remarks in the order of reading, replies after what they answer."""

    pages: tuple[PageRead, ...]
    remarks: tuple[FoundRemark, ...]


@dataclass(frozen=True)
class ProposedRemark:
    """A remark with the fragment that it seems to be about, and why."""

    kind: RemarkKind
    text: str
    author: str = ""
    quoted: str = ""
    page: int | None = None
    code: str = ""
    fragment: str = ""
    why: Why = Why.NOTHING
