"""Another recovery code: everything is encrypted anew, and no moment of it may lock its writer out."""

import random
import resource
import time
from pathlib import Path

import pytest

from journal.domain.backup_policy import Reason
from journal.errors import CannotWrite, WrongPassphrase, WrongRecoveryCode
from journal.paths import NEXT_KEY_FILE
from journal.storage import answers, backup_files, backups, copies, database, key_file, keys, new_root
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import Child, a_reflection, contents, text_of

OTHER = bytes(range(100, 120))
KILLS = 25


@pytest.fixture
def entry_id(journal: OpenJournal) -> int:
    made = a_reflection(journal)
    journal.do(answers.write, made, "moment.story", "blijft staan " * 20_000)
    return made


def test_the_new_code_opens_and_the_old_one_does_not(journal: OpenJournal, entry_id: int):
    new_root.renew(journal, OTHER, PASSPHRASE, cost=CHEAP)
    journal.do(answers.write, entry_id, "moment.name", "daarna")
    assert journal.recovery_code() == keys.recovery_code(OTHER)
    journal.close()
    with pytest.raises(WrongRecoveryCode):
        database.unlock_with_recovery(journal.folder, keys.recovery_code(ROOT))
    with database.unlock_with_recovery(journal.folder, keys.recovery_code(OTHER)) as opened:
        assert text_of(opened, entry_id).startswith("blijft staan")
        assert check(opened).good
    with database.unlock(journal.folder, PASSPHRASE) as opened:
        assert text_of(opened, entry_id, "moment.name") == "daarna"
    assert sorted(contents(journal.folder)) == ["journal.db", "journal.key"]


def test_with_a_wrong_passphrase_nothing_changes(journal: OpenJournal, entry_id: int):
    with pytest.raises(WrongPassphrase):
        new_root.renew(journal, OTHER, "een andere zin", cost=CHEAP)
    journal.close()
    with database.unlock_with_recovery(journal.folder, keys.recovery_code(ROOT)) as opened:
        assert text_of(opened, entry_id)


def test_a_copy_from_before_still_opens_with_the_code_from_then(journal: OpenJournal, entry_id: int, tmp_path: Path):
    copies.write_copy(journal, tmp_path / "toen.reisgezel")
    new_root.renew(journal, OTHER, PASSPHRASE, cost=CHEAP)
    copies.open_copy(tmp_path / "toen.reisgezel", tmp_path / "toen")
    with database.unlock_with_recovery(tmp_path / "toen", keys.recovery_code(ROOT)) as opened:
        assert text_of(opened, entry_id)


def test_a_key_file_that_waited_never_brings_back_an_older_passphrase(journal: OpenJournal, entry_id: int):
    key_file.wrap(journal.folder / NEXT_KEY_FILE, ROOT, "de zin van toen", CHEAP)
    journal.set_passphrase("de zin van nu", cost=CHEAP)
    journal.close()
    for _ in range(2):
        with database.unlock(journal.folder, "de zin van nu") as opened:
            assert text_of(opened, entry_id)
    assert not (journal.folder / NEXT_KEY_FILE).exists()


def test_opened_with_the_new_code_after_a_kill_the_key_file_fits_again(journal: OpenJournal, entry_id: int):
    key = journal.folder / "journal.key"
    before = key.read_bytes()
    new_root.renew(journal, OTHER, PASSPHRASE, cost=CHEAP)
    journal.close()
    key.rename(journal.folder / NEXT_KEY_FILE)  # as a kill leaves it just before the last step
    key.write_bytes(before)
    with database.unlock_with_recovery(journal.folder, keys.recovery_code(OTHER)) as opened:
        assert text_of(opened, entry_id)
        copies.write_copy(opened, journal.folder.parent / "daarna.reisgezel")
    copies.open_copy(journal.folder.parent / "daarna.reisgezel", journal.folder.parent / "daarna")
    with database.unlock(journal.folder.parent / "daarna", PASSPHRASE) as opened:
        assert text_of(opened, entry_id)


def test_a_copy_made_while_the_code_changes_is_not_kept_with_a_key_that_does_not_fit(
    journal: OpenJournal, tmp_path: Path
):
    copied = journal.copy_database(tmp_path / "toen.db")
    assert copies.fitting_key(journal.folder / "journal.key", copied)
    new_root.renew(journal, OTHER, PASSPHRASE, cost=CHEAP)
    with pytest.raises(CannotWrite):
        copies.fitting_key(journal.folder / "journal.key", copied)


def test_a_backup_during_which_the_code_changes_is_none_and_the_next_one_is_good(journal: OpenJournal, entry_id: int):
    place = journal.folder.parent / "backups"

    def copy_and_renew(target: Path) -> None:
        journal.copy_database(target)
        new_root.renew(journal, OTHER, PASSPHRASE, cost=CHEAP)

    with pytest.raises(CannotWrite):
        backup_files.write(
            place,
            "a.reisgezel",
            journal.folder / "journal.key",
            mark=keys.fingerprint(ROOT),
            copy_database=copy_and_renew,
            check=lambda _copy: None,
        )
    assert contents(place) == {}
    made = backups.make(journal, Reason.MEANWHILE)
    copies.open_copy(made.path, place / "terug")
    with database.unlock(place / "terug", PASSPHRASE) as opened:
        assert text_of(opened, entry_id).startswith("blijft staan")


def test_on_a_full_disk_the_old_code_stays_and_writing_goes_on(journal: OpenJournal, entry_id: int):
    size = journal.database.stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, limits[1]))
    try:
        with pytest.raises(CannotWrite):
            new_root.renew(journal, OTHER, PASSPHRASE, cost=CHEAP)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not (journal.folder / NEXT_KEY_FILE).exists()
    journal.do(answers.write, entry_id, "moment.name", "gaat door")
    journal.close()
    with database.unlock_with_recovery(journal.folder, keys.recovery_code(ROOT)) as opened:
        assert text_of(opened, entry_id, "moment.name") == "gaat door"
        assert check(opened).good


def test_killed_while_everything_is_encrypted_anew_the_passphrase_still_opens(journal: OpenJournal, entry_id: int):
    journal.close()
    chance = random.Random(20)
    took = 0.05
    for number in range(KILLS):
        root = bytes([number] * 20)

        def renew(say, root=root):
            opened = database.unlock(journal.folder, PASSPHRASE)
            say("begin")
            new_root.renew(opened, root, PASSPHRASE, cost=CHEAP)
            say("ready")

        child = Child(renew)
        began = time.monotonic()
        assert child.line() == "begin"
        if number == 0:
            assert child.rest() == ["ready"]
            took = time.monotonic() - began
            continue
        time.sleep(chance.random() * took)
        child.kill()
        with database.unlock(journal.folder, PASSPHRASE) as opened:
            assert text_of(opened, entry_id).startswith("blijft staan")
            assert check(opened).good
            code = opened.recovery_code()
        with database.unlock_with_recovery(journal.folder, code) as opened:
            opened.do(answers.write, entry_id, "moment.name", f"na keer {number}")
        assert sorted(contents(journal.folder)) == ["journal.db", "journal.key"]
