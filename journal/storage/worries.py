"""What comes back: named and marked by its writer, never found by looking at the text."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.records import Entry, Worry, WorryMark
from journal.storage.entries import now

OFTEN = 3
"""From this time on there are three offers: bring it to the group, draw it, or leave it."""


@dataclass(frozen=True)
class WorryLine:
    """Something that comes back. ``times``: in how many entries, without what was thrown away."""

    id: int
    name: str
    times: int
    left: bool
    here: bool


def listed(session: Session, journey_id: int, entry_id: int) -> list[WorryLine]:
    """All that was named, what came back last first; ``here``: marked in this entry."""
    query = (
        sa.select(
            col(Worry.id),
            col(Worry.name),
            col(Worry.left_at),
            sa.func.count(col(Entry.id)),
            sa.func.max(sa.case((col(Entry.id) == entry_id, 1), else_=0)),
        )
        .outerjoin(WorryMark, col(WorryMark.worry_id) == col(Worry.id))
        .outerjoin(Entry, sa.and_(col(Entry.id) == col(WorryMark.entry_id), col(Entry.thrown_away_at).is_(None)))
        .where(col(Worry.journey_id) == journey_id)
        .group_by(col(Worry.id))
        .order_by(sa.func.max(col(WorryMark.marked_at)).desc(), col(Worry.id).desc())
    )
    rows = session.connection().execute(query)
    return [
        WorryLine(id_ or 0, name, times, left_at is not None, bool(here)) for id_, name, left_at, times, here in rows
    ]


@changes(Change.ENTRIES)
def name(session: Session, journey_id: int, words: str) -> int:
    """Name something that comes back; the same words are the same thing."""
    words = " ".join(clean(words).split())
    found = session.exec(select(Worry).where(Worry.journey_id == journey_id)).all()
    for worry in found:
        if worry.name.casefold() == words.casefold():
            return worry.id or 0
    made = Worry(journey_id=journey_id, name=words)
    session.add(made)
    session.flush()
    return made.id or 0


@changes(Change.ENTRIES)
def mark(session: Session, worry_id: int, entry_id: int, comes_back: bool) -> None:  # noqa: FBT001
    """Say that it comes back in this entry, or take that away again."""
    found = session.get(WorryMark, (worry_id, entry_id))
    if comes_back and found is None:
        session.add(WorryMark(worry_id=worry_id, entry_id=entry_id, marked_at=now(session)))
    elif not comes_back and found is not None:
        session.delete(found)


@changes(Change.ENTRIES)
def leave(session: Session, worry_id: int, left: bool) -> None:  # noqa: FBT001
    """Leave it in peace: nothing is offered about it any more. Or take it up again."""
    session.get_one(Worry, worry_id).left_at = now(session) if left else None
