"""The programme as its participant has it: meetings with names of their own, and meetings that only they have."""

from collections.abc import Iterable
from typing import Protocol, cast

from journal.domain.guidance import Guidance, Session, SessionKind


class Meeting(Protocol):
    """A meeting of the journal, such as ``records.Meeting``."""

    session_id: str
    kind: str
    own_name: str | None
    added: bool


def with_own_meetings(guidance: Guidance, meetings: Iterable[Meeting]) -> Guidance:
    """The guidance in which every meeting is found by its session id, under its own name if it has one."""
    programme = guidance.programme
    sessions = {session.id: session for session in programme.sessions}
    for meeting in meetings:
        known = sessions.get(meeting.session_id)
        if known is None:
            sessions[meeting.session_id] = _added(guidance, meeting)
        elif meeting.own_name:
            sessions[meeting.session_id] = known.model_copy(update={"name": {"nl": meeting.own_name}})
    if tuple(sessions.values()) == programme.sessions:
        return guidance
    return guidance.model_copy(
        update={"programme": programme.model_copy(update={"sessions": tuple(sessions.values())})}
    )


def _added(guidance: Guidance, meeting: Meeting) -> Session:
    try:
        known = guidance.session(meeting.session_id)  # a later version of the programme does not have it any more
    except KeyError:
        # Not checked: a person may call a meeting what they like.
        return Session.model_construct(
            id=meeting.session_id,
            kind=cast("SessionKind", meeting.kind),
            name={"nl": meeting.own_name or meeting.session_id},
        )
    return known.model_copy(update={"name": {"nl": meeting.own_name}}) if meeting.own_name else known
