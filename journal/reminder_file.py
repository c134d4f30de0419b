"""The days that the system tray may speak of while the journal is locked: a tiny, open file beside the settings.

It is there only while its owner has reminders on. It holds days and words of the programme; no word of the diary.
"""

import contextlib
import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from journal.domain.reminders import Kind, is_due
from journal.files import save

NAME = "reminders.json"
_FORMAT, _LARGEST, _LONGEST = 1, 100_000, 200


@dataclass(frozen=True)
class Day:
    """One day. ``words``: what the programme calls a session; empty when it has a name of its owner's own."""

    kind: Kind
    day: dt.date
    words: str = ""

    @property
    def key(self) -> str:
        """What was told is remembered by this."""
        return f"{self.kind}.{self.day}.{self.words}"


@dataclass(frozen=True)
class Days:
    """All days, and the keys of what was told already."""

    days: tuple[Day, ...] = ()
    told: frozenset[str] = frozenset()

    def due(self, today: dt.date) -> Day | None:
        """The first that asks for a word today and was not told."""
        ready = [each for each in self.days if is_due(each.kind, each.day, today) and each.key not in self.told]
        return min(ready, key=lambda each: each.day, default=None)


def read(file: Path) -> Days:
    """What is in the file; nothing when it is not there or not right."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
        found = json.loads(data) if len(data) <= _LARGEST else {}
        if found["format"] == _FORMAT:
            days = [
                Day(Kind(each["kind"]), dt.date.fromisoformat(each["day"]), " ".join(str(each["words"]).split()))
                for each in found["days"]
            ]
            return Days(tuple(each for each in days if len(each.words) <= _LONGEST), frozenset(map(str, found["told"])))
    return Days()


def write(file: Path, days: Sequence[Day], told: Collection[str]) -> None:
    """Write the days; of what was told only what is still among them. Raises CannotWrite."""
    kept = sorted(set(told) & {each.key for each in days})
    content = {
        "format": _FORMAT,
        "days": [{"kind": each.kind.value, "day": each.day.isoformat(), "words": each.words} for each in days],
        "told": kept,
    }
    save((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"), file)


def remove(file: Path) -> None:
    """Take it away."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
