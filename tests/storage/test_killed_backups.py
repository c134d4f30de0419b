"""Killed at random moments while backing up, putting back, migrating or changing the passphrase: nothing is lost."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.domain.backup_policy import Reason
from journal.errors import JournalError
from journal.storage import (
    answers,
    backup_files,
    backups,
    connection,
    copies,
    database,
    keys,
    restoring,
    salvage,
    schema,
    second_place,
)
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import Child, a_reflection, text_of

ROUNDS = int(os.environ.get("REISGEZEL_KILLS", "12"))
"""Of each kind; a long run asks for more."""
OTHER = "een heel andere zin voortaan"
LONG = "een lang verhaal over het moment " * 6_000
Work = Callable[[OpenJournal, Path], object]


def back_up(journal: OpenJournal, _place: Path) -> None:
    backups.make(journal, Reason.ASKED, anyway=True)


def bring(journal: OpenJournal, place: Path) -> None:
    for file in (place / "usb").glob("*.reisgezel"):
        file.unlink()
    second_place.bring(backups.of_folder(journal.folder)[-1], place / "usb", journal.now())


def put_back(journal: OpenJournal, place: Path) -> None:
    shutil.rmtree(place / "journal-2", ignore_errors=True)
    restoring.put_back_and_add(backups.of_folder(journal.folder)[-1].path, salvage.read(place / "still", ROOT))


def change(journal: OpenJournal, _place: Path) -> None:
    backups.before(journal, Reason.PASSPHRASE)
    journal.set_passphrase(OTHER, cost=CHEAP)
    journal.set_passphrase(PASSPHRASE, cost=CHEAP)


def wipe(journal: OpenJournal, _place: Path) -> None:
    backups.renew(journal)


def opened(folder: Path) -> OpenJournal:
    try:
        return database.unlock(folder, PASSPHRASE)
    except JournalError:
        return database.unlock(folder, OTHER)


@pytest.fixture
def written(journal: OpenJournal, tmp_path: Path) -> Path:
    a_reflection(journal)
    journal.do(answers.write, 1, "moment.story", LONG)
    backups.make(journal, Reason.CLOSE)
    (tmp_path / "usb").mkdir()
    (tmp_path / "still").mkdir()
    journal.copy_database(tmp_path / "still" / "journal.db")
    shutil.copyfile(journal.folder / "journal.key", tmp_path / "still" / "journal.key")
    journal.close()
    return journal.folder


@pytest.mark.parametrize("work", [back_up, bring, put_back, change, wipe])
def test_killed_at_a_random_moment_nothing_is_lost_and_every_listed_backup_is_whole(
    written: Path, tmp_path: Path, work: Work
):
    chance = random.Random(work.__name__)
    count = 0
    for number in range(ROUNDS):

        def run(say, number=number):
            journal = opened(written)
            journal.do(answers.write, 1, "moment.name", f"ronde {number}")
            say("begun")
            while True:
                work(journal, tmp_path)
                say("again")

        child = Child(run)
        said = [child.line() for _ in range(chance.randint(1, 3))]
        _rest(chance)
        said += child.kill()
        assert not [line for line in said if line.startswith("!")]
        count += 1
        with opened(written) as journal:
            assert text_of(journal, 1) == LONG
            assert text_of(journal, 1, "moment.name") == f"ronde {number}"
            assert check(journal).good
        left = backups.of_folder(written)
        assert left
        for backup in (left[-1], *backup_files.listed(tmp_path / "usb")):
            backup_files.look_whole(backup.path)
        there = tmp_path / "journal-2"
        if there.exists():
            with opened(there) as restored:
                assert text_of(restored, 1) == LONG
                assert check(restored).good
    copies.open_copy(backups.of_folder(written)[-1].path, tmp_path / "last")
    with opened(tmp_path / "last") as last:
        assert text_of(last, 1) == LONG
    print(f"{work.__name__}: killed {count} times, 0 texts lost, 0 journals that do not open")


def test_killed_while_moving_to_newer_tables_nothing_is_lost(tmp_path: Path):
    old = tmp_path / "old"
    with database.create(old, PASSPHRASE, ROOT, cost=CHEAP):
        pass
    (old / "journal.db").unlink()
    key = keys.database_key(ROOT)
    engine = connection.engine_of(old / "journal.db", key, "rwc")
    schema.migrate(engine, "0001")
    engine.dispose()
    bare = connection.connect(old / "journal.db", key, "rw")
    bare.execute(
        "INSERT INTO journey (id, programme_id, edition, own_name, group_name, began_on)"
        " VALUES (1, 'htc', '', '', '', '2026-11-20')"
    )
    bare.execute(
        "INSERT INTO entry (id, journey_id, form_id, title, written_on, created_at)"
        " VALUES (1, 1, 'note', '', '2026-11-20', '2026-11-20 19:14:00.000000')"
    )
    bare.execute(
        "INSERT INTO answer (entry_id, prompt_id, text, settled, updated_at)"
        " VALUES (1, 'note.text', ?, 0, '2026-11-20 19:14:00.000000')",
        (LONG,),
    )
    bare.close()
    chance = random.Random(3)
    for number in range(ROUNDS):
        folder = shutil.copytree(old, tmp_path / f"round {number}" / "journal")

        def run(say, folder=folder):
            schema.known_versions()  # imports, so that the kill falls in the work
            say("begun")
            database.unlock(folder, PASSPHRASE).close()
            say("done")

        child = Child(run)
        child.line()
        _rest(chance, most=30_000)
        child.kill()
        with database.unlock(folder, PASSPHRASE) as journal:
            assert text_of(journal, 1, "note.text") == LONG
            assert check(journal).good
        for backup in backups.of_folder(folder):
            backup_files.look_whole(backup.path)
        shutil.rmtree(folder.parent)
    print(f"migrating: killed {ROUNDS} times, 0 texts lost, 0 journals that do not open")


def _rest(chance: random.Random, most: int = 15_000) -> None:
    """Some moment, counted in work instead of time."""
    for _ in range(chance.randint(0, most)):
        os.getppid()
