"""Experiments: a small thing to try, from a suspicion to what was learned."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from journal.domain import experiments as life
from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry, Experiment
from journal.storage import answers, entries

FORM = "experiment"
TITLE, SUSPICION, ACTION = "experiment.title", "experiment.suspicion", "experiment.action"
NEXT = "experiment.next"


@dataclass(frozen=True)
class ExperimentLine:
    """An experiment; ``answers`` are its texts by prompt id, without empty ones.

    ``meeting_id``: the webinar or session that it came from, directly or by what was written about it.
    """

    entry_id: int
    title: str
    state: str
    first_on: dt.date | None
    until_on: dt.date | None
    answers: dict[str, str]
    meeting_id: int | None = None


@changes(Change.EXPERIMENTS | Change.ENTRIES | Change.ANSWERS)
def begin(
    session: Session,
    journey_id: int,
    *,
    on: dt.date,
    title: str = "",
    suspicion: str = "",
    action: str = "",
    caused_by_id: int | None = None,
    meeting_id: int | None = None,
    first_on: dt.date | None = None,
    until_on: dt.date | None = None,
) -> int:
    """Begin an experiment and give the id of its entry, which is also its own."""
    entry_id = entries.start(session, journey_id, FORM, on=on, caused_by_id=caused_by_id, meeting_id=meeting_id)
    for prompt_id, text in ((TITLE, title), (SUSPICION, suspicion), (ACTION, action)):
        if text:
            answers.write(session, entry_id, prompt_id, text)
    session.add(Experiment(entry_id=entry_id, first_on=first_on, until_on=until_on))
    session.flush()
    return entry_id


@changes(Change.EXPERIMENTS)
def set_state(session: Session, entry_id: int, state: str) -> None:
    """Take the next step in its life. Raises StepNotAllowed when it cannot go there from where it is."""
    experiment = session.get_one(Experiment, entry_id)
    experiment.state = str(life.step(experiment.state, state))


@changes(Change.EXPERIMENTS | Change.ENTRIES | Change.ANSWERS)
def go_on(session: Session, entry_id: int, *, on: dt.date) -> int:
    """Begin a new experiment from this one: its next step is the new hunch. Gives the id of the new one."""
    before = session.get_one(Entry, entry_id)
    following = answers.find(session, entry_id, NEXT)
    return begin(
        session,
        before.journey_id,
        on=on,
        suspicion=following.text if following else "",
        caused_by_id=entry_id,
        meeting_id=before.meeting_id or _meeting_before(session, before),
    )


@changes(Change.EXPERIMENTS)
def set_dates(session: Session, entry_id: int, first_on: dt.date | None, until_on: dt.date | None) -> None:
    """Set the first day and the day to look back."""
    experiment = session.get_one(Experiment, entry_id)
    experiment.first_on, experiment.until_on = first_on, until_on


def listed(session: Session, journey_id: int) -> list[ExperimentLine]:
    """All experiments, newest first."""
    cause = aliased(Entry)
    chosen = (
        select(Experiment, Entry, cause.meeting_id)
        .join(Entry, col(Entry.id) == col(Experiment.entry_id))
        .outerjoin(cause, col(cause.id) == col(Entry.caused_by_id))
        .where(Entry.journey_id == journey_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.written_on).desc(), col(Entry.id).desc())
    )
    found = session.exec(chosen).all()
    query = select(Answer).where(col(Answer.entry_id).in_([experiment.entry_id for experiment, _, _ in found]))
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
            meeting_id=entry.meeting_id or meeting_before,
        )
        for experiment, entry, meeting_before in found
    ]


def _meeting_before(session: Session, entry: Entry) -> int | None:
    cause = session.get(Entry, entry.caused_by_id) if entry.caused_by_id else None
    return cause.meeting_id if cause else None
