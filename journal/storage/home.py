"""Everything that the page De reis shows, read at once: a few queries, however long the journal is."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from journal.domain.records import Journey, Meeting
from journal.storage import entries, experiments, harvests, journeys, places, preparations, questions
from journal.storage.entries import EntryLine
from journal.storage.experiments import ExperimentLine
from journal.storage.harvests import MeetingLine
from journal.storage.places import Walked
from journal.storage.questions import QuestionLine

_REFLECTION = "reflection"
_RECENT = 20
"""An unfinished reflection with more reflections after it than this asks for nothing any more."""


@dataclass(frozen=True)
class Home:
    """What the page De reis shows. ``reflections`` are the recent ones, newest first.

    ``intervisie_on`` is the day of a meeting for which no paper was saved yet.
    """

    question: QuestionLine | None
    walked: Walked
    meetings: tuple[Meeting, ...]
    intervisie_only: bool
    reflections: tuple[EntryLine, ...]
    experiments: tuple[ExperimentLine, ...]
    intervisie_on: dt.date | None
    postponed: frozenset[str]
    met: MeetingLine | None = None
    """The last meeting of the group that has been, while nothing was written of it."""


def home(session: Session, journey_id: int, today: dt.date, *, forms: Collection[str] = (_REFLECTION,)) -> Home:
    """Read it all. ``forms``: with which one looks back on sessions in this programme."""
    journey = session.get_one(Journey, journey_id)
    return Home(
        question=questions.current(session, journey_id),
        walked=places.walked(session, journey_id),
        meetings=() if journey.intervisie_only else tuple(journeys.meetings(session, journey_id)),
        intervisie_only=journey.intervisie_only,
        reflections=tuple(entries.listed(session, journey_id, forms, limit=_RECENT)),
        experiments=tuple(experiments.listed(session, journey_id)),
        intervisie_on=_intervisie_on(session, journey_id),
        postponed=frozenset(journeys.postponed(session, today)),
        met=harvests.waiting(session, journey_id, today),
    )


def _intervisie_on(session: Session, journey_id: int) -> dt.date | None:
    preparation = preparations.current(session, journey_id)
    if preparation is None or preparation.id is None or preparation.meeting_on is None:
        return None
    shares = preparations.whole(session, preparation.id).shares
    return None if any(share.preparation_id == preparation.id for share in shares) else preparation.meeting_on
