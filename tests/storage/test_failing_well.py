"""Every write of backing up, putting back, copying and changing the passphrase may fail: nothing is ever lost."""

import itertools
import os
import resource
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from journal import files
from journal.domain.backup_policy import RECENT, Reason
from journal.errors import CannotRead, CannotWrite, JournalError
from journal.storage import (
    answers,
    backup_files,
    backups,
    copies,
    database,
    restoring,
    salvage,
    salvage_shapes,
    second_place,
)
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import Child, a_reflection, text_of
from tests.storage.faults import CODES, Faults

OTHER = "een heel andere zin voortaan"
Operation = Callable[[OpenJournal, Path], object]


@pytest.fixture
def written(journal: OpenJournal, tmp_path: Path) -> OpenJournal:
    """A journal with one text, as many backups as are kept, a stick, and something new since the last of them."""
    entry_id = a_reflection(journal)
    for number in range(RECENT + 1):
        journal.do(answers.write, entry_id, "moment.story", f"tekst {number} " * 400)
        backups.make(journal, Reason.MEANWHILE)
    journal.do(answers.write, entry_id, "moment.story", "het laatste " * 900)
    (tmp_path / "usb").mkdir()
    return journal


def newest(journal: OpenJournal) -> backups.Backup:
    return backups.of_folder(journal.folder)[-1]


OPERATIONS: dict[str, Operation] = {
    "backing up": lambda journal, _place: backups.make(journal, Reason.ASKED, anyway=True),
    "a second place": lambda journal, place: second_place.bring(newest(journal), place / "usb", journal.now()),
    "putting back": lambda journal, _place: restoring.put_back(newest(journal).path, journal.folder),
    "a copy": lambda journal, place: copies.write_copy(journal, place / "copy.reisgezel"),
    "a passphrase": lambda journal, _place: journal.set_passphrase(OTHER, cost=CHEAP),
    "a wipe": lambda journal, _place: backups.renew(journal),
    "salvage": lambda journal, _place: restoring.save_readable(salvage.read(journal.folder, ROOT)),
}


def opens(folder: Path) -> OpenJournal:
    try:
        return database.unlock(folder, PASSPHRASE)
    except JournalError:
        return database.unlock(folder, OTHER)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_fault_at_any_write_loses_nothing(written: OpenJournal, tmp_path: Path, name: str):
    count = 0
    if name == "salvage":
        written.close()
        salvage_shapes.of_version.cache_clear()
    for at in itertools.count(1):
        faults = Faults(at, CODES[at % len(CODES)])
        kept = {backup.path for backup in backups.of_folder(written.folder)}
        with pytest.MonkeyPatch.context() as patch:
            faults.install(patch)
            try:
                OPERATIONS[name](written, tmp_path)
                done = True
            except (CannotWrite, CannotRead):
                done = False
        left = backups.of_folder(written.folder)
        assert left
        if not done:
            assert kept <= {backup.path for backup in left}
        for backup in (*left, *backup_files.listed(tmp_path / "usb")):
            backup_files.look_whole(backup.path)
        count += 1
        if not faults.met:
            break
        _clear(tmp_path)
    salvage_shapes.of_version.cache_clear()
    written.close()
    with opens(written.folder) as journal:
        assert text_of(journal, 1) == "het laatste " * 900
        assert check(journal).good
    print(f"{name}: {count - 1} writes failed one by one, 0 texts lost")
    assert count > 3


def _clear(place: Path) -> None:
    for folder in place.glob("journal-*"):
        shutil.rmtree(folder)
    for file in place.glob("usb/*"):
        file.unlink()


@pytest.mark.parametrize("name", ["backing up", "putting back", "a copy", "saving"])
def test_a_disk_that_is_full_at_any_size_loses_nothing(written: OpenJournal, tmp_path: Path, name: str):
    written.close()
    biggest = max(backup.bytes for backup in backups.of_folder(written.folder)) + 200_000

    def save(journal: OpenJournal, _place: Path) -> None:
        journal.do(answers.write, 1, "moment.name", "x" * 120_000)

    work = OPERATIONS.get(name, save)
    failed = 0
    for limit in range(8_192, biggest, biggest // 12):

        def run(say, limit=limit):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            journal = database.unlock(written.folder, PASSPHRASE)
            try:
                work(journal, tmp_path)
                say("done")
            except CannotWrite:
                say("refused")

        said = Child(run).rest()
        assert said in (["done"], ["refused"])
        failed += said == ["refused"]
        for backup in backups.of_folder(written.folder):
            backup_files.look_whole(backup.path)
        with database.unlock(written.folder, PASSPHRASE) as journal:
            assert text_of(journal, 1) == "het laatste " * 900
        _clear(tmp_path)
    print(f"{name}: disk full {failed} times, 0 texts lost")
    assert failed


def test_when_its_folder_goes_while_open_no_save_is_said_to_have_been_made(journal: OpenJournal):
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "bewaard")
    away = journal.folder.with_name("pulled out")
    journal.folder.rename(away)
    for _ in range(3):
        with pytest.raises(CannotWrite):
            journal.do(answers.write, entry_id, "moment.story", "nergens")
    with pytest.raises(CannotWrite):
        backups.make(journal, Reason.CLOSE)
    away.rename(journal.folder)
    journal.do(answers.write, entry_id, "moment.story", "terug")
    journal.close()
    with database.unlock(journal.folder, PASSPHRASE) as again:
        assert text_of(again, entry_id) == "terug"


def test_another_file_under_the_same_name_is_noticed(journal: OpenJournal):
    entry_id = a_reflection(journal)
    other = journal.database.with_name("other.db")
    other.write_bytes(b"\0" * 8192)
    other.replace(journal.database)
    with pytest.raises(CannotWrite):
        journal.do(answers.write, entry_id, "moment.story", "nergens")


def test_a_file_that_a_scanner_holds_is_waited_for(tmp_path: Path, monkeypatch):
    held = [5, 32, 33]
    whole = os.replace

    def replaced(source, target):
        if held:
            error = PermissionError(13, "The process cannot access the file")
            error.winerror = held.pop()
            raise error
        whole(source, target)

    monkeypatch.setattr(os, "replace", replaced)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    files.save(b"nieuw", tmp_path / "settings.toml")
    assert (tmp_path / "settings.toml").read_bytes() == b"nieuw"
    held[:] = [32] * 1000
    with pytest.raises(CannotWrite):
        files.save(b"nieuwer", tmp_path / "settings.toml")
    assert (tmp_path / "settings.toml").read_bytes() == b"nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]
