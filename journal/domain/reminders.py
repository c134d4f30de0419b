"""What is worth a quiet word today. Never late, never more than one thing; of what somebody wrote, nothing."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.progress import PREPARE_DAYS, Experiment, Meeting

_RUNNING, _SAW = "running", "experiment.saw"


class Kind(StrEnum):
    """What a reminder is about."""

    SESSION = "session"
    INTERVISIE = "intervisie"
    EXPERIMENT = "experiment"


@dataclass(frozen=True)
class Reminder:
    """One thing, and its day. ``key`` is what "later" puts off; ``session_id`` only of a session."""

    kind: Kind
    key: str
    day: dt.date
    session_id: str = ""


def reminder(
    today: dt.date,
    *,
    meetings: Sequence[Meeting] = (),
    intervisie_on: dt.date | None = None,
    experiments: Sequence[Experiment] = (),
    postponed: Collection[str] = (),
) -> Reminder | None:
    """The first that applies: a session tomorrow, intervisie within ten days, an experiment that would have begun."""
    found = [
        *(each for each in sessions(meetings) if each.day == today + dt.timedelta(days=1)),
        *_intervisie(today, intervisie_on),
        *_experiments(today, experiments),
    ]
    return next((each for each in found if each.key not in postponed), None)


def sessions(meetings: Sequence[Meeting]) -> list[Reminder]:
    """Every meeting of the programme that has a day and is not skipped, by day."""
    dated = [
        Reminder(Kind.SESSION, f"meeting.{each.id}", each.starts_on, each.session_id)
        for each in meetings
        if each.starts_on is not None and not each.skipped
    ]
    return sorted(dated, key=lambda each: each.day)


def is_due(kind: Kind, day: dt.date, today: dt.date) -> bool:
    """Whether a planned day asks for a word today: a session the day before, intervisie from ten days before."""
    days = (day - today).days
    return days == 1 if kind is Kind.SESSION else 0 <= days <= PREPARE_DAYS


def _intervisie(today: dt.date, day: dt.date | None) -> list[Reminder]:
    if day is None or not is_due(Kind.INTERVISIE, day, today):
        return []
    return [Reminder(Kind.INTERVISIE, f"intervisie.{day}", day)]


def _experiments(today: dt.date, experiments: Sequence[Experiment]) -> list[Reminder]:
    return [
        Reminder(Kind.EXPERIMENT, f"experiment.{each.entry_id}", each.first_on)
        for each in experiments
        if each.first_on is not None
        and each.first_on <= today
        and each.state == _RUNNING
        and not each.answers.get(_SAW, "").strip()
    ]
