"""Killed at a random moment of whatever it was doing: nothing that was saved is lost, and every journal opens.

A few kills of each kind in every run; over 500 with ``REISGEZEL_LONG=1``. ``tests/storage`` looks closer at some.
"""

import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from journal import files
from journal.storage import backup_files, backups, copies, database, schema
from journal.storage.health import check
from tests.proof import work as works
from tests.proof.long_run import many
from tests.storage.beginnings import Child
from tests.storage.random_journals import everything

EACH = many(3, 46)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a child of the test itself is killed")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return works.begun(tmp_path_factory.mktemp("begun"))


@pytest.mark.parametrize("name", works.WORKS)
def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_left_lying(begun: Path, tmp_path: Path, name: str, capsys):
    work, chance, took, saves = works.WORKS[name], random.Random(name), 0.0, 0
    for number in range(EACH):
        place = shutil.copytree(begun, tmp_path / f"round {number}")
        child = Child(lambda say, place=place: works.over_and_over(work, place, say))
        assert child.line() == "begun"
        since = time.monotonic()
        said: list[str] = []
        if not took:  # the first round tells how long it takes
            said = [child.line(), child.line()]
            assert said[-1] == "done", said
            took = time.monotonic() - since
        time.sleep(chance.random() * took * 1.5)
        said += child.kill()
        assert not [line for line in said if line.startswith("!")], said
        saves += sum(line.startswith("saved") for line in said)
        works.look(place, said)
        _once_more(work, place)
        assert works.left_over(place, work) == []
        shutil.rmtree(place)
    with capsys.disabled():
        print(f"\n{name}: killed {EACH} times after {saves} saves; 0 saves lost, 0 journals that do not open, 0 rests")


def _once_more(work: works.Work, place: Path) -> None:
    """The same again, as somebody would; what the kill left half made is cleared away by then."""
    with pytest.MonkeyPatch.context() as later:
        later.setattr(files, "_STALE_SECONDS", 0)
        with works.opened(place / "journal") as journal:
            work.once(journal, place, 200)


def test_killed_while_moving_to_newer_tables_everything_is_there(tmp_path: Path, capsys):
    whole = works.released(tmp_path / "whole")
    copies.open_copy(works.RELEASED / "0001.reisgezel", tmp_path / "old" / "journal")
    chance, took, moved = random.Random(3), 0.0, 0
    for number in range(EACH):
        folder = shutil.copytree(tmp_path / "old", tmp_path / f"round {number}") / "journal"

        def move(say, folder=folder):
            schema.known_versions()  # imports, so that the kill falls in the work
            say("begun")
            database.unlock(folder, works.RELEASED_PASSPHRASE).close()
            say("done")

        child = Child(move)
        assert child.line() == "begun"
        since = time.monotonic()
        if took:
            time.sleep(chance.random() * took)
            moved += "done" in child.kill()
        else:
            assert child.rest() == ["done"]
            took = time.monotonic() - since
        with database.unlock(folder, works.RELEASED_PASSPHRASE) as journal:
            assert check(journal).problems == ()
            found = {name: [works.without_uid(row) for row in rows] for name, rows in everything(journal).items()}
        assert found == whole
        for backup in backups.of_folder(folder):
            backup_files.look_whole(backup.path)
        shutil.rmtree(folder.parent)
    with capsys.disabled():
        print(f"\nmigrating: killed {EACH} times; 0 texts lost, 0 journals that do not open ({moved} were ready)")
