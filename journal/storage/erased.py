"""What was erased for good is remembered by its uid and its day, so that no other copy of the journal brings it back.

A uid is random and tells nothing. It stands with what was put off, under a key that nothing else looks at.
"""

import datetime as dt

from sqlmodel import Session, col, select

from journal.domain.records import Postponed
from journal.storage.entries import now

_BEGIN = "erased."


def remember(session: Session, uid: str) -> None:
    """Something with this uid was erased today."""
    session.merge(Postponed(key=f"{_BEGIN}{uid}", until=now(session).astimezone().date()))


def days(session: Session) -> dict[str, dt.date]:
    """The uid of all that was ever erased, with the day."""
    found = session.exec(select(Postponed).where(col(Postponed.key).startswith(_BEGIN, autoescape=True)))
    return {each.key.removeprefix(_BEGIN): each.until for each in found}
