"""Backups in figures: ``python -m tests.bench.bench_backups [FOLDER]``. How long one takes, and a save meanwhile."""

import sys
import tempfile
import threading
import time
from pathlib import Path

from journal.domain.backup_policy import Reason
from journal.storage import answers, backups, database, journeys, restoring, salvage
from tests.bench.bench_storage import CHEAP, ROOT, TODAY, fill

SIZES = (4_800, 57_000)
_REST = 0.02


def measure(folder: Path, count: int) -> None:
    journal = database.create(folder / "journal", "een", ROOT, cost=CHEAP)
    journey_id = journal.do(journeys.begin, "htc", began_on=TODAY, meetings=[])
    for start in range(0, count, 2_000):
        journal.do(fill, journey_id, min(2_000, count - start))
    size = journal.database.stat().st_size / 1e6
    alone = [_save(journal, number) for number in range(50)]
    waits: list[float] = []
    done = threading.Event()

    def back_up() -> None:
        backups.make(journal, Reason.ASKED)
        done.set()

    start = time.perf_counter()
    thread = threading.Thread(target=back_up)
    thread.start()
    while not done.is_set():
        waits.append(_save(journal, len(waits)))
        time.sleep(_REST)
    thread.join()
    took = time.perf_counter() - start
    journal.close()
    print(f"{size:6.0f} MB: backup {took:5.1f} s, saves meanwhile {len(waits)}, longest {max(waits):5.0f} ms", end="")
    print(f" (alone {max(alone):4.0f} ms)", end="")
    start = time.perf_counter()
    restoring.put_back(backups.of_folder(folder / "journal")[-1].path, folder / "journal")
    print(f", put back {time.perf_counter() - start:4.1f} s", end="")
    start = time.perf_counter()
    found = salvage.read(folder / "journal", ROOT)
    print(f", salvage reads {len(found.parts)} parts in {time.perf_counter() - start:4.1f} s")


def _save(journal: database.OpenJournal, number: int) -> float:
    start = time.perf_counter()
    journal.do(answers.write, 1, "moment.name", f"woord {number} " * 20)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as place:
        for count in SIZES:
            measure(Path(place) / str(count), count)


if __name__ == "__main__":
    main()
