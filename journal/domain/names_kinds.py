"""What a name can be, and what its writer decided about it."""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """Of a name; ``NONE`` is what the writer says of a word that is no name at all."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NONE = "none"


@dataclass(frozen=True)
class Rule:
    """What the writer decided. ``replacement`` None: as its kind does; equal to the name: it stays."""

    replacement: str | None = None
    kind: str = ""


@dataclass(frozen=True)
class Found:
    """A name as it is listed: how often it stands in the texts, and what it seems to be."""

    name: str
    kind: NameKind
    count: int = 1
