"""Advice from a meeting: what was said, by whom, and what its receiver did with it. All of it can change."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry
from journal.domain.sharing_records import Advice
from journal.storage import answers, entries, experiments
from journal.storage.harvests import named

FORM = "advice"
TEXT, GIVER, CAME_OF_IT = "advice.text", "advice.giver", "advice.came_of_it"
_WRITES = Change.ADVICE | Change.ENTRIES | Change.ANSWERS


class State(StrEnum):
    """What one did with an advice. None of them is better."""

    OPEN = "open"
    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True)
class AdviceLine:
    """One advice. ``experiment_id``: what was made of it, as long as that is there."""

    entry_id: int
    text: str
    giver: str
    came_of_it: str
    state: str
    experiment_id: int | None


@changes(_WRITES)
def add(session: Session, case_id: int, text: str, giver: str = "", *, on: dt.date) -> int:
    """Write down an advice on a case. Gives the id of its entry."""
    journey_id = session.get_one(Entry, case_id).journey_id
    entry_id = entries.start(session, journey_id, FORM, on=on, caused_by_id=case_id)
    for prompt_id, words in ((TEXT, text), (GIVER, giver)):
        if words.strip():
            answers.write(session, entry_id, prompt_id, words.strip())
    session.add(Advice(entry_id=entry_id, state=State.OPEN))
    session.flush()
    return entry_id


@changes(Change.ADVICE)
def set_state(session: Session, entry_id: int, state: str) -> None:
    """Take it, leave it, or let it open again."""
    _row(session, entry_id).state = State(state).value


@changes(_WRITES | Change.EXPERIMENTS)
def make_experiment(session: Session, entry_id: int, *, on: dt.date) -> int:
    """Begin an experiment from an advice, which is then taken; the one that was made before, if it is there."""
    advice = _row(session, entry_id)
    there = _there(session, advice.experiment_id)
    if there is None:
        text = answers.find(session, entry_id, TEXT)
        words = text.text.strip() if text else ""
        journey_id = session.get_one(Entry, entry_id).journey_id
        there = experiments.begin(session, journey_id, on=on, title=named(words), action=words, caused_by_id=entry_id)
        advice.experiment_id = there
    advice.state = State.TAKEN.value
    return there


def listed(session: Session, case_id: int) -> list[AdviceLine]:
    """The advice on a case, in the order in which it was written down."""
    chosen = (
        select(Entry.id, Advice)
        .outerjoin(Advice, col(Entry.id) == col(Advice.entry_id))
        .where(Entry.caused_by_id == case_id, Entry.form_id == FORM, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.id))
    )
    found = session.exec(chosen).all()
    query = select(Answer).where(col(Answer.entry_id).in_([entry_id for entry_id, _ in found]))
    texts = {(answer.entry_id, answer.prompt_id): answer.text for answer in session.exec(query)}
    return [
        AdviceLine(
            entry_id=entry_id,
            text=texts.get((entry_id, TEXT), ""),
            giver=texts.get((entry_id, GIVER), ""),
            came_of_it=texts.get((entry_id, CAME_OF_IT), ""),
            state=advice.state if advice else State.OPEN.value,
            experiment_id=_there(session, advice.experiment_id) if advice else None,
        )
        for entry_id, advice in found
        if entry_id is not None
    ]


def _row(session: Session, entry_id: int) -> Advice:
    """What became of it; of an advice that was saved from a damaged journal nothing is known, so it is open."""
    found = session.get(Advice, entry_id)
    if found is None:
        found = Advice(entry_id=entry_id, state=State.OPEN.value)
        session.add(found)
    return found


def _there(session: Session, entry_id: int | None) -> int | None:
    entry = session.get(Entry, entry_id) if entry_id else None
    return entry.id if entry is not None and entry.thrown_away_at is None else None
