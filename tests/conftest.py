"""What every test may ask for: a real encrypted journal in a temporary folder, and a clock that stands still."""

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from journal.storage import database, keys
from journal.storage.database import OpenJournal
from tests import no_sockets

# The same examples every time, and no judgement of time: a check that fails has a reason in the code.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")

PASSPHRASE = "een zin die alleen ik ken"
CHEAP = keys.Cost(rounds=1, memory_kib=32, lanes=1)
"""A passphrase that is tried in a millisecond. Only for tests: it is handed over, never read from a setting."""
ROOT = bytes(range(20))


@dataclass
class Clock:
    """A clock that only a test moves. Call it for the time, in UTC."""

    moment: dt.datetime = dt.datetime(2026, 11, 20, 19, 14, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.moment

    def today(self) -> dt.date:
        return self.moment.date()

    def later(self, **span: float) -> None:
        """``clock.later(minutes=5)``."""
        self.moment += dt.timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal_folder(tmp_path: Path) -> Path:
    """Where the ``journal`` is made."""
    return tmp_path / "journal"


@pytest.fixture
def journal(journal_folder: Path, clock: Clock) -> Iterator[OpenJournal]:
    """A new journal, open, without a journey."""
    with database.create(journal_folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as opened:
        yield opened


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run in which anything tried to reach a network has failed, whatever became of it."""
    if no_sockets.tried:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        sys.stderr.write(f"\nnetwork was tried: {no_sockets.tried[:5]}\n")
