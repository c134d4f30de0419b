"""Files that are not what they should be: each is told apart, and none is touched."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.domain.changes import Change, changes
from journal.errors import DamagedJournal, ForeignFile, NewerJournal
from journal.storage import answers, connection, database, entries, journeys, keys, schema, search
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import PASSPHRASE, ROOT
from tests.storage.beginnings import TODAY, a_journey, contents

FLIPS = 40


@changes(Change.ANSWERS)
def write_much(session, journey_id):
    for number in range(100):
        entry_id = entries.start(session, journey_id, "note", on=TODAY)
        answers.write(session, entry_id, "note.text", f"woord{number} en nog wat tekst " * 20)


@pytest.fixture
def file(journal: OpenJournal) -> Path:
    """The database of a closed journal with a hundred answers."""
    journal.do(write_much, a_journey(journal))
    journal.close()
    return journal.database


def with_sql(file: Path, *statements: str) -> None:
    bare = connection.connect(file, keys.database_key(ROOT), "rw")
    for statement in statements:
        bare.execute(statement)
    bare.close()


def test_a_sound_journal_is_good(journal: OpenJournal):
    journal.do(write_much, a_journey(journal))
    health = check(journal)
    assert health.good
    assert health.schema == schema.HEAD
    assert health.counts["answer"] == 100
    assert health.versions["cipher"].startswith("4.")


def test_every_flipped_bit_is_noticed_and_the_file_left_as_it_was(file: Path):
    whole = file.read_bytes()
    chance = random.Random(20)
    for _ in range(FLIPS):
        place = chance.randrange(len(whole) * 8)
        data = bytearray(whole)
        data[place // 8] ^= 1 << place % 8
        file.write_bytes(data)
        try:
            with database.unlock(file.parent, PASSPHRASE) as journal:
                assert not check(journal).good
        except DamagedJournal:
            pass
        assert file.read_bytes() == data


def test_damage_met_while_reading_is_told_as_damage(file: Path):
    whole = bytearray(file.read_bytes())
    for page in range(len(whole) // 4096 - 12, len(whole) // 4096):
        whole[page * 4096 + 99] ^= 1
    file.write_bytes(whole)
    with database.unlock(file.parent, PASSPHRASE) as journal:
        with pytest.raises(DamagedJournal):
            journal.read(search.find, 1, "woord")
        with pytest.raises(DamagedJournal):
            journal.do(write_much, 1)
    assert file.read_bytes() == whole


def cut(signs: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:-signs]


@pytest.mark.parametrize(
    "damage",
    [cut(1), cut(4095), cut(4096), cut(100_000), lambda _: b"", lambda _: b"\0" * 8192, lambda _: b"x" * 4096],
    ids=["a byte short", "nearly a page short", "a page short", "half", "empty", "zeros", "other"],
)
def test_a_truncated_or_empty_journal_is_damaged(file: Path, damage: Callable[[bytes], bytes]):
    file.write_bytes(damage(file.read_bytes()))
    before = contents(file.parent)
    with pytest.raises(DamagedJournal):
        database.unlock(file.parent, PASSPHRASE)
    with pytest.raises(DamagedJournal):
        database.unlock_with_recovery(file.parent, keys.recovery_code(ROOT))
    assert contents(file.parent) == before


@pytest.mark.parametrize("key_file", [True, False])
def test_a_plain_sqlite_file_is_foreign(file: Path, key_file: bool):
    file.unlink()
    bare = sqlite3.connect(file)
    bare.execute("CREATE TABLE recipes(x)")
    bare.commit()
    bare.close()
    if not key_file:
        (file.parent / "journal.key").unlink()
    before = contents(file.parent)
    with pytest.raises(ForeignFile):
        database.unlock(file.parent, PASSPHRASE)
    assert contents(file.parent) == before


@pytest.mark.parametrize("statement", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_database_without_a_version_is_never_migrated(file: Path, statement: str):
    with_sql(file, statement)
    before = contents(file.parent)
    with pytest.raises(DamagedJournal):
        database.unlock(file.parent, PASSPHRASE)
    assert contents(file.parent) == before


def test_a_newer_journal_says_so_and_stays_as_it_is(file: Path):
    with_sql(file, "UPDATE alembic_version SET version_num = '9999'")
    before = contents(file.parent)
    with pytest.raises(NewerJournal):
        database.unlock(file.parent, PASSPHRASE)
    assert contents(file.parent) == before


def test_the_database_of_another_journal_is_not_opened_with_this_key(file: Path, tmp_path: Path):
    other = database.create(tmp_path / "other", PASSPHRASE, keys.new_root(), cost=keys.Cost(1, 32, 1))
    other.close()
    file.write_bytes(other.database.read_bytes())
    with pytest.raises(DamagedJournal):
        database.unlock(file.parent, PASSPHRASE)


@pytest.mark.parametrize(
    ("statements", "word"),
    [
        (["DROP TRIGGER answer_fts_update", "UPDATE answer SET text = 'x' WHERE id = 1"], "search"),
        (["PRAGMA foreign_keys = OFF", "UPDATE answer SET entry_id = 9999 WHERE id = 1"], "reference"),
    ],
)
def test_a_check_finds_what_is_inwardly_wrong(file: Path, statements: list[str], word: str):
    with_sql(file, *statements)
    with database.unlock(file.parent, PASSPHRASE) as journal:
        health = check(journal)
        assert [problem.split(":")[0].split()[0] for problem in health.problems] == [word]
        assert journal.read(journeys.current) is not None


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE placement",
        "ALTER TABLE answer RENAME COLUMN text TO words",
        "UPDATE entry SET written_on = 'gisteren'",
        "UPDATE entry SET created_at = 7",
        "UPDATE answer SET updated_at = ''",
    ],
)
def test_a_journal_that_is_wrong_inside_is_called_damaged(file: Path, statement: str):
    with_sql(file, "PRAGMA foreign_keys = OFF", statement)
    with database.unlock(file.parent, PASSPHRASE) as journal, pytest.raises(DamagedJournal):
        journal.read(entries.whole, 1)
