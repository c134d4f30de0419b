"""How each webinar stands today, in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from journal import dates
from journal.domain import experiments as life
from journal.domain.guidance import Guidance, Session
from journal.domain.records import Meeting
from journal.storage.experiments import ExperimentLine
from journal.storage.webinars import NOTE, SHEET, Webinar
from journal.text import say, tr


@dataclass(frozen=True)
class WebinarLine:
    """A webinar as the list and the detail show it. ``done``: something was written or tried."""

    webinar: Webinar
    number: int
    name: str
    title: str
    assignment: str
    status: str
    done: bool
    coming: bool

    @property
    def meeting_id(self) -> int:
        """Of its meeting."""
        return self.webinar.meeting.id or 0

    @property
    def day(self) -> dt.date | None:
        """When it is, or None when nobody knows yet."""
        return self.webinar.meeting.starts_on

    @property
    def under(self) -> str:
        """Date and status, for under its title."""
        return ", ".join(part for part in (dates.short(self.day) if self.day else "", self.status) if part)


def lines(
    found: Sequence[Webinar], experiments: Sequence[ExperimentLine], guidance: Guidance, today: dt.date
) -> list[WebinarLine]:
    """All webinars in order, as they stand today. Nothing is ever too late."""
    sessions = {session.id: session for session in guidance.programme.sessions}
    return [
        _line(webinar, number, sessions.get(webinar.meeting.session_id), experiments, today)
        for number, webinar in enumerate(found, 1)
    ]


def _line(
    webinar: Webinar, number: int, session: Session | None, experiments: Sequence[ExperimentLine], today: dt.date
) -> WebinarLine:
    meeting = webinar.meeting
    mine = [experiment for experiment in experiments if experiment.meeting_id == meeting.id]
    name = meeting.own_name or (say(session.name) if session else tr("Webinar {number}", number=number))
    topic = say(session.topic) if session and not meeting.own_name else ""
    coming = meeting.starts_on is None or meeting.starts_on > today
    assignment = say(session.assignment) if session else ""
    status, done = _status(webinar, mine, assigned=bool(assignment), coming=coming)
    return WebinarLine(webinar, number, name, topic or name, assignment, status, done, coming)


def _status(webinar: Webinar, mine: Sequence[ExperimentLine], *, assigned: bool, coming: bool) -> tuple[str, bool]:
    if any(not life.is_over(experiment.state) for experiment in mine):
        return tr("experiment is running"), False
    about_it = any(written.form_id in {SHEET, NOTE} for written in webinar.written)
    if mine or webinar.written:
        return tr("assignment done") if assigned and (mine or about_it) else tr("looked back"), True
    if webinar.meeting.skipped:
        return tr("missed"), False
    return (tr("still to come") if coming else tr("looking back is still possible")), False


def heading(meeting: Meeting, name: str) -> str:
    """Name and day: webinar 3, Tuesday 3 November."""
    return f"{name}, {dates.weekday(meeting.starts_on)}" if meeting.starts_on else name


def first_shown(found: Sequence[WebinarLine]) -> int:
    """The meeting to show when nobody chose one: the latest that has been, else the first."""
    been = [line for line in found if not line.coming and not line.webinar.meeting.skipped]
    latest = max(been, key=lambda line: line.day or dt.date.min, default=None)
    chosen = latest or (found[0] if found else None)
    return chosen.meeting_id if chosen else 0
