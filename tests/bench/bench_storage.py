"""Storage in figures: ``python -m tests.bench.bench_storage [FOLDER]``. Ratios tell more than times.

Saves are timed against a bare SQLite commit of one row with SQLite's own defaults, on the same disk.
"""

import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlmodel import Session

from journal.domain.changes import Change, changes
from journal.storage import answers, copies, database, entries, journeys, keys, search
from journal.storage.database import OpenJournal
from journal.storage.health import check

CHEAP = keys.Cost(rounds=1, memory_kib=32, lanes=1)
ROOT = bytes(20)
TODAY = dt.date(2026, 11, 20)
WORDS_A_TEXT = 250
SAVES = 200
SIZES = (365, 3_650, 36_500)


@changes(Change.ENTRIES | Change.ANSWERS)
def fill(session: Session, journey_id: int, count: int) -> None:
    """Entries of 250 words from a vocabulary of 5,000; ``wij`` in all, ``zeldzaam`` in one of a thousand."""
    chance = random.Random(1)  # the same texts every time
    vocabulary = ["".join(chance.choices("abdefghiklmnoprstuvw", k=chance.randint(3, 11))) for _ in range(5_000)]
    for number in range(count):
        day = TODAY - dt.timedelta(days=(count - number) // 10)
        text = " ".join(["wij", *chance.choices(vocabulary, k=WORDS_A_TEXT)])
        entry_id = entries.start(session, journey_id, "reflection", on=day)
        answers.write(session, entry_id, "moment.story", text + (" zeldzaam" if number % 1000 == 0 else ""))
        if number % 1000 == 0:
            session.flush()
            session.expunge_all()


def times(act: Callable[[int], object], count: int) -> list[float]:
    """Milliseconds of every run, sorted."""
    found = []
    for number in range(count):
        start = time.perf_counter()
        act(number)
        found.append((time.perf_counter() - start) * 1000)
    return sorted(found)


def middle(found: list[float]) -> str:
    return f"p50 {statistics.median(found):7.2f} ms   p99 {found[int(len(found) * 0.99) - 1]:7.2f} ms"


def open_once(folder: Path) -> float:
    start = time.perf_counter()
    with database.unlock(folder, "een") as journal:
        journal.read(entries.listed, 1, ["reflection"], limit=50)
        return (time.perf_counter() - start) * 1000


def saves(journal: OpenJournal, folder: Path) -> None:
    """Autosaves of a growing text, by turns with bare commits of the same text: disks have moods."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("CREATE TABLE IF NOT EXISTS answer(id INTEGER PRIMARY KEY, text TEXT)")
    entry_id = journal.do(entries.start, 1, "reflection", on=TODAY)
    text = "wij schreven daarna nog een hele tijd door over het moment "
    plain, ours = [], []
    for number in range(SAVES):
        now = text * (number % 50 + 1)
        plain += times(lambda _n, now=now: bare.execute("INSERT INTO answer(text) VALUES (?)", (now,)), 1)
        ours += times(lambda _n, now=now: journal.do(answers.write, entry_id, "moment.story", now), 1)
    bare.close()
    print(f"  bare commit    {middle(sorted(plain))}")
    print(f"  save           {middle(sorted(ours))}   x {statistics.median(ours) / statistics.median(plain):.2f}")


def measure(size: int, folder: Path) -> float:
    """Print one size; gives the time of opening and reading the newest 50."""
    place = folder / str(size)
    with database.create(place, "een", ROOT, cost=CHEAP) as journal:
        journey_id = journal.do(journeys.begin, "htc", began_on=TODAY)
        journal.do(fill, journey_id, size)
    print(f"{size} answers, {(place / 'journal.db').stat().st_size / 1e6:.0f} MB")
    opened = statistics.median(open_once(place) for _ in range(9))
    print(f"  open, newest 50 {opened:10.2f} ms")
    with database.unlock(place, "een") as journal:
        saves(journal, folder)
        for name, words in (("rare", "zeldzaam"), ("common", "wij"), ("prefix", "ab"), ("two words", "wij zeldz")):
            found = times(lambda _number, words=words: journal.read(search.find, journey_id, words), 9)
            print(f"  search {name:9} {statistics.median(found):9.2f} ms")
        print(f"  copy           {times(lambda _n: copies.write_copy(journal, folder / 'a.reisgezel'), 1)[0]:9.0f} ms")
        print(f"  check          {times(lambda _n: check(journal), 1)[0]:9.0f} ms")
    return opened


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        folder = Path(name)
        opened = [measure(size, folder) for size in SIZES]
        print(f"open at {SIZES[-1]} x {opened[-1] / opened[0]:.2f} of {SIZES[0]}")
        start = time.perf_counter()
        keys.passphrase_key("een zin", bytes(16), keys.USUAL_COST)
        print(f"passphrase       {(time.perf_counter() - start) * 1000:9.0f} ms")
        with database.unlock(folder / str(SIZES[0]), "een") as journal:
            entry_id = journal.do(entries.start, 1, "note", on=TODAY)
            big = "een megabyte aan woorden " * 40_000
            found = times(lambda number: journal.do(answers.write, entry_id, "note.text", big + str(number)), 5)
            print(f"save of 1 MB     {statistics.median(found):9.0f} ms")


if __name__ == "__main__":
    main()
