"""The learning question: every version is an entry of its own, with what shifted and what caused it."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry
from journal.storage import answers, entries

FORM = "learning_question"
TEXT, REASON, CAUSE = "question.text", "question.reason", "question.cause"
_WRITES = Change.QUESTION | Change.ENTRIES | Change.ANSWERS


@dataclass(frozen=True)
class QuestionLine:
    """A version of the learning question; ``number`` counts from 1, the oldest."""

    entry_id: int
    number: int
    text: str
    reason: str
    cause: str
    caused_by_id: int | None
    written_on: dt.date


@changes(_WRITES)
def write_version(
    session: Session,
    journey_id: int,
    text: str,
    *,
    on: dt.date,
    reason: str = "",
    cause: str = "",
    caused_by_id: int | None = None,
) -> int:
    """Write a new version; the earlier ones stay. Gives the id of its entry."""
    entry_id = entries.start(session, journey_id, FORM, on=on, caused_by_id=caused_by_id)
    answers.write(session, entry_id, TEXT, text)
    explain(session, entry_id, reason, cause)
    entries.finish(session, entry_id)
    return entry_id


@changes(_WRITES)
def correct(session: Session, entry_id: int, text: str) -> None:
    """Improve a word without a new version."""
    answers.write(session, entry_id, TEXT, text)


@changes(_WRITES)
def explain(session: Session, entry_id: int, reason: str, cause: str) -> None:
    """Write what shifted, and by what."""
    for prompt_id, text in ((REASON, reason), (CAUSE, cause)):
        if text or answers.find(session, entry_id, prompt_id):
            answers.write(session, entry_id, prompt_id, text)


def versions(session: Session, journey_id: int) -> list[QuestionLine]:
    """All versions, newest first; what is still being written is none yet (``question_drafts``)."""
    chosen = (
        select(Entry)
        .where(Entry.journey_id == journey_id, Entry.form_id == FORM, col(Entry.thrown_away_at).is_(None))
        .where(col(Entry.finished_at).is_not(None))
        .order_by(col(Entry.written_on), col(Entry.id))
    )
    found = session.exec(chosen).all()
    query = select(Answer).where(col(Answer.entry_id).in_([entry.id for entry in found]))
    texts = {(answer.entry_id, answer.prompt_id): answer.text for answer in session.exec(query)}
    lines = [
        QuestionLine(
            entry_id=entry.id,
            number=number,
            text=texts.get((entry.id, TEXT), ""),
            reason=texts.get((entry.id, REASON), ""),
            cause=texts.get((entry.id, CAUSE), ""),
            caused_by_id=entry.caused_by_id,
            written_on=entry.written_on,
        )
        for number, entry in enumerate(found, start=1)
        if entry.id is not None
    ]
    return lines[::-1]


def current(session: Session, journey_id: int) -> QuestionLine | None:
    """The newest version."""
    return next(iter(versions(session, journey_id)), None)
