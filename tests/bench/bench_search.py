"""Search in figures: ``python -m tests.bench.bench_search [FOLDER]``. The promise: p95 under 50 ms at 3,650 answers.

Timed is the processor's time: other work on the machine is left out.

Every entry has a title, and every other one a place with what was noticed there.
"""

import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlmodel import Session

from journal.domain.changes import Change, changes
from journal.domain.records import Who
from journal.storage import database, entries, journeys, places, search
from journal.storage.search import Narrowed
from tests.bench.bench_storage import CHEAP, ROOT, TODAY, fill

SIZE, TIMES = 3_650, 60
PROMISE_MS = 50


@changes(Change.ENTRIES | Change.PLACES)
def adorn(session: Session, journey_id: int) -> None:
    """Titles and places for all entries."""
    chance = random.Random(2)  # the same every time
    for number, line in enumerate(entries.listed(session, journey_id, ["reflection"])):
        entries.set_title(session, line.id, f"Café nummer {number} {chance.choice(('stil', 'druk', 'één gesprek'))}")
        if number % 2:
            places.place(session, line.id, Who.ME, ["trials"])
            places.notice(session, line.id, Who.ME, "trials", "Ik ben drukker met schuiven dan met praten.")


def times(act: Callable[[], object], count: int) -> list[float]:
    """Milliseconds of the processor for every run, sorted."""
    found = []
    for _ in range(count):
        start = time.process_time()
        act()
        found.append((time.process_time() - start) * 1000)
    return sorted(found)


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        folder = Path(name) / "journal"
        with database.create(folder, "een", ROOT, cost=CHEAP) as journal:
            journey_id = journal.do(journeys.begin, "htc", began_on=TODAY)
            journal.do(fill, journey_id, SIZE)
            journal.do(adorn, journey_id)
        month = TODAY - dt.timedelta(days=31)
        cases = {
            "one letter": ("w", Narrowed()),
            "in all": ("wij", Narrowed()),
            "rare": ("zeldzaam", Narrowed()),
            "beginning": ("ab", Narrowed()),
            "two words": ("wij zeldz", Narrowed()),
            "title": ("cafe gesprek", Narrowed()),
            "evidence": ("schuiven praten", Narrowed()),
            "place, month": ("wij", Narrowed(stage_id="trials", since=month)),
            "nothing": ("stiltes", Narrowed()),
        }
        worst = 0.0
        with database.unlock(folder, "een") as journal:
            for case, (words, narrowed) in cases.items():
                found = times(
                    lambda words=words, narrowed=narrowed: journal.read(
                        search.look, journey_id, words, narrowed, limit=100
                    ),
                    TIMES,
                )
                high = found[int(TIMES * 0.95) - 1]
                worst = max(worst, high)
                print(f"  {case:14} p50 {found[TIMES // 2]:6.1f} ms   p95 {high:6.1f} ms")
        print(f"worst p95 {worst:.1f} ms; promised under {PROMISE_MS}")


if __name__ == "__main__":
    main()
