"""Experiments: a small thing to try, from a suspicion to what was learned."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry, Experiment
from journal.storage import answers, entries

FORM = "experiment"
TITLE, SUSPICION, ACTION = "experiment.title", "experiment.suspicion", "experiment.action"


@dataclass(frozen=True)
class ExperimentLine:
    """An experiment; ``answers`` are its texts by prompt id, without empty ones."""

    entry_id: int
    title: str
    state: str
    first_on: dt.date | None
    until_on: dt.date | None
    answers: dict[str, str]


@changes(Change.EXPERIMENTS | Change.ENTRIES | Change.ANSWERS)
def begin(
    session: Session,
    journey_id: int,
    *,
    on: dt.date,
    title: str,
    suspicion: str = "",
    action: str = "",
    caused_by_id: int | None = None,
    first_on: dt.date | None = None,
    until_on: dt.date | None = None,
) -> int:
    """Begin an experiment and give the id of its entry, which is also its own."""
    entry_id = entries.start(session, journey_id, FORM, on=on, caused_by_id=caused_by_id)
    for prompt_id, text in ((TITLE, title), (SUSPICION, suspicion), (ACTION, action)):
        if text:
            answers.write(session, entry_id, prompt_id, text)
    session.add(Experiment(entry_id=entry_id, first_on=first_on, until_on=until_on))
    session.flush()
    return entry_id


@changes(Change.EXPERIMENTS)
def set_state(session: Session, entry_id: int, state: str) -> None:
    """Take the next step in its life; which steps are allowed is the domain's."""
    session.get_one(Experiment, entry_id).state = str(state)


@changes(Change.EXPERIMENTS)
def set_dates(session: Session, entry_id: int, first_on: dt.date | None, until_on: dt.date | None) -> None:
    """Set the first day and the day to look back."""
    experiment = session.get_one(Experiment, entry_id)
    experiment.first_on, experiment.until_on = first_on, until_on


def listed(session: Session, journey_id: int) -> list[ExperimentLine]:
    """All experiments, newest first."""
    chosen = (
        select(Experiment, Entry)
        .join(Entry, col(Entry.id) == col(Experiment.entry_id))
        .where(Entry.journey_id == journey_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.written_on).desc(), col(Entry.id).desc())
    )
    found = session.exec(chosen).all()
    query = select(Answer).where(col(Answer.entry_id).in_([experiment.entry_id for experiment, _ in found]))
    texts: dict[int, dict[str, str]] = {}
    for answer in session.exec(query.order_by(col(Answer.id))):
        if answer.text.strip():
            texts.setdefault(answer.entry_id, {})[answer.prompt_id] = answer.text
    return [
        ExperimentLine(
            entry_id=experiment.entry_id,
            title=entry.title,
            state=experiment.state,
            first_on=experiment.first_on,
            until_on=experiment.until_on,
            answers=texts.get(experiment.entry_id, {}),
        )
        for experiment, entry in found
    ]
