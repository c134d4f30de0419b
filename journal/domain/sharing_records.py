"""The tables of what is shared: preparations, ticks, names, papers that left, and what came home.

``fragment`` ids are those of ``storage/fragments.py``; ``recipient`` is "group", "coach" or "self".
"""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from journal.domain.record import EMPTY, Record, UtcTime, uid_field


class Preparation(Record, table=True):
    """What is prepared for one intervisie meeting, and what its paper shows."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = uid_field()
    journey_id: int = Field(foreign_key="journey.id", index=True)
    case_entry_id: int = Field(foreign_key="entry.id")
    harvest_entry_id: int | None = Field(default=None, foreign_key="entry.id")
    meeting_on: dt.date | None = None
    method_id: str = ""
    initials: bool = True
    own_name_style: str = "full"
    created_at: dt.datetime = Field(sa_type=UtcTime)


class TickedFragment(Record, table=True):
    """A fragment that its writer ticked for a reader. What has no row here is not shared."""

    __tablename__ = "ticked_fragment"
    preparation_id: int = Field(foreign_key="preparation.id", primary_key=True)
    recipient: str = Field(primary_key=True)
    fragment: str = Field(primary_key=True)
    digest: str | None = None
    """Of the text as it was when ticked: another text is not shared. None: ticked before this was kept."""


class NameRule(Record, table=True):
    """How a name prints: as an initial, as words of one's own, or as it is."""

    __tablename__ = "name_rule"
    __table_args__ = (UniqueConstraint("journey_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    journey_id: int = Field(foreign_key="journey.id", index=True)
    name: str
    kind: str = Field(default="", sa_column_kwargs=EMPTY)
    """What the writer says it is: "person", "organisation", "place", "none" (no name); empty when they did not say."""
    replacement: str | None = None
    """None: the initial. Equal to the name: left as it is."""


class Share(Record, table=True):
    """A paper that left the journal: when, for whom, and what was on it."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = uid_field()
    journey_id: int = Field(foreign_key="journey.id", index=True)
    preparation_id: int | None = Field(default=None, foreign_key="preparation.id", index=True)
    """Empty for a paper that is not about one meeting."""
    kind: str
    recipient: str
    recipient_name: str = ""
    code: str = ""
    """What the visible codes on this paper begin with: ``K7`` of ``K7-2``."""
    shared_at: dt.datetime = Field(sa_type=UtcTime)
    file_name: str
    pages: int
    digest: str
    """Of the bytes that were saved, SHA-256 in hexadecimal."""
    locked: bool = False
    """Saved with a password."""
    fragments: str
    """A JSON list of fragment ids."""


class ShareFile(Record, table=True):
    """The very paper, without password; apart from its record, because it is read only on demand."""

    __tablename__ = "share_file"
    share_id: int = Field(foreign_key="share.id", primary_key=True)
    data: bytes


class SharedFragment(Record, table=True):
    """A fragment on a paper: its code, its words as printed, and where. More rows when it goes on over pages.

    ``top``, ``bottom``, ``left``, ``right`` in points from the left top of ``page`` (the first is 1).
    """

    __tablename__ = "shared_fragment"
    id: int | None = Field(default=None, primary_key=True)
    share_id: int = Field(foreign_key="share.id", index=True)
    code: str
    fragment: str
    title: str
    text: str
    page: int
    top: float
    bottom: float
    left: float
    right: float


class Returned(Record, table=True):
    """What came back from a reader: the pdf with remarks, a picture of it, or an e-mail. ``data`` is what was given."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = uid_field()
    journey_id: int = Field(foreign_key="journey.id", index=True)
    share_id: int | None = Field(default=None, foreign_key="share.id", index=True)
    kind: str
    sender: str
    file_name: str
    digest: str
    data: bytes
    came_at: dt.datetime = Field(sa_type=UtcTime)
    thrown_away_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class Remark(Record, table=True):
    """One thing that a reader said. Until its writer says yes (``kept``) or no (``left``) it is only ``proposed``."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = uid_field()
    returned_id: int = Field(foreign_key="returned.id", index=True)
    kind: str
    author: str
    text: str
    quoted: str
    """The words of the paper that it is about, when they were marked."""
    page: int | None = None
    code: str
    """As on the paper; empty when unknown."""
    fragment: str = Field(index=True)
    """What it stands beside; empty when it belongs to the whole paper."""
    state: str
    decided_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class Advice(Record, table=True):
    """What became of one advice: open, taken or left. Its words are answers of the entry with the same id."""

    entry_id: int = Field(foreign_key="entry.id", primary_key=True)
    state: str
    experiment_id: int | None = Field(default=None, foreign_key="entry.id")
    """The experiment that was made of it."""


class OwnMethod(Record, table=True):
    """A method for the meeting that came as a file; ``source`` is its TOML text."""

    __tablename__ = "own_method"
    method_id: str = Field(primary_key=True)
    source: str
    added_at: dt.datetime = Field(sa_type=UtcTime)
