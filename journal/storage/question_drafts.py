"""A wording of the learning question that is not a version yet: kept from the first sign on, like any text.

A draft is an unfinished entry of the form ``learning_question``; there is at most one. One that improves a word
of a version carries the depth ``correction``; finishing any other draft makes it the newest version.
"""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Entry
from journal.storage import answers, entries, questions

CORRECTION = "correction"
_WRITES = Change.ENTRIES | Change.ANSWERS


@dataclass(frozen=True)
class QuestionDraft:
    """What was typed so far; ``corrects``: it improves a word of the present version."""

    text: str
    corrects: bool


def draft(session: Session, journey_id: int) -> QuestionDraft | None:
    """The wording that was begun and not saved as a version."""
    entry = _entry(session, journey_id)
    if entry is None or entry.id is None:
        return None
    answer = answers.find(session, entry.id, questions.TEXT)
    return QuestionDraft(answer.text if answer else "", entry.depth == CORRECTION)


@changes(_WRITES)
def keep_draft(session: Session, journey_id: int, text: str, *, on: dt.date, corrects: bool = False) -> dt.datetime:
    """Keep what was typed so far; gives the time of it."""
    entry = _entry(session, journey_id)
    entry_id = entry.id if entry else None
    if entry_id is None:
        entry_id = entries.start(session, journey_id, questions.FORM, on=on)
    session.get_one(Entry, entry_id).depth = CORRECTION if corrects else None
    return answers.write(session, entry_id, questions.TEXT, text)


@changes(_WRITES)
def begin_from(session: Session, journey_id: int, text: str, caused_by_id: int, *, on: dt.date) -> None:
    """Begin a new version that an entry causes, from this wording; or go on with what was begun already."""
    begun = draft(session, journey_id)
    keep_draft(session, journey_id, begun.text if begun and begun.text.strip() else text, on=on)
    entry = _entry(session, journey_id)
    assert entry is not None
    entry.caused_by_id = caused_by_id


@changes(_WRITES)
def drop_draft(session: Session, journey_id: int) -> None:
    """Put the draft away; as with anything thrown away, its text can be fetched back."""
    entry = _entry(session, journey_id)
    if entry is not None and entry.id is not None:
        entries.throw_away(session, entry.id)


@changes(_WRITES | Change.QUESTION)
def make_version(session: Session, journey_id: int, text: str, *, on: dt.date) -> int:
    """Make the draft the newest version, with this text and day. Gives the id of its entry."""
    keep_draft(session, journey_id, text, on=on)
    entry = _entry(session, journey_id)
    assert entry is not None
    assert entry.id is not None
    entry.written_on = on
    entries.finish(session, entry.id)
    return entry.id


@changes(_WRITES | Change.QUESTION)
def make_correction(session: Session, journey_id: int, version_id: int, text: str) -> None:
    """Improve the wording of a version with the draft; the earlier wording is kept with the answer."""
    questions.correct(session, version_id, text)
    drop_draft(session, journey_id)


@changes(Change.QUESTION | Change.ENTRIES)
def link_cause(session: Session, version_id: int, caused_by_id: int | None) -> None:
    """Say which entry caused a version, or that none did."""
    session.get_one(Entry, version_id).caused_by_id = caused_by_id


def _entry(session: Session, journey_id: int) -> Entry | None:
    query = select(Entry).where(Entry.journey_id == journey_id, Entry.form_id == questions.FORM)
    open_ones = query.where(col(Entry.finished_at).is_(None), col(Entry.thrown_away_at).is_(None))
    return session.exec(open_ones.order_by(col(Entry.id).desc()).limit(1)).first()
