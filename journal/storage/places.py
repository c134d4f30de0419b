"""Places on the journey: where I stand, where our cooperation stands, and the way that was walked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry, Meeting, Placement, Who
from journal.storage.answers import find, keep, newest_version, worth_keeping
from journal.storage.entries import now


@dataclass(frozen=True)
class PlaceNote:
    """One placement, with the entry in which it was chosen."""

    stage_id: str
    who: Who
    entry_id: int
    on: dt.date
    evidence: str
    title: str
    session_id: str | None


@dataclass(frozen=True)
class Walked:
    """The way so far. ``notes`` oldest first; ``me`` and ``us`` are the places of the latest entry that has one.

    ``me_since``: the day since which ``me`` has been the same in every entry.
    """

    notes: tuple[PlaceNote, ...] = ()
    me: tuple[str, ...] = ()
    us: tuple[str, ...] = ()
    me_since: dt.date | None = None


@changes(Change.PLACES)
def place(session: Session, entry_id: int, who: Who, stage_ids: Sequence[str]) -> None:
    """Choose the places in an entry, all at once. What was noticed at a place comes back when it is chosen again."""
    standing = {placement.stage_id: placement for placement in _placements(session, entry_id, who)}
    for stage_id, placement in standing.items():
        if stage_id not in stage_ids:
            _set_aside(session, placement, "")
            session.delete(placement)
    for stage_id in dict.fromkeys(stage_ids):
        if stage_id not in standing:
            session.add(_placement(session, entry_id, who, stage_id))
            session.flush()


@changes(Change.PLACES)
def notice(session: Session, entry_id: int, who: Who, stage_id: str, evidence: str) -> None:
    """Write by what one notices that one is there. The place must have been chosen."""
    evidence = clean(evidence)
    placement = next(found for found in _placements(session, entry_id, who) if found.stage_id == stage_id)
    if placement.evidence != evidence:
        _set_aside(session, placement, evidence)
        placement.evidence = evidence


def walked(session: Session, journey_id: int) -> Walked:
    """The way so far, without what was thrown away."""
    query = (
        sa.select(
            col(Placement.stage_id),
            col(Placement.who),
            col(Placement.entry_id),
            col(Entry.written_on),
            col(Placement.evidence),
            col(Entry.title),
            col(Meeting.session_id),
        )
        .join(Entry, col(Entry.id) == col(Placement.entry_id))
        .outerjoin(Meeting, col(Meeting.id) == col(Entry.meeting_id))
        .where(col(Entry.journey_id) == journey_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.written_on), col(Entry.id), col(Placement.id))
    )
    rows = session.connection().execute(query)
    notes = tuple(
        PlaceNote(stage_id, Who(who), entry_id, on, evidence, title, session_id)
        for stage_id, who, entry_id, on, evidence, title, session_id in rows
    )
    me, me_since = _latest(notes, Who.ME)
    us, _ = _latest(notes, Who.US)
    return Walked(notes, me, us, me_since)


def _latest(notes: tuple[PlaceNote, ...], who: Who) -> tuple[tuple[str, ...], dt.date | None]:
    by_entry: dict[int, list[PlaceNote]] = {}
    for note in notes:
        if note.who is who:
            by_entry.setdefault(note.entry_id, []).append(note)
    stages: tuple[str, ...] = ()
    since: dt.date | None = None
    for chosen in by_entry.values():
        there = tuple(note.stage_id for note in chosen)
        if set(there) != set(stages):
            since = chosen[0].on
        stages = there
    return stages, since


def _placements(session: Session, entry_id: int, who: Who) -> list[Placement]:
    query = select(Placement).where(Placement.entry_id == entry_id, Placement.who == str(who))
    return list(session.exec(query.order_by(col(Placement.id))))


def _placement(session: Session, entry_id: int, who: Who, stage_id: str) -> Placement:
    aside = find(session, entry_id, _aside_id(who, stage_id))
    kept = newest_version(session, aside.id) if aside else None
    return Placement(
        entry_id=entry_id,
        who=str(who),
        stage_id=stage_id,
        evidence=kept.text if kept else "",
        placed_at=now(session),
    )


def _aside_id(who: str, stage_id: str) -> str:
    return f"placement.{who}.{stage_id}"


def _set_aside(session: Session, placement: Placement, new: str) -> None:
    """Keep what was noticed as a version of an empty answer, so that choosing otherwise loses nothing."""
    old, moment = placement.evidence, now(session)
    if not old.strip():
        return
    aside_id = _aside_id(placement.who, placement.stage_id)
    aside = find(session, placement.entry_id, aside_id)
    if aside is None:
        aside = Answer(entry_id=placement.entry_id, prompt_id=aside_id, updated_at=moment)
        session.add(aside)
        session.flush()
    assert aside.id is not None
    newest = newest_version(session, aside.id)
    same = newest is not None and newest.text == old
    if not same and (not new or worth_keeping(session, aside.id, old, new, since=moment, moment=moment)):
        keep(session, aside.id, old, moment)
