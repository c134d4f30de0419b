"""Spoilt files of every kind: refused with a word for it or taken in whole; no crash, no wait, nothing half done.

500 of each in every run of the tests, 10,000 with ``REISGEZEL_LONG=1``. ``REISGEZEL_FUZZ`` asks for another number,
``REISGEZEL_FUZZ_FROM`` begins at another one. Also archives (``tests/storage/test_archive_fuzz.py``), diaries of other
programs (``tests/elsewhere/test_reading.py``) and returned papers (``test_returned_fuzz.py``) are spoilt so.
"""

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fuzz.kinds import KINDS
from tests.proof.long_run import many

MANY = int(os.environ.get("REISGEZEL_FUZZ") or many(500, 10_000))
FIRST = int(os.environ.get("REISGEZEL_FUZZ_FROM", "0"))
LONGEST_SECONDS = 10

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an alarm is set as POSIX systems do")


class Hangs(BaseException):
    """Nothing in the code catches this."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def ring(_number, _frame):
        raise Hangs

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def names(place: Path) -> list[str]:
    return sorted(str(path.relative_to(place)) for path in place.rglob("*"))


@pytest.mark.qt_log_level_fail("NO")  # a library says that a picture is spoilt; that is meant
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", KINDS)
def test_spoilt_files_are_refused_with_a_word_or_taken_in_whole(name: str, tmp_path: Path, caplog, capsys):
    work, place = tmp_path / "work", tmp_path / "place"
    work.mkdir()
    place.mkdir()
    kind = KINDS[name](place)
    around, outcomes, longest = names(place), Counter(), 0.0
    for number in range(FIRST, FIRST + MANY):
        data = kind.make(random.Random(f"{name} {number}"))
        begun = time.monotonic()
        try:
            with at_most(LONGEST_SECONDS):
                taken = kind.take(work, data, number)
            outcomes["taken in" if taken else "nothing in it"] += 1
        except kind.expected as error:
            outcomes[type(error).__name__] += 1
        except BaseException as error:
            error.add_note(f"{name}, number {number}")
            raise
        longest = max(longest, time.monotonic() - begun)
        assert len(names(work)) <= 1, f"{name}, number {number}: {names(work)}"
        for file in work.iterdir():
            file.unlink()
    assert [each for each in names(place) if not each.endswith("journal.lock")] == [
        each for each in around if not each.endswith("journal.lock")
    ]
    caplog.clear()
    with capsys.disabled():
        print(f"\n{MANY} spoilt files ({name}): {dict(outcomes)}; 0 crashes, 0 half taken in, longest {longest:.2f} s")
    assert outcomes.total() == MANY
