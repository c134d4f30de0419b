"""Entries: filled-in forms. What is thrown away is kept, and never listed unless asked for."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col, func, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry, Meeting, Placement, ThemeMark, Who


@dataclass(frozen=True)
class WholeEntry:
    """An entry with all that belongs to it; ``answers`` by prompt id, ``marks`` by theme id."""

    entry: Entry
    answers: dict[str, Answer]
    placements: tuple[Placement, ...]
    marks: dict[str, int]


@dataclass(frozen=True)
class EntryLine:
    """An entry in a list; ``me`` and ``us`` are stage ids in the order in which they were chosen."""

    id: int
    form_id: str
    title: str
    depth: str | None
    meeting_id: int | None
    session_id: str | None
    written_on: dt.date
    finished: bool
    me: tuple[str, ...]
    us: tuple[str, ...]


def now(session: Session) -> dt.datetime:
    """The time by the clock that the journal was opened with."""
    found: dt.datetime = session.info["now"]()
    return found


@changes(Change.ENTRIES)
def start(
    session: Session,
    journey_id: int,
    form_id: str,
    *,
    on: dt.date,
    meeting_id: int | None = None,
    title: str = "",
    depth: str | None = None,
    caused_by_id: int | None = None,
) -> int:
    """Begin a new entry and give its id."""
    entry = Entry(
        journey_id=journey_id,
        form_id=form_id,
        meeting_id=meeting_id,
        caused_by_id=caused_by_id,
        title=clean(title),
        depth=None if depth is None else str(depth),
        written_on=on,
        created_at=now(session),
    )
    session.add(entry)
    session.flush()
    assert entry.id is not None
    return entry.id


@changes(Change.ENTRIES)
def set_title(session: Session, entry_id: int, title: str) -> None:
    """Give an entry a title of one's own; empty takes it away."""
    session.get_one(Entry, entry_id).title = clean(title)


@changes(Change.ENTRIES)
def set_depth(session: Session, entry_id: int, depth: str | None) -> None:
    """Choose how much time it takes; what was answered at another depth stays."""
    session.get_one(Entry, entry_id).depth = None if depth is None else str(depth)


@changes(Change.ENTRIES)
def finish(session: Session, entry_id: int) -> None:
    """Enough for today. Finishing twice keeps the first time."""
    entry = session.get_one(Entry, entry_id)
    entry.finished_at = entry.finished_at or now(session)


@changes(Change.ENTRIES)
def reopen(session: Session, entry_id: int) -> None:
    """Go on with a finished entry."""
    session.get_one(Entry, entry_id).finished_at = None


_ALL_THAT_SHOWS = Change.ENTRIES | Change.ANSWERS | Change.PLACES | Change.MARKS | Change.QUESTION | Change.EXPERIMENTS


@changes(_ALL_THAT_SHOWS)
def throw_away(session: Session, entry_id: int) -> None:
    """Take an entry out of sight: out of lists, search, map and papers. ``fetch_back`` undoes it."""
    entry = session.get_one(Entry, entry_id)
    entry.thrown_away_at = entry.thrown_away_at or now(session)


@changes(_ALL_THAT_SHOWS)
def fetch_back(session: Session, entry_id: int) -> None:
    """Put a thrown-away entry back as it was."""
    session.get_one(Entry, entry_id).thrown_away_at = None


def whole(session: Session, entry_id: int) -> WholeEntry:
    """An entry with its answers, placements and marks; also one that was thrown away."""
    answers = session.exec(select(Answer).where(Answer.entry_id == entry_id).order_by(col(Answer.id)))
    placements = session.exec(select(Placement).where(Placement.entry_id == entry_id).order_by(col(Placement.id)))
    marks = session.exec(select(ThemeMark).where(ThemeMark.entry_id == entry_id, col(ThemeMark.beginning).is_(False)))
    return WholeEntry(
        session.get_one(Entry, entry_id),
        {answer.prompt_id: answer for answer in answers},
        tuple(placements),
        {mark.theme_id: mark.level for mark in marks},
    )


def last_saved(session: Session) -> dt.datetime | None:
    """When something was written last; None in an empty journal. Reads every answer, so not for every day."""
    return session.exec(select(func.max(Answer.updated_at))).one()


def listed(
    session: Session,
    journey_id: int,
    form_ids: Collection[str],
    *,
    thrown_away: bool = False,
    limit: int | None = None,
    only: Collection[int] | None = None,
) -> list[EntryLine]:
    """Entries of these forms, newest first; with ``thrown_away`` only what was thrown away, with ``only`` these ids."""
    gone = col(Entry.thrown_away_at)
    chosen = (
        sa.select(*_COLUMNS)  # columns, no records: of thousands of rows these are read several times as fast
        .outerjoin(Meeting, col(Meeting.id) == col(Entry.meeting_id))
        .where(col(Entry.journey_id) == journey_id, gone.is_not(None) if thrown_away else gone.is_(None))
        .order_by(col(Entry.written_on).desc(), col(Entry.id).desc())
        .limit(limit)
    )
    if only is not None:
        chosen = chosen.where(col(Entry.id).in_(only))
    # One walk along the index a form: for several at once SQLite would sort all entries to find the newest.
    session.flush()
    ask = session.connection().execute
    found = [ask(chosen.where(col(Entry.form_id) == form_id)).all() for form_id in sorted(set(form_ids))]
    rows = list(islice(merge(*found, key=_age, reverse=True), limit))
    places = _places(session, [row.id for row in rows])
    return [_line(row, places) for row in rows]


def of_meeting(session: Session, meeting_id: int, form_id: str) -> int | None:
    """The newest entry of this form that belongs to the meeting."""
    query = (
        select(Entry.id)
        .where(Entry.meeting_id == meeting_id, Entry.form_id == form_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.id).desc())
        .limit(1)
    )
    return session.exec(query).first()


@changes(Change.ENTRIES)
def one_of(session: Session, journey_id: int, form_id: str, *, on: dt.date) -> int:
    """The single entry of a form that a journey has once; made when it is not there."""
    query = (
        select(Entry.id)
        .where(Entry.journey_id == journey_id, Entry.form_id == form_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.id))
        .limit(1)
    )
    found = session.exec(query).first()
    return start(session, journey_id, form_id, on=on) if found is None else found


_COLUMNS: Final[tuple[Any, ...]] = (
    col(Entry.id),
    col(Entry.form_id),
    col(Entry.title),
    col(Entry.depth),
    col(Entry.meeting_id),
    col(Meeting.session_id),
    col(Entry.written_on),
    col(Entry.finished_at),
)


def _age(row: sa.Row[Any]) -> tuple[dt.date, int]:
    return row.written_on, row.id


Chosen = dict[tuple[int, str], tuple[str, ...]]
_AT_ONCE = 500


def _places(session: Session, entry_ids: list[int]) -> Chosen:
    found: Chosen = {}
    for first in range(0, len(entry_ids), _AT_ONCE):
        some = entry_ids[first : first + _AT_ONCE]
        columns = (col(Placement.entry_id), col(Placement.who), col(Placement.stage_id))
        query = sa.select(*columns).where(col(Placement.entry_id).in_(some)).order_by(col(Placement.id))
        for entry_id, who, stage_id in session.connection().execute(query):
            found[entry_id, who] = (*found.get((entry_id, who), ()), stage_id)
    return found


def _line(row: sa.Row[Any], places: Chosen) -> EntryLine:
    return EntryLine(
        id=row.id,
        form_id=row.form_id,
        title=row.title,
        depth=row.depth,
        meeting_id=row.meeting_id,
        session_id=row.session_id,
        written_on=row.written_on,
        finished=row.finished_at is not None,
        me=places.get((row.id, Who.ME), ()),
        us=places.get((row.id, Who.US), ()),
    )
