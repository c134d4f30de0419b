"""Letters to oneself: written now, closed until a chosen day, then there to be opened."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Entry
from journal.storage import answers, entries
from journal.storage.entries import now

FORM, TEXT = "letter", "letter.text"


class StillClosed(ValueError):
    """The day of a letter has not come yet."""


@dataclass(frozen=True)
class LetterLine:
    """A letter, without its text. ``opens_on`` is None while it is being written."""

    entry_id: int
    written_on: dt.date
    opens_on: dt.date | None


@changes(Change.ENTRIES)
def seal(session: Session, entry_id: int, opens_on: dt.date) -> None:
    """Close a letter until a day; nothing of it shows before."""
    entry = session.get_one(Entry, entry_id)
    entry.opens_on = opens_on
    entry.finished_at = now(session)


def listed(session: Session, journey_id: int) -> list[LetterLine]:
    """All letters, the ones that are being written first, then by the day on which they open."""
    query = (
        select(Entry)
        .where(Entry.journey_id == journey_id, Entry.form_id == FORM, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.opens_on), col(Entry.id))
    )
    return [LetterLine(entry.id or 0, entry.written_on, entry.opens_on) for entry in session.exec(query)]


def text_of(session: Session, entry_id: int, today: dt.date) -> str:
    """What a letter says. Raises StillClosed before its day."""
    entry = session.get_one(Entry, entry_id)
    if entry.opens_on is not None and entry.opens_on > today:
        raise StillClosed
    answer = answers.find(session, entry_id, TEXT)
    return answer.text if answer else ""


@changes(Change.ENTRIES | Change.ANSWERS)
def begin(session: Session, journey_id: int, *, on: dt.date) -> int:
    """The letter that is being written; made when there is none."""
    draft = next((line for line in listed(session, journey_id) if line.opens_on is None), None)
    return draft.entry_id if draft else entries.start(session, journey_id, FORM, on=on)
