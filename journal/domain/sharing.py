"""Who a paper is for, which papers there are, and where a fragment stands on one."""

from dataclasses import dataclass
from enum import StrEnum


class Recipient(StrEnum):
    """For whom something is ticked and printed."""

    GROUP = "group"
    COACH = "coach"
    SELF = "self"


class PaperKind(StrEnum):
    """The papers that can be made of a journal."""

    PREPARATION = "preparation"
    COACH = "coach"
    SESSION = "session"
    JOURNAL = "journal"
    ONE_PAGE = "one_page"
    HARVEST = "harvest"


@dataclass(frozen=True)
class PlacedFragment:
    """A fragment on a paper. Lengths in points, from the left top of ``page``; the first page is 1."""

    code: str
    fragment: str
    title: str
    text: str
    page: int
    top: float
    bottom: float
    left: float
    right: float
