"""What comes next on the journey, and how every meeting of the programme stands: by rule, never by score."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from journal.domain.guidance import LOOKED_BACK_ON

LOOK_BACK_DAYS = 14
"""A two-day session is just over for this long."""
HARVEST_DAYS = 14
"""After a meeting of one's group what it yielded is asked for, for this long."""
PREPARE_DAYS = 10
"""An intervisie meeting is prepared from this many days before."""
SOON_DAYS = 14
"""A session is near, and counted in days, from this many days before."""
_WEBINAR, _RUNNING, _SAW = "webinar", "running", "experiment.saw"


class Meeting(Protocol):
    """A dated moment of the programme, such as ``records.Meeting``."""

    id: int | None
    session_id: str
    kind: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    skipped: bool
    moved: bool


class Reflection(Protocol):
    """A reflection in a list, such as ``storage.entries.EntryLine``."""

    @property
    def id(self) -> int:
        """Of its entry."""

    @property
    def meeting_id(self) -> int | None:
        """The session that it looks back on."""

    @property
    def finished(self) -> bool:
        """Whether its writer closed it."""


class Experiment(Protocol):
    """An experiment in a list, such as ``storage.experiments.ExperimentLine``."""

    @property
    def entry_id(self) -> int:
        """Of its entry."""

    @property
    def state(self) -> str:
        """Where in its life it is."""

    @property
    def first_on(self) -> dt.date | None:
        """The day on which it would begin."""

    @property
    def answers(self) -> Mapping[str, str]:
        """Its texts, by prompt."""


class GroupMeeting(Protocol):
    """A meeting that was prepared, such as ``storage.harvests.MeetingLine``."""

    @property
    def preparation_id(self) -> int:
        """Of its preparation."""

    @property
    def meeting_on(self) -> dt.date | None:
        """The day on which the group met."""


class Kind(StrEnum):
    """Kinds of next steps; the first that applies is taken."""

    RESUME = "resume"
    LOOK_BACK = "look_back"
    HARVEST = "harvest"
    PREPARE = "prepare"
    EXPERIMENT = "experiment"
    WEBINAR = "webinar"
    COMING = "coming"
    NOTHING = "nothing"


@dataclass(frozen=True)
class NextStep:
    """One next step. ``key`` is what "later" postpones; ``under_way`` while a two-day session still goes on."""

    kind: Kind
    key: str = ""
    entry_id: int = 0
    meeting_id: int = 0
    session_id: str = ""
    day: dt.date | None = None
    under_way: bool = False
    preparation_id: int = 0


@dataclass(frozen=True)
class Situation:
    """All that the rule looks at. ``reflections`` newest first; ``postponed`` are keys that stay hidden today."""

    today: dt.date
    meetings: Sequence[Meeting] = ()
    reflections: Sequence[Reflection] = ()
    experiments: Sequence[Experiment] = ()
    intervisie_on: dt.date | None = None
    postponed: Collection[str] = ()
    kinds: Collection[str] = LOOKED_BACK_ON
    """Kinds of meetings on which one looks back."""
    met: GroupMeeting | None = None
    """The last meeting of one's group that has been, while nothing was written of it."""


def next_step(situation: Situation) -> NextStep:
    """Give the first that applies: unfinished, session over, harvest, intervisie, experiment, webinar, nothing."""
    for find in (_resume, _look_back, _harvest, _prepare, _experiment, _webinar, _coming):
        found = find(situation)
        if found is not None:
            return found
    return NextStep(Kind.NOTHING)


def _resume(now: Situation) -> NextStep | None:
    sessions = {meeting.id: meeting.session_id for meeting in now.meetings}
    for reflection in now.reflections:
        key = f"entry.{reflection.id}"
        if not reflection.finished and key not in now.postponed:
            meeting = reflection.meeting_id
            return NextStep(Kind.RESUME, key, reflection.id, meeting or 0, sessions.get(meeting, ""))
    return None


def _look_back(now: Situation) -> NextStep | None:
    meeting = just_over(now.meetings, now.reflections, now.today, now.kinds)
    if meeting is None or any(reflection.meeting_id == meeting.id for reflection in now.reflections):
        return None
    key = f"meeting.{meeting.id}"
    if key in now.postponed:
        return None
    under_way = _last_day(meeting) > now.today
    return NextStep(Kind.LOOK_BACK, key, meeting_id=meeting.id or 0, session_id=meeting.session_id, under_way=under_way)


def _harvest(now: Situation) -> NextStep | None:
    met = now.met
    if met is None or met.meeting_on is None:
        return None
    key = f"harvest.{met.preparation_id}"
    if key in now.postponed or not 0 < (now.today - met.meeting_on).days <= HARVEST_DAYS:
        return None
    return NextStep(Kind.HARVEST, key, day=met.meeting_on, preparation_id=met.preparation_id)


def _prepare(now: Situation) -> NextStep | None:
    day = now.intervisie_on
    key = f"intervisie.{day}"
    if day is None or key in now.postponed or not 0 <= (day - now.today).days <= PREPARE_DAYS:
        return None
    return NextStep(Kind.PREPARE, key, day=day)


def _experiment(now: Situation) -> NextStep | None:
    for experiment in now.experiments:
        key = f"experiment.{experiment.entry_id}"
        begun = experiment.first_on is not None and experiment.first_on <= now.today
        silent = experiment.state == _RUNNING and not experiment.answers.get(_SAW, "").strip()
        if begun and silent and key not in now.postponed:
            return NextStep(Kind.EXPERIMENT, key, experiment.entry_id, day=experiment.first_on)
    return None


def _webinar(now: Situation) -> NextStep | None:
    tomorrow = now.today + dt.timedelta(days=1)
    for meeting in now.meetings:
        key = f"meeting.{meeting.id}"
        if (
            meeting.kind == _WEBINAR
            and meeting.starts_on == tomorrow
            and not meeting.skipped
            and key not in now.postponed
        ):
            return NextStep(Kind.WEBINAR, key, meeting_id=meeting.id or 0, session_id=meeting.session_id, day=tomorrow)
    return None


def _coming(now: Situation) -> NextStep | None:
    if now.reflections:
        return None
    meeting = after(now.meetings, now.today, kinds=now.kinds)
    if meeting is None:
        return None
    return NextStep(Kind.COMING, meeting_id=meeting.id or 0, session_id=meeting.session_id, day=meeting.starts_on)


def just_over(
    meetings: Sequence[Meeting],
    reflections: Sequence[Reflection],
    today: dt.date,
    kinds: Collection[str] = LOOKED_BACK_ON,
) -> Meeting | None:
    """The latest two-day session that has begun, if it is recent and no finished reflection looks back on it."""
    begun = [meeting for meeting in _held(meetings) if meeting.kind in kinds and _first_day(meeting) <= today]
    latest = max(begun, key=_first_day, default=None)
    if latest is None or (today - _last_day(latest)).days > LOOK_BACK_DAYS:
        return None
    done = any(reflection.meeting_id == latest.id and reflection.finished for reflection in reflections)
    return None if done else latest


def after(meetings: Sequence[Meeting], today: dt.date, *, kinds: Collection[str] = ()) -> Meeting | None:
    """The first meeting after today, of certain kinds if given."""
    ahead = [
        meeting for meeting in _held(meetings) if _first_day(meeting) > today and (not kinds or meeting.kind in kinds)
    ]
    return min(ahead, key=_first_day, default=None)


class Standing(StrEnum):
    """How a meeting stands today."""

    DONE = "done"
    NOW = "now"
    SOON = "soon"
    TO_COME = "to_come"
    MOVED = "moved"
    SKIPPED = "skipped"


def standing(
    meeting: Meeting,
    meetings: Sequence[Meeting],
    reflections: Sequence[Reflection],
    today: dt.date,
    kinds: Collection[str] = LOOKED_BACK_ON,
) -> Standing:
    """How one of the meetings stands today. Nothing is ever too late: what has been is done."""
    if meeting.skipped:
        return Standing.SKIPPED
    now = just_over(meetings, reflections, today, kinds)
    if now is not None and now.id == meeting.id:
        return Standing.NOW
    if meeting.starts_on is None:
        return Standing.TO_COME
    if _last_day(meeting) < today or (meeting.starts_on <= today and meeting.kind in kinds):
        return Standing.DONE
    if meeting is after(meetings, today, kinds=kinds) and (meeting.starts_on - today).days <= SOON_DAYS:
        return Standing.SOON
    return Standing.MOVED if meeting.moved else Standing.TO_COME


def _held(meetings: Sequence[Meeting]) -> list[Meeting]:
    return [meeting for meeting in meetings if meeting.starts_on is not None and not meeting.skipped]


def _first_day(meeting: Meeting) -> dt.date:
    assert meeting.starts_on is not None
    return meeting.starts_on


def _last_day(meeting: Meeting) -> dt.date:
    return meeting.ends_on or _first_day(meeting)
