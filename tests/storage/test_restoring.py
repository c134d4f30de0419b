"""Putting a backup back, and the second place."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from journal import paths
from journal.domain.backup_policy import Reason
from journal.errors import CannotWrite, DamagedJournal, ForeignFile
from journal.storage import answers, backup_files, backups, database, restoring, salvage, second_place
from journal.storage.backup_files import Backup
from journal.storage.database import OpenJournal
from tests.conftest import PASSPHRASE, ROOT
from tests.storage.beginnings import a_reflection, contents, text_of


@pytest.fixture
def backup(journal: OpenJournal) -> Backup:
    """A backup of "eerst"; the journal itself goes on to "daarna" and is closed."""
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "eerst")
    made = backups.make(journal, Reason.ASKED)
    journal.do(answers.write, entry_id, "moment.story", "daarna")
    journal.close()
    return made


def text_there(folder: Path) -> str:
    with database.unlock(folder, PASSPHRASE) as there:
        return text_of(there, 1)


def test_a_backup_comes_back_in_a_new_folder_and_the_old_journal_stays(journal, backup):
    before = contents(journal.folder)
    restored = restoring.put_back(backup.path, journal.folder)
    assert restored.folder == journal.folder.with_name("journal-2")
    assert text_there(restored.folder) == "eerst"
    assert contents(journal.folder) == before
    assert text_there(journal.folder) == "daarna"


def test_every_new_folder_gets_the_next_number(journal, backup):
    second = restoring.put_back(backup.path, journal.folder).folder
    third = restoring.put_back(backup.path, second).folder
    assert (second.name, third.name) == ("journal-2", "journal-3")


def test_a_damaged_backup_or_another_file_is_not_put_back(journal, backup):
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    backup.path.write_bytes(data)
    with pytest.raises(DamagedJournal):
        restoring.put_back(backup.path, journal.folder)
    with zipfile.ZipFile(backup.path, "w") as box:
        box.writestr(zipfile.ZipInfo("mimetype"), b"application/x-reisgezel-journal")
        box.writestr("journal.db", bytes(1_000_000), zipfile.ZIP_LZMA)
    data = bytearray(backup.path.read_bytes())
    data[data.index(b"journal.db") + len("journal.db") + 4] = 0xFF
    backup.path.write_bytes(data)
    with pytest.raises(DamagedJournal):
        restoring.put_back(backup.path, journal.folder)
    backup.path.write_bytes(b"x" * 9000)
    with pytest.raises(ForeignFile):
        restoring.put_back(backup.path, journal.folder)
    assert not journal.folder.with_name("journal-2").exists()


def test_what_came_after_the_backup_is_saved_when_it_can_be_read(journal, backup):
    restored = restoring.put_back_and_add(backup.path, salvage.read(journal.folder, ROOT))
    assert restored.newer
    assert text_there(restored.folder) == "daarna"
    assert text_there(journal.folder) == "daarna"


def test_saving_what_is_readable_makes_a_new_journal_and_keeps_the_damaged_one(journal, backup):
    before = contents(journal.folder)
    restored = restoring.save_readable(salvage.read(journal.folder, ROOT))
    assert text_there(restored.folder) == "daarna"
    assert contents(journal.folder) == before
    assert backup


def test_a_second_place_gets_a_copy_when_it_is_there_and_is_quietly_skipped_when_not(journal, backup, tmp_path, clock):
    stick = tmp_path / "usb"
    first = paths.backups(journal.folder)
    assert not second_place.bring(backup, stick, clock())
    assert not stick.exists()
    assert second_place.last(first, stick) is None
    stick.mkdir()
    assert second_place.bring(backup, stick, clock())
    assert [path.read_bytes() for path in stick.iterdir()] == [backup.path.read_bytes()]
    assert second_place.last(first, stick) == clock()
    stick.rename(tmp_path / "drawer")
    clock.later(days=20)
    assert not second_place.bring(backup, stick, clock())
    assert second_place.last(first, stick) == clock() - dt.timedelta(days=20)
    assert second_place.last(first, tmp_path / "another") is None


def test_a_stick_pulled_out_midway_does_no_harm(journal, backup, tmp_path, clock, monkeypatch):
    stick = tmp_path / "usb"
    stick.mkdir()
    (stick / "vakantie.jpg").write_bytes(b"mine")

    def pulled(*_args):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(backup_files, "sync_file", pulled)
    with pytest.raises(CannotWrite):
        second_place.bring(backup, stick, clock())
    assert backup_files.listed(stick) == []
    monkeypatch.undo()
    assert second_place.bring(backup, stick, clock())
    assert sorted(path.name for path in stick.iterdir()) == [backup.path.name, "vakantie.jpg"]
    assert backups.of_folder(journal.folder) == [backup]
