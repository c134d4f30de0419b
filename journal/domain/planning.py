"""Dates: a proposal for every meeting from the few that are known, and where a day lies among the meetings."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from journal.domain.guidance import Programme, Session

WEBINAR_WEEKDAY = 1
"""Webinars are proposed on a Tuesday ..."""
WEBINAR_EVERY_WEEKS = 2
"""... every other week ..."""
FIRST_WEEKDAY = 3
"""... and a two-day session from Thursday on, until the participant says otherwise."""
_CHRISTMAS = ((12, 24), (1, 2))
"""Nobody has a webinar between these days."""


@dataclass(frozen=True)
class Dates:
    """First and last day of a meeting."""

    first: dt.date
    last: dt.date

    @property
    def is_reversed(self) -> bool:
        """Whether the last day lies before the first."""
        return self.last < self.first


class Dated(Protocol):
    """A meeting with or without dates, such as ``records.Meeting``."""

    session_id: str
    starts_on: dt.date | None
    ends_on: dt.date | None


def anchors(programme: Programme) -> tuple[Session, ...]:
    """The sessions whose dates a participant knows from the invitation: all but webinars and the closing event."""
    fixed = tuple(session for session in programme.sessions if session.kind not in {"webinar", "closing"})
    return fixed or programme.sessions


def webinars(programme: Programme) -> tuple[Session, ...]:
    """The sessions that are proposed in between."""
    fixed = {session.id for session in anchors(programme)}
    return tuple(session for session in programme.sessions if session.kind == "webinar" and session.id not in fixed)


def proposal(programme: Programme, today: dt.date) -> dict[str, Dates]:
    """Dates for the anchors by the weeks of the programme, the first one on the first Thursday from today on."""
    start = today + dt.timedelta((FIRST_WEEKDAY - today.weekday()) % 7)
    found = {}
    for session in anchors(programme):
        first = session.starts_on or start + dt.timedelta(weeks=week_of(programme, session))
        found[session.id] = Dates(first, first + dt.timedelta(session.days - 1))
    return found


def week_of(programme: Programme, session: Session) -> int:
    """Weeks from the first session, through the sessions from which its own weeks are counted."""
    by_id = {each.id: each for each in programme.sessions}
    weeks, seen = 0, set()
    at: Session | None = session
    while at is not None and at.id not in seen:
        seen.add(at.id)
        weeks += at.week
        at = by_id.get(at.after or "")
    return weeks


def webinar_dates(programme: Programme, known: Mapping[str, Dates]) -> dict[str, dt.date]:
    """A day for every webinar between the known sessions around it: Tuesdays, every other week.

    Webinars that do not fit so before the next known session are spread evenly over the room that there is.
    """
    order = [session.id for session in programme.sessions]
    good = [(order.index(id_), dates) for id_, dates in known.items() if id_ in order and not dates.is_reversed]
    stops = sorted(good, key=lambda stop: (stop[0], stop[1].first))
    if not stops:
        return {}
    wanted = [(order.index(session.id), session.id) for session in webinars(programme)]
    found: dict[str, dt.date] = {}
    end = (len(order), Dates(dt.date.max, dt.date.max))
    for (place, dates), (next_place, next_dates) in pairwise([*stops, end]):
        between = [id_ for at, id_ in wanted if place < at < next_place]
        days = _every_other_week(dates, len(between))
        if days and days[-1] >= next_dates.first:
            days = _spread(dates.last, next_dates.first, len(between))
        found.update(zip(between, days, strict=True))
    early = [id_ for _, id_ in wanted if id_ not in found]
    for number, id_ in enumerate(reversed(early), 1):
        found[id_] = _tuesday(stops[0][1].first - dt.timedelta(weeks=WEBINAR_EVERY_WEEKS * number))
    given = {session.id: session.starts_on for session in webinars(programme) if session.starts_on}
    return found | given


def _every_other_week(after: Dates, count: int) -> list[dt.date]:
    days: list[dt.date] = []
    day = _tuesday(after.first)
    while len(days) < count:
        day += dt.timedelta(weeks=WEBINAR_EVERY_WEEKS)
        if not _is_christmas(day):
            days.append(day)
    return days


def _spread(after: dt.date, before: dt.date, count: int) -> list[dt.date]:
    room = max((before - after).days, 0)
    return [after + dt.timedelta(round(room * (n + 1) / (count + 1))) for n in range(count)]


def _tuesday(day: dt.date) -> dt.date:
    """The Tuesday of the same week."""
    return day + dt.timedelta(WEBINAR_WEEKDAY - day.weekday())


def _is_christmas(day: dt.date) -> bool:
    return (day.month, day.day) >= _CHRISTMAS[0] or (day.month, day.day) <= _CHRISTMAS[1]


@dataclass(frozen=True)
class Moment:
    """Where a day lies: ``relation`` is ``before`` (all meetings), ``during`` or ``after`` the session."""

    relation: str
    session_id: str = ""


def moment_of(day: dt.date, meetings: Iterable[Dated]) -> Moment:
    """During a meeting of more days, after the last one that began, or before them all."""
    begun = [meeting for meeting in meetings if meeting.starts_on is not None and meeting.starts_on <= day]
    if not begun:
        return Moment("before")
    latest = max(begun, key=lambda meeting: meeting.starts_on or dt.date.min)
    assert latest.starts_on is not None
    last = latest.ends_on or latest.starts_on
    within = latest.starts_on < last and day <= last
    return Moment("during" if within else "after", latest.session_id)
