"""Notes that were read in from another program: once each, and thrown away again together when they were a mistake."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry
from journal.elsewhere.notes import Note
from journal.steps import Steps
from journal.storage.entries import now

FORM, PROMPT = "note", "note.text"
_EACH = 100


@dataclass(frozen=True)
class Batch:
    """What was read in at one moment. ``thrown_away``: how many of the notes are."""

    program: str
    moment: dt.datetime
    notes: int
    thrown_away: int


def fresh(session: Session, program: str, notes: Sequence[Note]) -> list[Note]:
    """The notes that were not read in before, each once."""
    known = set(session.exec(select(Entry.imported_from).where(Entry.imported_from != "")))
    found: dict[str, Note] = {}
    for note in notes:
        if _name(program, note) not in known:
            found.setdefault(_name(program, note), note)
    return list(found.values())


@changes(Change.ENTRIES | Change.ANSWERS)
def read_in(
    session: Session, journey_id: int, program: str, notes: Sequence[Note], steps: Steps | None = None
) -> Batch:
    """Make free notes of what was not read in before, all or none. Raises Stopped."""
    moment = now(session)
    new = fresh(session, program, notes)
    told = steps or Steps()
    for number, note in enumerate(new):
        if number % _EACH == 0:
            told.at(number, len(new))
        entry = Entry(
            journey_id=journey_id,
            form_id=FORM,
            title=clean(note.title),
            written_on=note.on,
            created_at=moment,
            imported_from=_name(program, note),
        )
        session.add(entry)
        session.flush()
        assert entry.id is not None
        session.add(Answer(entry_id=entry.id, prompt_id=PROMPT, text=clean(note.text), updated_at=moment))
    told.at(len(new), len(new))
    return Batch(program, moment, len(new), 0)


def batches(session: Session) -> list[Batch]:
    """What was read in, newest first."""
    query = sa.select(col(Entry.imported_from), col(Entry.created_at), col(Entry.thrown_away_at)).where(
        col(Entry.imported_from) != ""
    )
    counted: dict[tuple[dt.datetime, str], list[int]] = {}
    for name, moment, gone in session.connection().execute(query):
        count = counted.setdefault((moment, name.partition(":")[0]), [0, 0])
        count[0] += 1
        count[1] += gone is not None
    return [Batch(program, moment, *count) for (moment, program), count in sorted(counted.items(), reverse=True)]


@changes(Change.ENTRIES | Change.ANSWERS)
def throw_away(session: Session, batch: Batch) -> int:
    """Throw away all that was read in at one moment; each can be fetched back. Gives how many."""
    moment = now(session)
    found = session.exec(
        select(Entry).where(
            Entry.created_at == batch.moment,
            col(Entry.imported_from).startswith(f"{batch.program}:"),
            col(Entry.thrown_away_at).is_(None),
        )
    ).all()
    for entry in found:
        entry.thrown_away_at = moment
    return len(found)


def _name(program: str, note: Note) -> str:
    return f"{program}:{note.key}"
