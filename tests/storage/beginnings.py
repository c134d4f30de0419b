"""What the tests of storage start from."""

import datetime as dt
import os
import signal
from collections.abc import Callable
from pathlib import Path

from journal.storage import entries, journeys
from journal.storage.database import OpenJournal

TODAY = dt.date(2026, 11, 20)
TWO_DAYS = journeys.PlannedMeeting("two-day-1", "two_day", TODAY, TODAY + dt.timedelta(days=1))


def a_journey(journal: OpenJournal) -> int:
    return journal.do(journeys.begin, "htc", began_on=TODAY, meetings=[TWO_DAYS])


def a_reflection(journal: OpenJournal, journey_id: int | None = None) -> int:
    journey_id = a_journey(journal) if journey_id is None else journey_id
    return journal.do(entries.start, journey_id, "reflection", on=TODAY, depth="steps")


def text_of(journal: OpenJournal, entry_id: int, prompt_id: str = "moment.story") -> str:
    return journal.read(entries.whole, entry_id).answers[prompt_id].text


def contents(folder: Path) -> dict[str, bytes]:
    """Every byte of a folder. Only while nobody has it open."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "journal.lock"}


class Child:
    """A process of its own that says a line now and then, and that can be killed in the middle of its work."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                os.close(reading)
                work(lambda line: os.write(writing, f"{line}\n".encode()))
                status = 0
            except BaseException as error:  # noqa: BLE001 - the parent reports it
                os.write(writing, f"!{error!r}\n".encode())
            finally:
                os._exit(status)
        os.close(writing)
        self.lines = os.fdopen(reading, "r", encoding="utf-8")

    def line(self) -> str:
        return self.lines.readline().strip()

    def kill(self) -> list[str]:
        """Kill it; gives what it had said by then."""
        os.kill(self.pid, signal.SIGKILL)
        return self.rest()

    def rest(self) -> list[str]:
        """Wait for its end; gives what it said until then."""
        said = [line.strip() for line in self.lines if line.endswith("\n")]
        self.lines.close()
        os.waitpid(self.pid, 0)
        return said
