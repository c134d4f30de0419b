"""An open archive of a journal with 300 photos: time and memory, out and in.

Run: ``python -m tests.bench.bench_archive``. Memory is what the process grew by at its highest.
"""

import os
import random
import resource
import tempfile
import time
from pathlib import Path

from journal import open_archive
from journal.storage import answers, attachments, database, entries
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import TODAY, a_journey

PHOTOS, PHOTO_BYTES = 300, 1_000_000


def main() -> None:
    """Make it, write it, read it in."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with database.create(place / "one", PASSPHRASE, ROOT, cost=CHEAP) as journal:
            _fill(journal)
            before, began = _highest(), time.perf_counter()
            open_archive.write(journal, place / "one.zip")
            size = (place / "one.zip").stat().st_size / 1e6
            print(f"written: {time.perf_counter() - began:.1f} s, {_highest() - before:.0f} MB more, {size:.0f} MB")
        before, began = _highest(), time.perf_counter()
        open_archive.read_in(place / "one.zip", place / "two", PASSPHRASE, ROOT, cost=CHEAP)
        print(f"read in: {time.perf_counter() - began:.1f} s, {_highest() - before:.0f} MB more")


def _fill(journal: database.OpenJournal) -> None:
    journey_id = a_journey(journal)
    words = random.Random(1)
    for number in range(PHOTOS):
        entry_id = journal.do(entries.start, journey_id, "note", on=TODAY)
        text = " ".join(words.choice(("wad", "vloed", "samen", "vraag", "stap")) for _ in range(300))
        journal.do(answers.write, entry_id, "note.text", f"{number} {text}")
        photo = b"\xff\xd8" + os.urandom(PHOTO_BYTES) + b"\xff\xd9"
        journal.do(attachments.add, entry_id, "photo", photo, width=1600, height=1200, thumbnail=photo[:20_000])


def _highest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
