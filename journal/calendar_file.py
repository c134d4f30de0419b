"""The days of the meetings as an .ics file, for one's own calendar. Nothing of the diary is in it."""

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from icalendar import Calendar, Event

from journal import __version__
from journal.domain.guidance import Guidance
from journal.text import language, say


class Meeting(Protocol):
    """A meeting of the journal, such as ``records.Meeting``."""

    session_id: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    skipped: bool
    own_name: str | None


def render(guidance: Guidance, meetings: Iterable[Meeting], *, journey_id: int, now: dt.datetime) -> bytes:
    """All meetings with a day, as whole days; a meeting that is skipped is left out."""
    programme = guidance.programme
    calendar = Calendar()
    calendar.add("prodid", f"-//Reisgezel//Reisgezel {__version__}//{language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say(programme.name))
    for meeting in meetings:
        if meeting.starts_on is None or meeting.skipped:
            continue
        event = Event()
        # The same id every time: who imports a newer file moves a meeting and gets no second one.
        event.add("uid", f"{meeting.session_id}.{journey_id}.{programme.id}@reisgezel.invalid")
        event.add("dtstamp", now.astimezone(dt.UTC))
        event.add("summary", meeting.own_name or _name(guidance, meeting.session_id))
        event.add("dtstart", meeting.starts_on)
        event.add("dtend", (meeting.ends_on or meeting.starts_on) + dt.timedelta(days=1))
        event.add("transp", "OPAQUE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _name(guidance: Guidance, session_id: str) -> str:
    try:
        found = guidance.session(session_id)
    except KeyError:
        return session_id
    about = say(found.topic)
    return f"{say(found.name)}: {about}" if about else say(found.name)
