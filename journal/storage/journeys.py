"""The journey, its dated meetings, and what was put off until later."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from sqlmodel import Session, col, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.records import Entry, Journey, Meeting, Postponed

_OWN = "own-"
"""Ids of added meetings begin so; ids of programmes may too, and are then passed over."""


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting as the programme proposes it; the dates may still be open."""

    session_id: str
    kind: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@changes(Change.JOURNEY | Change.MEETINGS)
def begin(
    session: Session,
    programme_id: str,
    *,
    source: str | None = None,
    edition: str = "",
    own_name: str = "",
    group_name: str = "",
    began_on: dt.date,
    meetings: Sequence[PlannedMeeting] = (),
) -> int:
    """Set out on a journey; it becomes the current one, and the ones before it rest.

    ``source`` is the text of an opened programme file.
    """
    for earlier in listed(session):
        earlier.ended_on = earlier.ended_on or began_on
    journey = Journey(
        programme_id=programme_id,
        programme_source=None if source is None else clean(source),
        edition=clean(edition),
        own_name=clean(own_name),
        group_name=clean(group_name),
        began_on=began_on,
    )
    session.add(journey)
    session.flush()
    assert journey.id is not None
    for planned in meetings:
        meeting = Meeting(
            journey_id=journey.id,
            session_id=planned.session_id,
            kind=planned.kind,
            starts_on=planned.starts_on,
            ends_on=planned.ends_on,
        )
        session.add(meeting)
    return journey.id


def current(session: Session) -> Journey | None:
    """The journey that goes on; when all are closed, the one that was begun last."""
    order = (col(Journey.ended_on).is_not(None), col(Journey.id).desc())
    return session.exec(select(Journey).order_by(*order).limit(1)).first()


def listed(session: Session) -> list[Journey]:
    """All journeys of this journal, the first one first."""
    return list(session.exec(select(Journey).order_by(col(Journey.id))))


@changes(Change.JOURNEY | Change.MEETINGS)
def go_on_with(session: Session, journey_id: int, *, on: dt.date) -> None:
    """Make this the current journey again; the others rest from today on, and all that is in them stays."""
    for journey in listed(session):
        if journey.id == journey_id:
            journey.ended_on = None
        else:
            journey.ended_on = journey.ended_on or on


@changes(Change.JOURNEY | Change.MEETINGS)
def close(session: Session, journey_id: int, *, on: dt.date) -> None:
    """The programme is over. Everything stays, and one can go on at any time."""
    session.get_one(Journey, journey_id).ended_on = on


@changes(Change.JOURNEY | Change.MEETINGS)
def set_intervisie_only(session: Session, journey_id: int, only: bool) -> None:  # noqa: FBT001
    """Go on with only intervisie, or with the whole programme again."""
    session.get_one(Journey, journey_id).intervisie_only = only


def meetings(session: Session, journey_id: int) -> list[Meeting]:
    """All meetings by date; the ones without a date last, in the order of the programme."""
    order = (col(Meeting.starts_on).is_(None), col(Meeting.starts_on), col(Meeting.id))
    return list(session.exec(select(Meeting).where(Meeting.journey_id == journey_id).order_by(*order)))


@changes(Change.MEETINGS)
def set_dates(session: Session, meeting_id: int, starts_on: dt.date | None, ends_on: dt.date | None) -> None:
    """Give a meeting its dates, or take them away."""
    meeting = session.get_one(Meeting, meeting_id)
    meeting.moved = meeting.moved or (meeting.starts_on is not None and meeting.starts_on != starts_on)
    meeting.starts_on, meeting.ends_on = starts_on, ends_on


@changes(Change.MEETINGS)
def skip(session: Session, meeting_id: int, skipped: bool) -> None:  # noqa: FBT001
    """I shall not be there; or I shall after all."""
    session.get_one(Meeting, meeting_id).skipped = skipped


@changes(Change.MEETINGS)
def rename(session: Session, meeting_id: int, name: str) -> None:
    """Give a meeting a name of one's own; an empty one gives back the name of the programme."""
    meeting = session.get_one(Meeting, meeting_id)
    given = clean(name).strip()
    if given or not meeting.session_id.startswith(_OWN):
        meeting.own_name = given or None


@changes(Change.MEETINGS)
def add(
    session: Session, journey_id: int, name: str, *, kind: str = "workshop", starts_on: dt.date, ends_on: dt.date
) -> int:
    """Add a meeting that the programme does not have; gives its id."""
    taken = {meeting.session_id for meeting in meetings(session, journey_id)}
    number = next(n for n in count(1) if f"{_OWN}{n}" not in taken)
    meeting = Meeting(
        journey_id=journey_id,
        session_id=f"{_OWN}{number}",
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        own_name=clean(name).strip(),
        added=True,
    )
    session.add(meeting)
    session.flush()
    assert meeting.id is not None
    return meeting.id


@changes(Change.MEETINGS)
def take_away(session: Session, meeting_id: int) -> bool:
    """Take an added meeting away. False when something was written about it: then it stays."""
    meeting = session.get_one(Meeting, meeting_id)
    used = session.exec(select(Entry.id).where(Entry.meeting_id == meeting_id).limit(1)).first() is not None
    if used or not meeting.added:
        return False
    session.delete(meeting)
    return True


@changes(Change.JOURNEY)
def set_names(
    session: Session,
    journey_id: int,
    *,
    own_name: str | None = None,
    group_name: str | None = None,
    coach_name: str | None = None,
) -> None:
    """Change the names that papers carry; None leaves a name as it is."""
    journey = session.get_one(Journey, journey_id)
    if own_name is not None:
        journey.own_name = clean(own_name)
    if group_name is not None:
        journey.group_name = clean(group_name)
    if coach_name is not None:
        journey.coach_name = clean(coach_name)


@changes(Change.JOURNEY)
def postpone(session: Session, key: str, until: dt.date) -> None:
    """Hide a next step until the day; on that day it shows again."""
    session.merge(Postponed(key=key, until=until))


def postponed(session: Session, today: dt.date) -> set[str]:
    """Keys of the next steps that stay hidden today."""
    return set(session.exec(select(Postponed.key).where(col(Postponed.until) > today)))
