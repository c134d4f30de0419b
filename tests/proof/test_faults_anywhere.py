"""Every step of writing a file fails in turn: a typed word for it, the old file as it was, nothing left lying.

Backups, copies, putting back, the passphrase and salvage: ``tests/storage/test_failing_well.py``.
"""

import datetime as dt
import itertools
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journal import files, open_archive, reminder_file
from journal.domain.reminders import Kind
from journal.errors import CannotRead, CannotWrite
from journal.export import locked, pdf
from journal.settings import Settings
from journal.storage import entries, merge, new_root, shared_folder
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.proof import work as works
from tests.storage.beginnings import text_of
from tests.storage.faults import CODES, Faults

Operation = Callable[[OpenJournal, Path], object]
MOST_STEPS = 60
NAMES = {"journal.db", "journal.db-journal", "journal.key", "journal.key.next", "journal.lock", shared_folder.MEMORY}
"""While it is open. SQLite keeps its own journal, encrypted too; a key file that waits goes at the next opening."""


def settings(_journal: OpenJournal, place: Path) -> None:
    Settings(device_name="een andere naam").write(place / "out" / "settings.toml")


def reminders(_journal: OpenJournal, place: Path) -> None:
    reminder_file.write(place / "out" / "reminders.json", [reminder_file.Day(Kind.SESSION, dt.date(2026, 12, 1))], ())


def paper(_journal: OpenJournal, place: Path) -> None:
    pdf.save(b"%PDF-1.7 nieuw " * 9_000, place / "out" / "paper.pdf")


def paper_with_a_password(_journal: OpenJournal, place: Path) -> None:
    data = (Path(__file__).parents[1] / "data" / "returned" / "sent.pdf").read_bytes()
    pdf.save(locked.locked(data, "samen lezen"), place / "out" / "paper.pdf")


def archive_out(journal: OpenJournal, place: Path) -> None:
    open_archive.write(journal, place / "out" / "archive.zip")


def archive_in(_journal: OpenJournal, place: Path) -> None:
    open_archive.read_in(place / "archive.zip", place / "out" / "there", PASSPHRASE, ROOT, cost=CHEAP)


def merging(journal: OpenJournal, place: Path) -> None:
    merge.merge_copy(journal, place / "thuis.reisgezel", "thuis")


def laying_down(journal: OpenJournal, place: Path) -> None:
    shared_folder.lay_down(journal, place / "out", "laptop")


def a_new_code(journal: OpenJournal, _place: Path) -> None:
    new_root.renew(journal, bytes(range(50, 70)), PASSPHRASE, cost=CHEAP)


OPERATIONS: tuple[Operation, ...] = (
    settings,
    reminders,
    paper,
    paper_with_a_password,
    archive_out,
    archive_in,
    merging,
    laying_down,
    a_new_code,
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return works.begun(tmp_path_factory.mktemp("begun"))


@pytest.fixture
def place(begun: Path, tmp_path: Path) -> Path:
    """With older files in place of all that is written."""
    made = Path(shutil.copytree(begun, tmp_path / "place"))
    (made / "out").mkdir()
    for name in ("settings.toml", "reminders.json", "paper.pdf", "archive.zip", "Reisgezel laptop.reisgezel"):
        (made / "out" / name).write_bytes(b"het oude bestand")
    return made


def state(place: Path) -> dict[str, bytes]:
    """All but the journal, which is looked at by itself, and its backups, of which there may be one more."""
    return {str(file.relative_to(place)): file.read_bytes() for file in (place / "out").rglob("*") if file.is_file()}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.__name__)
def test_any_step_may_fail_and_nothing_is_lost(begun: Path, place: Path, operation: Operation, monkeypatch, capsys):
    failed = survived = 0
    for at in itertools.count(1):
        folder = place / "journal"
        (folder / shared_folder.MEMORY).unlink(missing_ok=True)  # else nothing is new to lay down
        before, faults = state(place), Faults(at, CODES[at % len(CODES)])
        with works.opened(folder) as journal:
            with monkeypatch.context() as patch:
                faults.install(patch)
                patch.setattr(os, "open", _failing_open(faults, os.open))
                try:
                    operation(journal, place)
                except (CannotWrite, CannotRead):
                    done = False
                else:
                    done = True
            assert {path.name for path in folder.iterdir() if not path.name.startswith(files.SCRATCH)} <= NAMES
            assert len(journal.read(entries.listed, 1, ["note"])) == (
                works.AT_HOME + 3 if _merged(operation, done) else 3
            )
        left = [path for path in (place / "out").rglob(".*") if path.parent == place / "out"]
        assert not [path for path in left if path.is_file()]
        for path in left:  # a folder that could not be cleared away; the next time it goes
            shutil.rmtree(path)
        assert done or state(place) == before
        with works.opened(folder) as journal:
            assert text_of(journal, 2, works.STORY) == works.LONG
            assert check(journal).problems == ()
            assert not [path for path in folder.iterdir() if path.name.startswith((files.SCRATCH, "journal.key.next"))]
        failed, survived = failed + (not done), survived + (done and faults.met)  # tidying up may fail unseen
        if not faults.met or at > MOST_STEPS:
            break
        shutil.rmtree(place / "out" / "there", ignore_errors=True)
        if _merged(operation, done):
            shutil.rmtree(folder)
            shutil.copytree(begun / "journal", folder)
    with capsys.disabled():
        print(f"\n{operation.__name__}: {failed} steps failed one by one, {survived} did not matter; 0 texts lost")
    assert failed > 2


def _merged(operation: Operation, done: bool) -> bool:
    return operation is merging and done


def _failing_open(faults: Faults, whole: Callable[..., int]) -> Callable[..., int]:
    def opened(path, flags, *rest, **named):
        if flags & os.O_CREAT and faults.step():
            raise faults.error()
        return whole(path, flags, *rest, **named)

    return opened
