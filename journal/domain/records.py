"""The tables. Answers to every kind of form are rows of one table; guidance gives them their meaning.

Times are aware UTC, dates are the writer's own calendar. ``*_id`` fields that name guidance
(``form_id``, ``prompt_id``, ``stage_id`` ...) are the ids of the programme files, which are for ever.
"""

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from journal.domain.record import EMPTY, NO, Record, UtcTime, uid_field


class Who(StrEnum):
    """Whose journey a placement is about."""

    ME = "me"
    US = "us"


class Depth(StrEnum):
    """How much time a reflection takes: five minutes, twenty minutes, or free writing."""

    SHORT = "short"
    STEPS = "steps"
    FREE = "free"


class Journey(Record, table=True):
    """One edition of a programme, travelled by the owner of this journal."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = uid_field()
    programme_id: str
    programme_source: str | None = None
    """The TOML text of an opened programme file; empty for a programme that ships with the app."""
    edition: str = ""
    own_name: str = ""
    group_name: str = ""
    coach_name: str = Field(default="", sa_column_kwargs=EMPTY)
    began_on: dt.date
    ended_on: dt.date | None = None
    """Set when this journey was closed or another edition took over; its entries stay."""
    intervisie_only: bool = Field(default=False, sa_column_kwargs=NO)
    """Going on after the end, with only intervisie."""


class Meeting(Record, table=True):
    """A dated moment of the programme: a two-day session, webinar, closing event or intervisie.

    ``own_name`` takes the place of the programme's name. ``added``: by its owner, or no longer in the programme file.
    """

    __table_args__ = (UniqueConstraint("journey_id", "session_id"),)
    id: int | None = Field(default=None, primary_key=True)
    journey_id: int = Field(foreign_key="journey.id", index=True)
    session_id: str
    kind: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    skipped: bool = False
    moved: bool = False
    own_name: str | None = None
    added: bool = Field(default=False, sa_column_kwargs=NO)


class Entry(Record, table=True):
    """A filled-in form: a reflection, a version of the learning question, a case, an experiment ..."""

    __table_args__ = (Index(None, "journey_id", "form_id", "written_on"),)
    id: int | None = Field(default=None, primary_key=True)
    uid: str = uid_field()
    journey_id: int = Field(foreign_key="journey.id")
    form_id: str
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    caused_by_id: int | None = Field(default=None, foreign_key="entry.id")
    title: str = ""
    depth: str | None = None
    written_on: dt.date
    opens_on: dt.date | None = None
    """A letter to oneself stays closed until this day."""
    created_at: dt.datetime = Field(sa_type=UtcTime)
    finished_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    thrown_away_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    imported_from: str = Field(default="", sa_column_kwargs=EMPTY)
    """For what was read in from another program: which one, and its own name for it. Never read in twice."""


class Answer(Record, table=True):
    """What is written under one prompt of one entry. ``settled``: closed in peace with "I do not know"."""

    __table_args__ = (UniqueConstraint("entry_id", "prompt_id"),)
    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id")
    prompt_id: str = Field(index=True)
    text: str = ""
    settled: bool = False
    updated_at: dt.datetime = Field(sa_type=UtcTime)


class AnswerVersion(Record, table=True):
    """An earlier text of an answer."""

    __tablename__ = "answer_version"
    id: int | None = Field(default=None, primary_key=True)
    answer_id: int = Field(foreign_key="answer.id", index=True)
    text: str
    kept_at: dt.datetime = Field(sa_type=UtcTime)
    origin: str = Field(default="", sa_column_kwargs=EMPTY)
    """Where it came from when it was not typed here: the name of a merged copy."""


class Difference(Record, table=True):
    """Two copies of this journal had another text here; both are kept until their writer chooses."""

    id: int | None = Field(default=None, primary_key=True)
    answer_id: int = Field(foreign_key="answer.id", index=True)
    version_id: int = Field(foreign_key="answer_version.id")
    came_from: str
    found_at: dt.datetime = Field(sa_type=UtcTime)
    decided_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class Placement(Record, table=True):
    """A place on the journey that was chosen in an entry, and by what one notices it."""

    __table_args__ = (UniqueConstraint("entry_id", "who", "stage_id"),)
    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", index=True)
    who: str
    stage_id: str
    evidence: str = ""
    placed_at: dt.datetime = Field(sa_type=UtcTime)


class ThemeMark(Record, table=True):
    """A chosen word on the line of a theme: 1 (far away) to 5 (by itself). Never without words beside it.

    ``beginning``: where the writer *now* thinks that they were at the first session; yardsticks shift.
    """

    __tablename__ = "theme_mark"
    __table_args__ = (
        UniqueConstraint("entry_id", "theme_id", "beginning"),
        CheckConstraint("level BETWEEN 1 AND 5", name="level"),
    )
    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", index=True)
    theme_id: str
    level: int
    beginning: bool = Field(default=False, sa_column_kwargs=NO)
    marked_at: dt.datetime = Field(sa_type=UtcTime)


class Experiment(Record, table=True):
    """The life of an experiment; its words are answers of the entry with the same id."""

    entry_id: int = Field(foreign_key="entry.id", primary_key=True)
    state: str = "running"
    first_on: dt.date | None = None
    until_on: dt.date | None = None


class Postponed(Record, table=True):
    """A next step that was put off with "Later"; it stays hidden until the day."""

    key: str = Field(primary_key=True)
    until: dt.date


class AttachmentKind(StrEnum):
    """The languages of reflection beside words."""

    DRAWING = "drawing"
    MODEL = "model"
    PHOTO = "photo"


class Attachment(Record, table=True):
    """A drawing, model or photo with an entry.

    Its caption and description are answers of that entry, so they have versions and are found by search:
    ``attachment.<id>.caption`` and ``attachment.<id>.description``.
    ``thumbnail`` is a small PNG or JPEG. The thing itself is in ``AttachmentData``, read only on demand.
    """

    id: int | None = Field(default=None, primary_key=True)
    uid: str = uid_field()
    entry_id: int = Field(foreign_key="entry.id", index=True)
    kind: str
    width: int
    height: int
    thumbnail: bytes = b""
    added_at: dt.datetime = Field(sa_type=UtcTime)
    changed_at: dt.datetime = Field(sa_type=UtcTime)
    thrown_away_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class AttachmentData(Record, table=True):
    """What an attachment is: strokes or boxes as JSON (UTF-8), or a JPEG."""

    __tablename__ = "attachment_data"
    attachment_id: int = Field(foreign_key="attachment.id", primary_key=True)
    data: bytes


class AttachmentVersion(Record, table=True):
    """An earlier drawing or model."""

    __tablename__ = "attachment_version"
    id: int | None = Field(default=None, primary_key=True)
    attachment_id: int = Field(foreign_key="attachment.id", index=True)
    data: bytes
    kept_at: dt.datetime = Field(sa_type=UtcTime)


class Worry(Record, table=True):
    """Something that comes back, in its writer's own words. ``left_at``: left in peace."""

    id: int | None = Field(default=None, primary_key=True)
    journey_id: int = Field(foreign_key="journey.id", index=True)
    name: str
    left_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class WorryMark(Record, table=True):
    """The writer marked that this worry comes back in this entry."""

    __tablename__ = "worry_mark"
    worry_id: int = Field(foreign_key="worry.id", primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", primary_key=True)
    marked_at: dt.datetime = Field(sa_type=UtcTime)
