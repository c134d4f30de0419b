"""Killed in the middle of reading in an archive, merging, or reading in a diary: all of it is there, or none."""

import datetime as dt
import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from journal import open_archive
from journal.elsewhere.notes import Note
from journal.storage import copies, database, entries, imports, merge
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.storage.beginnings import TODAY, Child
from tests.storage.random_journals import everything
from tests.storage.two_copies import base, copy_of

KILLS = int(os.environ.get("REISGEZEL_KILLS", "12"))


def killed_at_random(work: Callable[[], None], chance: random.Random, longest: float) -> None:
    def told(say: Callable[[str], None]) -> None:
        say("begun")
        work()

    child = Child(told)
    assert child.line() == "begun"
    time.sleep(chance.random() * longest)
    child.kill()


def test_killed_while_an_archive_is_read_in_there_is_a_whole_journal_or_none(tmp_path: Path):
    begun, chance, whole = base(tmp_path / "base"), random.Random(1), 0
    with database.unlock(begun, PASSPHRASE) as journal:
        open_archive.write(journal, tmp_path / "a.zip")
        before = everything(journal)
    folder = tmp_path / "place" / "there"
    folder.parent.mkdir()
    for _ in range(KILLS):
        killed_at_random(
            lambda: open_archive.read_in(tmp_path / "a.zip", folder, PASSPHRASE, ROOT, cost=CHEAP), chance, 0.8
        )
        if folder.exists():
            whole += 1
            with database.unlock(folder, PASSPHRASE) as there:
                assert everything(there) == before
            shutil.rmtree(folder)
    print(f"{KILLS} kills while reading in an archive: {whole} whole, {KILLS - whole} none")


def test_killed_while_merging_the_journal_is_as_before_or_has_all(tmp_path: Path):
    begun, chance, merged = base(tmp_path / "base"), random.Random(2), 0
    with copy_of(begun, tmp_path / "other", Clock()) as other:
        for number in range(40):
            other.do(entries.start, 1, "note", on=TODAY, title=f"thuis {number}")
        copies.write_copy(other, tmp_path / "thuis.reisgezel")

    def work() -> None:
        with database.unlock(tmp_path / "mine", PASSPHRASE) as mine:
            merge.merge_copy(mine, tmp_path / "thuis.reisgezel", "thuis")

    for _ in range(KILLS):
        shutil.rmtree(tmp_path / "mine", ignore_errors=True)
        shutil.copytree(begun, tmp_path / "mine")
        killed_at_random(work, chance, 0.8)
        with database.unlock(tmp_path / "mine", PASSPHRASE) as mine:
            assert check(mine).good
            titles = [line.title for line in mine.read(entries.listed, 1, ["note"])]
            assert len(titles) in (3, 43)
            merged += len(titles) == 43
    print(f"{KILLS} kills while merging: {merged} merged, {KILLS - merged} as before")


def test_killed_while_a_diary_is_read_in_there_are_all_its_notes_or_none(tmp_path: Path):
    begun, chance, read = base(tmp_path / "base"), random.Random(3), 0
    notes = [Note(dt.date(2020, 1, 1), f"dag {n}", "tekst " * 50, str(n)) for n in range(600)]

    def work() -> None:
        with database.unlock(tmp_path / "mine", PASSPHRASE) as mine:
            mine.do(imports.read_in, 1, "jrnl", notes)

    for _ in range(KILLS):
        shutil.rmtree(tmp_path / "mine", ignore_errors=True)
        shutil.copytree(begun, tmp_path / "mine")
        killed_at_random(work, chance, 2.0)
        with database.unlock(tmp_path / "mine", PASSPHRASE) as mine:
            many = len(mine.read(entries.listed, 1, ["note"]))
            assert many in (3, 603)
            read += many == 603
    print(f"{KILLS} kills while reading in a diary: {read} read in, {KILLS - read} none")
