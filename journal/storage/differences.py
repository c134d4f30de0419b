"""Texts of which two copies had each their own: seen side by side, and chosen between when their writer likes."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto

from sqlmodel import Session, col, func, select

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, AnswerVersion, Difference, Entry, Placement
from journal.storage import answers
from journal.storage.entries import now
from journal.storage.merge_texts import TITLE

_PLACEMENT = "placement."


class Kept(Enum):
    """What its writer chose."""

    STANDING = auto()
    OTHER = auto()
    BOTH = auto()


@dataclass(frozen=True)
class DifferenceLine:
    """One text that differs. ``standing`` is what stands there now; ``came_from`` names the merged copy.

    ``other_is_theirs``: the text beside it came from that copy; else it was written on this device.
    """

    id: int
    entry_id: int
    form_id: str
    title: str
    written_on: dt.date
    prompt_id: str
    standing: str
    other: str
    standing_at: dt.datetime
    other_at: dt.datetime
    came_from: str
    other_is_theirs: bool


def count(session: Session) -> int:
    """How many texts wait for a choice."""
    return session.exec(_open(func.count(col(Difference.id)))).one()  # type: ignore[no-any-return]


def listed(session: Session) -> list[DifferenceLine]:
    """Texts that wait for a choice, oldest entry first."""
    rows = session.exec(_open(Difference, Answer, AnswerVersion, Entry).order_by(col(Entry.written_on), Difference.id))
    return [_line(session, *row) for row in rows]


@changes(Change.ANSWERS | Change.ENTRIES | Change.PLACES | Change.QUESTION)
def decide(session: Session, difference_id: int, kept: Kept) -> None:
    """Choose. What gives way stays as an earlier text. Choosing twice changes nothing."""
    difference = session.get_one(Difference, difference_id)
    if difference.decided_at is not None:
        return
    answer = session.get_one(Answer, difference.answer_id)
    other = session.get_one(AnswerVersion, difference.version_id).text
    standing = _standing(session, answer)
    if kept is not Kept.STANDING and other != standing:
        text = other if kept is Kept.OTHER else _under_each_other(answer.prompt_id, standing, other)
        _put(session, answer, standing, text)
    difference.decided_at = now(session)


def _open(*columns: object):  # type: ignore[no-untyped-def]  # noqa: ANN202 - SQLModel has no word for it
    return (
        select(*columns)  # type: ignore[call-overload]
        .select_from(Difference)
        .join(Answer, col(Answer.id) == col(Difference.answer_id))
        .join(AnswerVersion, col(AnswerVersion.id) == col(Difference.version_id))
        .join(Entry, col(Entry.id) == col(Answer.entry_id))
        .where(col(Difference.decided_at).is_(None), col(Entry.thrown_away_at).is_(None))
    )


def _line(
    session: Session, difference: Difference, answer: Answer, version: AnswerVersion, entry: Entry
) -> DifferenceLine:
    assert difference.id is not None
    assert entry.id is not None
    return DifferenceLine(
        id=difference.id,
        entry_id=entry.id,
        form_id=entry.form_id,
        title=entry.title,
        written_on=entry.written_on,
        prompt_id=answer.prompt_id,
        standing=_standing(session, answer),
        other=version.text,
        standing_at=answer.updated_at,
        other_at=version.kept_at,
        came_from=difference.came_from,
        other_is_theirs=bool(version.origin),
    )


def _standing(session: Session, answer: Answer) -> str:
    if answer.prompt_id == TITLE:
        return session.get_one(Entry, answer.entry_id).title
    placement = _placement(session, answer)
    return answer.text if placement is None else placement.evidence


def _put(session: Session, answer: Answer, standing: str, text: str) -> None:
    """Let this text stand; what stood there becomes a version."""
    placement = _placement(session, answer)
    if answer.prompt_id != TITLE and placement is None:
        answers.keep(session, answer.id, standing, answer.updated_at)
        session.flush()
        answers.replace(session, answer, text)
        return
    answers.keep(session, answer.id, standing, now(session))
    if placement is not None:
        placement.evidence = text
    else:
        session.get_one(Entry, answer.entry_id).title = text


def _placement(session: Session, answer: Answer) -> Placement | None:
    if not answer.prompt_id.startswith(_PLACEMENT):
        return None
    _, who, stage_id = answer.prompt_id.split(".", 2)
    query = select(Placement).where(
        Placement.entry_id == answer.entry_id, Placement.who == who, Placement.stage_id == stage_id
    )
    return session.exec(query).first()


def _under_each_other(prompt_id: str, standing: str, other: str) -> str:
    """Titles on one line, texts as paragraphs."""
    return f"{standing} / {other}" if prompt_id == TITLE else f"{standing.rstrip()}\n\n{other.lstrip()}"
