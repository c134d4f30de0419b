"""Takes a newer version of a programme over into a journal; nothing that was written is lost or loses its words."""

from sqlmodel import Session, select

from journal.domain.changes import Change, changes
from journal.domain.programme_update import ProgrammeUpdate, dates_of
from journal.domain.records import Entry, Journey, Meeting
from journal.text import say


@changes(Change.JOURNEY | Change.MEETINGS | Change.ENTRIES)
def take_over(session: Session, journey_id: int, source: str, update: ProgrammeUpdate) -> None:
    """Make the meetings as the file has them, and keep its text with the journey.

    Days that the participant chose stay. A session that the file has no more goes, unless something was written
    about it, also something thrown away: then it stays as a meeting of the participant's own.
    """
    session.get_one(Journey, journey_id).programme_source = source
    for dates in update.moved:
        meeting = session.get_one(Meeting, dates.meeting_id)
        meeting.starts_on, meeting.ends_on = dates.first, dates.last
    for gone in update.gone:
        _let_go(session, journey_id, gone.id, say(gone.name))
    for added in update.added:
        first, last = dates_of(added) or (None, None)
        session.add(Meeting(journey_id=journey_id, session_id=added.id, kind=added.kind, starts_on=first, ends_on=last))


def _let_go(session: Session, journey_id: int, session_id: str, name: str) -> None:
    query = select(Meeting).where(Meeting.journey_id == journey_id, Meeting.session_id == session_id)
    meeting = session.exec(query).one()
    if session.exec(select(Entry.id).where(Entry.meeting_id == meeting.id).limit(1)).first() is None:
        session.delete(meeting)
    else:
        meeting.added, meeting.own_name = True, meeting.own_name or name
