"""The quiet clock of a meeting: how long each step took, and what is left of the present one. It counts no ticks."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

MORE_MINUTES: Final = 5
LONGEST_STEP: Final = 24 * 60
_FIELDS, _STEPS = ";", ","


@dataclass
class MeetingClock:
    """``minutes`` per step as the method has them. Times are aware; a clock that is set back takes nothing away."""

    minutes: tuple[int, ...]
    step: int = 0
    extra: list[int] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    since: dt.datetime | None = None
    """Since when the present step runs; None while it stands still."""

    def __post_init__(self) -> None:
        count = len(self.minutes)
        self.extra = (self.extra + [0] * count)[:count]
        self.spent = (self.spent + [0.0] * count)[:count]
        self.step = min(max(self.step, 0), count - 1)

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self.since is not None

    @property
    def is_last(self) -> bool:
        """Whether no step comes after this one."""
        return self.step == len(self.minutes) - 1

    def start(self, now: dt.datetime) -> None:
        """Let time pass."""
        if self.since is None:
            self.since = now

    def pause(self, now: dt.datetime) -> None:
        """Stand still; what passed stays counted."""
        self.spent[self.step] += self._passed(now)
        self.since = None

    def go(self, step: int, now: dt.datetime) -> None:
        """To another step; a clock that ran runs on there, and a step that one comes back to goes on counting."""
        running = self.running
        self.pause(now)
        self.step = min(max(step, 0), len(self.minutes) - 1)
        if running:
            self.start(now)

    def more(self, minutes: int = MORE_MINUTES) -> None:
        """Give the present step more time."""
        self.extra[self.step] = min(self.extra[self.step] + minutes, LONGEST_STEP)

    def given(self) -> int:
        """Minutes of the present step, with what was added."""
        return self.minutes[self.step] + self.extra[self.step]

    def left(self, now: dt.datetime) -> float:
        """Seconds that are left of the present step; below zero when it takes longer."""
        return self.given() * 60 - self.spent[self.step] - self._passed(now)

    def share_left(self, now: dt.datetime) -> float:
        """What part of the present step is left, from 1 to 0."""
        whole = self.given() * 60
        return min(max(self.left(now) / whole, 0.0), 1.0) if whole else 0.0

    def to_come(self, now: dt.datetime) -> float:
        """Seconds that are left of all steps together, as far as they are planned."""
        later = sum((self.minutes[at] + self.extra[at]) * 60 for at in range(self.step + 1, len(self.minutes)))
        return max(self.left(now), 0) + later

    def written(self) -> str:
        """All of it in one word, to come back to after the app was locked."""
        extra = _STEPS.join(map(str, self.extra))
        spent = _STEPS.join(str(round(seconds)) for seconds in self.spent)
        return _FIELDS.join((str(self.step), extra, spent, self.since.isoformat() if self.since else ""))

    def _passed(self, now: dt.datetime) -> float:
        return max((now - self.since).total_seconds(), 0.0) if self.since else 0.0


def read(minutes: tuple[int, ...], written: str) -> MeetingClock:
    """The clock that ``written`` told of; a new one when that cannot be read."""
    try:
        step, extra, spent, since = written.split(_FIELDS)
        return MeetingClock(
            minutes,
            int(step),
            [int(each) for each in extra.split(_STEPS)],
            [float(each) for each in spent.split(_STEPS)],
            dt.datetime.fromisoformat(since) if since else None,
        )
    except ValueError:
        return MeetingClock(minutes)
