"""The journey, its dated meetings, and what was put off until later."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.records import Journey, Meeting, Postponed


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
    """Set out on a journey; it becomes the current one. ``source`` is the text of an opened programme file."""
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
    """The journey that was begun last."""
    return session.exec(select(Journey).order_by(col(Journey.id).desc()).limit(1)).first()


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


@changes(Change.JOURNEY)
def set_names(session: Session, journey_id: int, *, own_name: str | None = None, group_name: str | None = None) -> None:
    """Change the names that papers carry; None leaves a name as it is."""
    journey = session.get_one(Journey, journey_id)
    if own_name is not None:
        journey.own_name = clean(own_name)
    if group_name is not None:
        journey.group_name = clean(group_name)


@changes(Change.JOURNEY)
def postpone(session: Session, key: str, until: dt.date) -> None:
    """Hide a next step until the day; on that day it shows again."""
    session.merge(Postponed(key=key, until=until))


def postponed(session: Session, today: dt.date) -> set[str]:
    """Keys of the next steps that stay hidden today."""
    return set(session.exec(select(Postponed.key).where(col(Postponed.until) > today)))
