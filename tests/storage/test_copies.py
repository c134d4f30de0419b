"""The one file that "Kopie maken" writes."""

import shutil
import zipfile
from pathlib import Path

import pytest

from journal.errors import CannotRead, CannotWrite, DamagedJournal, DamagedKeyFile, ForeignFile, JournalExists
from journal.storage import answers, copies, database, keys
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import a_reflection, contents, text_of


@pytest.fixture
def entry_id(journal: OpenJournal) -> int:
    found = a_reflection(journal)
    journal.do(answers.write, found, "moment.story", "geheimwoord")
    return found


@pytest.fixture
def copy(journal: OpenJournal, entry_id: int, tmp_path: Path) -> Path:
    assert entry_id
    target = tmp_path / "Reisgezel 20 november.reisgezel"
    copies.write_copy(journal, target)
    return target


def test_a_copy_opens_elsewhere_with_the_passphrase_alone(copy: Path, entry_id: int, tmp_path: Path):
    copies.open_copy(copy, tmp_path / "laptop" / "journal")
    with database.unlock(tmp_path / "laptop" / "journal", PASSPHRASE) as there:
        assert text_of(there, entry_id) == "geheimwoord"
        assert check(there).good
        there.do(answers.write, entry_id, "moment.story", "verder")


def test_a_copy_is_made_while_one_writes_on(journal: OpenJournal, copy: Path, entry_id: int):
    journal.do(answers.write, entry_id, "moment.story", "daarna")
    copies.write_copy(journal, copy)
    copies.open_copy(copy, copy.parent / "again")
    with database.unlock(copy.parent / "again", PASSPHRASE) as there:
        assert text_of(there, entry_id) == "daarna"


def test_a_copy_is_one_file_and_nothing_in_it_can_be_read(copy: Path):
    assert sorted(path.name for path in copy.parent.iterdir()) == [copy.name, "journal"]
    data = copy.read_bytes()
    for word in (b"geheimwoord", b"SQLite format", PASSPHRASE.encode()):
        assert word not in data
    with zipfile.ZipFile(copy) as box:
        assert box.read("mimetype") == b"application/x-reisgezel-journal"


def test_the_recovery_code_opens_a_copy_too(copy: Path, entry_id: int, tmp_path: Path):
    copies.open_copy(copy, tmp_path / "there")
    with database.unlock_with_recovery(tmp_path / "there", keys.recovery_code(ROOT)) as opened:
        assert text_of(opened, entry_id) == "geheimwoord"


def test_a_copy_never_replaces_a_journal(journal: OpenJournal, copy: Path):
    journal.close()
    before = contents(journal.folder)
    with pytest.raises(JournalExists):
        copies.open_copy(copy, journal.folder)
    assert contents(journal.folder) == before


@pytest.mark.parametrize("data", [b"", b"x" * 10_000, b"%PDF-1.7", b"PK\x03\x04" + b"\0" * 100])
def test_another_file_is_no_copy(tmp_path: Path, data: bytes):
    (tmp_path / "a.reisgezel").write_bytes(data)
    with pytest.raises(ForeignFile):
        copies.open_copy(tmp_path / "a.reisgezel", tmp_path / "there")
    with pytest.raises(CannotRead):
        copies.open_copy(tmp_path / "none.reisgezel", tmp_path / "there")
    assert not (tmp_path / "there").exists()


def test_a_damaged_copy_is_not_laid_down(copy: Path, tmp_path: Path):
    whole = copy.read_bytes()
    middles = [200, len(whole) // 2, len(whole) - 30]
    damaged = [whole[:-1], whole[: len(whole) // 2], whole[:100]]
    damaged += [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in middles]
    for data in damaged:
        copy.write_bytes(data)
        with pytest.raises((DamagedJournal, DamagedKeyFile)):
            copies.open_copy(copy, tmp_path / "there")
        assert sorted(path.name for path in tmp_path.iterdir()) == [copy.name, "journal"]
        assert copy.read_bytes() == data


@pytest.mark.parametrize("part", ["../outside", "/outside", "extra"])
def test_a_copy_with_other_parts_writes_nothing(copy: Path, tmp_path: Path, part: str):
    with zipfile.ZipFile(copy, "a") as box:
        box.writestr(part, "x")
    with pytest.raises(DamagedJournal):
        copies.open_copy(copy, tmp_path / "there")
    assert sorted(path.name for path in tmp_path.iterdir()) == [copy.name, "journal"]


def test_a_copy_that_cannot_be_written_leaves_the_older_one(journal: OpenJournal, copy: Path, tmp_path: Path):
    before = copy.read_bytes()
    with pytest.raises(CannotWrite):
        copies.write_copy(journal, tmp_path / "gone" / "a.reisgezel")
    (journal.folder / "journal.key").unlink()
    with pytest.raises(DamagedKeyFile):
        copies.write_copy(journal, copy)
    assert copy.read_bytes() == before


def test_a_database_is_never_copied_over_something(journal: OpenJournal, tmp_path: Path):
    (tmp_path / "x.db").write_text("mine")
    with pytest.raises(CannotWrite):
        journal.copy_database(tmp_path / "x.db")
    with pytest.raises(CannotWrite):
        journal.copy_database(tmp_path / "gone" / "x.db")
    assert (tmp_path / "x.db").read_text() == "mine"


def test_a_copy_of_a_journal_with_much_in_it_is_whole(tmp_path: Path):
    with database.create(tmp_path / "j", PASSPHRASE, ROOT, cost=CHEAP) as journal:
        entry_id = a_reflection(journal)
        for number in range(6):
            journal.do(answers.write, entry_id, f"prompt{number}", f"woord{number} " * 200_000)
        copies.write_copy(journal, tmp_path / "a.reisgezel")
    shutil.rmtree(tmp_path / "j")
    copies.open_copy(tmp_path / "a.reisgezel", tmp_path / "j")
    with database.unlock(tmp_path / "j", PASSPHRASE) as journal:
        assert check(journal).good
        assert text_of(journal, entry_id, "prompt5").startswith("woord5")
