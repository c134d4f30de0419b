"""What a meeting yielded: one entry a preparation, made with the first word; and what grows from it."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.clean_text import shortened
from journal.domain.changes import Change, changes
from journal.domain.records import Entry
from journal.domain.sharing_records import Advice, Preparation
from journal.storage import answers, entries, experiments
from journal.storage.experiments import ExperimentLine

FORM = "harvest"
WILL, WHEN = "harvest.will", "harvest.when"
_LONGEST_NAME = 80


@dataclass(frozen=True)
class MeetingLine:
    """A meeting that was prepared. ``harvest_id`` and ``written`` say whether something was harvested."""

    preparation_id: int
    case_entry_id: int
    harvest_id: int | None
    meeting_on: dt.date | None
    title: str
    question: str
    written: bool


def listed(session: Session, journey_id: int) -> list[MeetingLine]:
    """All meetings that were prepared, newest first."""
    query = select(Preparation).where(Preparation.journey_id == journey_id).order_by(col(Preparation.id).desc())
    return [_line(session, preparation) for preparation in session.exec(query).all()]


def meeting(session: Session, preparation_id: int) -> MeetingLine:
    """One of them."""
    return _line(session, session.get_one(Preparation, preparation_id))


def shown_first(lines: list[MeetingLine], today: dt.date) -> MeetingLine | None:
    """The meeting that one looks back on: the last that has been, else the last that was harvested, else the newest."""
    been = (line for line in lines if line.meeting_on is not None and line.meeting_on <= today)
    written = (line for line in lines if line.written)
    return next(been, None) or next(written, None) or next(iter(lines), None)


def waiting(session: Session, journey_id: int, today: dt.date) -> MeetingLine | None:
    """The last meeting that has been, while nothing was written of it."""
    mine = select(Preparation).where(Preparation.journey_id == journey_id, col(Preparation.meeting_on) < today)
    last = session.exec(mine.order_by(col(Preparation.id).desc()).limit(1)).first()
    line = _line(session, last) if last else None
    return line if line and not line.written else None


def texts(session: Session, preparation_id: int) -> dict[str, str]:
    """What was harvested, by prompt, without what is empty or thrown away."""
    entry_id = _entry_id(session, session.get_one(Preparation, preparation_id))
    if entry_id is None:
        return {}
    found = entries.whole(session, entry_id).answers
    return {id_: answer.text.strip() for id_, answer in found.items() if answer.text.strip()}


def of_entry(session: Session, entry_id: int) -> int | None:
    """The preparation that a harvest, an advice or a case belongs to."""
    entry = session.get_one(Entry, entry_id)
    case_id = entry.id if entry.form_id == "case" else entry.caused_by_id
    query = select(Preparation.id).where(
        (col(Preparation.harvest_entry_id) == entry_id) | (col(Preparation.case_entry_id) == case_id)
    )
    return session.exec(query.order_by(col(Preparation.id).desc()).limit(1)).first()


@changes(Change.ENTRIES | Change.PREPARATION)
def begin(session: Session, preparation_id: int, *, on: dt.date) -> int:
    """The harvest of a meeting; made when it is not there. Gives the id of its entry."""
    preparation = session.get_one(Preparation, preparation_id)
    found = _entry_id(session, preparation)
    if found is None:
        found = entries.start(session, preparation.journey_id, FORM, on=on, caused_by_id=preparation.case_entry_id)
        preparation.harvest_entry_id = found
    return found


@changes(Change.ENTRIES | Change.PREPARATION | Change.ANSWERS)
def write(session: Session, preparation_id: int, prompt_id: str, text: str, *, on: dt.date) -> int:
    """Save one answer of the harvest. Gives the id of its entry, which comes with the first word."""
    entry_id = begin(session, preparation_id, on=on)
    answers.write(session, entry_id, prompt_id, text)
    return entry_id


@changes(Change.EXPERIMENTS | Change.ENTRIES | Change.ANSWERS)
def make_experiment(session: Session, preparation_id: int, *, on: dt.date) -> int:
    """Begin an experiment from what one is going to do; its words are copied. Gives the id of its entry."""
    words = texts(session, preparation_id)
    action = "\n".join(part for part in (words.get(WILL, ""), words.get(WHEN, "")) if part)
    preparation = session.get_one(Preparation, preparation_id)
    cause = begin(session, preparation_id, on=on)
    return experiments.begin(
        session, preparation.journey_id, on=on, title=named(words.get(WILL, "")), action=action, caused_by_id=cause
    )


def experiments_of(session: Session, preparation_id: int) -> list[ExperimentLine]:
    """The experiments that came of a meeting, from its harvest or its advice, oldest first."""
    preparation = session.get_one(Preparation, preparation_id)
    roots = {preparation.harvest_entry_id} - {None}
    given = select(Advice.experiment_id).join(Entry, col(Entry.id) == col(Advice.entry_id))
    given = given.where(
        Entry.caused_by_id == preparation.case_entry_id,
        col(Advice.experiment_id).is_not(None),
        col(Entry.thrown_away_at).is_(None),
    )
    made = {found for found in session.exec(given) if found is not None}
    caused = select(Entry.id).where(Entry.form_id == experiments.FORM, col(Entry.caused_by_id).in_(roots))
    made |= {found for found in session.exec(caused) if found is not None}
    lines = experiments.listed(session, preparation.journey_id) if made else []
    return [line for line in reversed(lines) if line.entry_id in made]


def named(text: str) -> str:
    """A name for an experiment: the first line, or as much of it as makes a name."""
    return shortened(text, _LONGEST_NAME)


def _entry_id(session: Session, preparation: Preparation) -> int | None:
    entry = session.get(Entry, preparation.harvest_entry_id) if preparation.harvest_entry_id else None
    return entry.id if entry is not None and entry.thrown_away_at is None else None


def _line(session: Session, preparation: Preparation) -> MeetingLine:
    assert preparation.id is not None
    case = entries.whole(session, preparation.case_entry_id)
    question = case.answers.get("case.question")
    return MeetingLine(
        preparation_id=preparation.id,
        case_entry_id=preparation.case_entry_id,
        harvest_id=_entry_id(session, preparation),
        meeting_on=preparation.meeting_on,
        title=case.entry.title,
        question=question.text.strip() if question else "",
        written=bool(texts(session, preparation.id)),
    )
