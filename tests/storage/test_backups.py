"""Backups: made when something changed, good before they count, thinned, and made anew after a true wipe."""

from pathlib import Path

import pytest

from journal import paths
from journal.domain.backup_policy import RECENT, Reason
from journal.errors import CannotWrite, DamagedJournal, DamagedKeyFile
from journal.storage import answers, backup_files, backups, copies, database
from journal.storage.database import OpenJournal
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.storage.beginnings import a_reflection, text_of


@pytest.fixture
def entry_id(journal: OpenJournal) -> int:
    return a_reflection(journal)


@pytest.fixture
def place(journal_folder: Path) -> Path:
    return paths.backups(journal_folder)


def write(journal: OpenJournal, entry_id: int, text: str) -> None:
    journal.do(answers.write, entry_id, "moment.story", text)


def text_in(backup: backups.Backup, entry_id: int, folder: Path) -> str:
    copies.open_copy(backup.path, folder)
    with database.unlock(folder, PASSPHRASE) as there:
        return text_of(there, entry_id)


def test_a_backup_is_one_sealed_file_beside_the_journal_that_opens_with_the_passphrase(journal, entry_id, tmp_path):
    write(journal, entry_id, "geheimwoord")
    made = backups.make(journal, Reason.ASKED)
    assert made.path.parent.parent == journal.folder.parent
    assert (made.reason, made.made_at, made.bytes) == ("asked", journal.now(), made.path.stat().st_size)
    assert b"geheimwoord" not in made.path.read_bytes()
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert text_in(made, entry_id, tmp_path / "there") == "geheimwoord"


def test_where_nothing_changed_no_new_one_is_made(journal, entry_id, journal_folder):
    write(journal, entry_id, "eerst")
    first = backups.make(journal, Reason.MEANWHILE)
    assert not backups.changed(journal)
    assert backups.before(journal, Reason.IMPORT) == first
    journal.close()
    with database.unlock(journal_folder, PASSPHRASE) as again:
        assert not backups.changed(again)
        write(again, entry_id, "daarna")
        assert backups.changed(again)
        assert backups.make(again, Reason.CLOSE).number == first.number + 1


def test_another_passphrase_counts_as_a_change(journal, entry_id):
    assert entry_id
    backups.make(journal, Reason.MEANWHILE)
    journal.set_passphrase("een andere zin voortaan", cost=CHEAP)
    assert backups.changed(journal)


def test_they_are_found_while_the_journal_is_locked_and_told_apart_from_those_of_another(journal, entry_id, tmp_path):
    mine = backups.make(journal, Reason.ASKED)
    journal.close()
    with database.create(tmp_path / "other", PASSPHRASE, bytes(20), cost=CHEAP) as other:
        theirs = backups.make(other, Reason.ASKED)
    assert backups.of_folder(journal.folder) == [mine]
    assert backups.of_folder(tmp_path / "other") == [theirs]
    (journal.folder / "journal.key").unlink()
    assert backups.of_folder(journal.folder) == [mine]
    assert entry_id


def test_a_journal_that_was_put_back_finds_the_backups_of_the_one_before(journal, entry_id, tmp_path):
    mine = backups.make(journal, Reason.ASKED)
    copies.open_copy(mine.path, tmp_path / "journal-2")
    with database.unlock(tmp_path / "journal-2", PASSPHRASE) as again:
        write(again, entry_id, "verder")
        newer = backups.make(again, Reason.CLOSE)
    assert backups.of_folder(tmp_path / "journal-2") == [mine, newer]
    assert newer.series != mine.series


def test_thinning_leaves_files_alone_that_are_not_backups_of_this_journal(journal, entry_id, place):
    place.mkdir()
    foreign = [
        place / "Reisgezel 20 november.reisgezel",
        place / "reisgezel-000001-20261120-191400Z-strange-0011223344556677.reisgezel",
        place / "reisgezel-000001-20269999-191400Z-close-0011223344556677.reisgezel",
        place / "reisgezel-000001-20200101-191400Z-close-0011223344556677.reisgezel",
    ]
    for file in foreign:
        file.write_text("not mine")
    for number in range(RECENT * 3):
        write(journal, entry_id, f"tekst {number}")
        backups.make(journal, Reason.MEANWHILE)
    assert all(file.read_text() == "not mine" for file in foreign)
    mine = backups.of_folder(journal.folder)
    assert len(mine) == RECENT
    assert mine[-1].number == RECENT * 3 + 1


@pytest.mark.parametrize("days", [-4000, 4000])
def test_a_clock_that_is_set_wrong_does_no_harm(journal, entry_id, clock: Clock, days: int, tmp_path):
    for number in range(RECENT):
        write(journal, entry_id, f"voor {number}")
        backups.make(journal, Reason.MEANWHILE)
    clock.later(days=days)
    write(journal, entry_id, "met een verkeerde klok")
    wrong = backups.make(journal, Reason.MEANWHILE)
    clock.later(days=-days)
    write(journal, entry_id, "daarna")
    right = backups.make(journal, Reason.CLOSE)
    assert backups.of_folder(journal.folder)[-2:] == [wrong, right]
    assert text_in(right, entry_id, tmp_path / "there") == "daarna"


def test_a_copy_that_does_not_read_back_never_counts_and_costs_no_older_one(journal, entry_id, place, monkeypatch):
    for number in range(RECENT + 3):
        write(journal, entry_id, f"tekst {number}")
        backups.make(journal, Reason.MEANWHILE)
    before = sorted(place.iterdir())
    write(journal, entry_id, "nieuw")
    whole = copies.pack

    def broken(file, database, key, comment=b""):
        whole(file, database, key, comment)
        file.seek(5000)
        file.write(b"\0" * 64)

    monkeypatch.setattr(copies, "pack", broken)
    with pytest.raises(CannotWrite):
        backups.make(journal, Reason.MEANWHILE)
    assert sorted(place.iterdir()) == before


def test_a_damaged_journal_gives_no_backup_and_keeps_the_older_ones(journal, entry_id, place):
    write(journal, entry_id, "woord " * 50_000)
    good = backups.make(journal, Reason.MEANWHILE)
    write(journal, entry_id, "anders " * 50_000)
    journal.close()
    data = bytearray(journal.database.read_bytes())
    data[len(data) // 2] ^= 1
    journal.database.write_bytes(data)
    with database.unlock(journal.folder, PASSPHRASE) as again, pytest.raises(DamagedJournal):
        backups.make(again, Reason.CLOSE)
    assert [path.name for path in place.iterdir()] == [good.path.name]


def test_without_a_key_file_or_a_place_it_says_so(journal, entry_id, place):
    assert entry_id
    place.write_text("a file is in the way")
    with pytest.raises(CannotWrite):
        backups.make(journal, Reason.ASKED)
    place.unlink()
    (journal.folder / "journal.key").unlink()
    with pytest.raises(DamagedKeyFile):
        backups.make(journal, Reason.ASKED)


def test_what_a_killed_run_left_is_cleared_away(journal, entry_id, place):
    assert entry_id
    (place / ".making-old").mkdir(parents=True)
    (place / ".making-old" / "journal.db").write_bytes(b"half")
    made = backups.make(journal, Reason.ASKED)
    assert [path.name for path in place.iterdir()] == [made.path.name]


def test_after_a_true_wipe_only_a_fresh_backup_is_left_and_the_second_place_is_told(journal, entry_id, tmp_path):
    write(journal, entry_id, "wat weg moet")
    old = backups.make(journal, Reason.MEANWHILE)
    elsewhere = tmp_path / "usb"
    backup_files.copy(old, elsewhere)
    write(journal, entry_id, "blijft")
    done = backups.renew(journal, elsewhere)
    assert (done.removed, done.elsewhere) == (1, 1)
    assert backups.of_folder(journal.folder) == [done.fresh]
    assert text_in(done.fresh, entry_id, tmp_path / "there") == "blijft"
    assert backups.renew(journal).elsewhere == 0


def test_a_wipe_that_cannot_make_a_fresh_backup_keeps_the_older_ones(journal, entry_id, monkeypatch):
    write(journal, entry_id, "tekst")
    old = backups.make(journal, Reason.MEANWHILE)

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "pack", full)
    with pytest.raises(CannotWrite):
        backups.renew(journal)
    assert backups.of_folder(journal.folder) == [old]
    assert ROOT
