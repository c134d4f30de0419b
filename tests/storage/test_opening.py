"""Making, opening and closing a journal."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from journal.errors import (
    AlreadyOpen,
    CannotRead,
    CannotWrite,
    DamagedKeyFile,
    JournalExists,
    NoJournal,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.paths import is_journal
from journal.storage import answers, copies, database, journeys, keys
from journal.storage.database import OpenJournal
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import Child, a_journey, a_reflection, contents, text_of

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def closed(journal: OpenJournal) -> Path:
    """A journal with a journey in it, closed again."""
    a_journey(journal)
    journal.close()
    return journal.folder


def test_what_was_written_is_there_after_opening_again(journal: OpenJournal):
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "De wethouder zweeg.")
    journal.close()
    with database.unlock(journal.folder, PASSPHRASE) as again:
        assert text_of(again, entry_id) == "De wethouder zweeg."


def test_a_journal_is_a_folder_with_two_files_that_only_its_owner_can_enter(closed: Path):
    assert sorted(contents(closed)) == ["journal.db", "journal.key"]
    assert closed.stat().st_mode & 0o077 == 0
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_a_wrong_passphrase_opens_nothing_and_touches_nothing(closed: Path):
    before = contents(closed)
    with pytest.raises(WrongPassphrase):
        database.unlock(closed, "een andere zin")
    assert contents(closed) == before


def test_the_recovery_code_opens_it(closed: Path):
    with database.unlock_with_recovery(closed, keys.recovery_code(ROOT).lower()) as journal:
        assert journal.recovery_code() == keys.recovery_code(ROOT)


def test_the_recovery_code_opens_it_without_a_key_file_and_gives_it_a_new_passphrase(closed: Path):
    (closed / "journal.key").unlink()
    with pytest.raises(DamagedKeyFile):
        database.unlock(closed, PASSPHRASE)
    with database.unlock_with_recovery(closed, keys.recovery_code(ROOT)) as journal:
        journal.set_passphrase("een nieuwe zin", cost=CHEAP)
    with database.unlock(closed, "een nieuwe zin") as journal:
        assert journal.read(journeys.current) is not None


@pytest.mark.parametrize("key_file", [True, False])
def test_the_code_of_another_journal_does_not_open_it(closed: Path, key_file: bool):
    if not key_file:
        (closed / "journal.key").unlink()
    before = contents(closed)
    with pytest.raises(WrongRecoveryCode) as trouble:
        database.unlock_with_recovery(closed, keys.recovery_code(bytes(20)))
    assert not trouble.value.mistyped
    assert contents(closed) == before


def test_a_changed_passphrase_replaces_the_old_one_and_the_code_stays(closed: Path):
    with database.unlock(closed, PASSPHRASE) as journal:
        journal.set_passphrase("een nieuwe zin", cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        database.unlock(closed, PASSPHRASE)
    database.unlock(closed, "een nieuwe zin").close()
    database.unlock_with_recovery(closed, keys.recovery_code(ROOT)).close()


def test_where_no_journal_is_none_is_opened_or_made(tmp_path: Path):
    for folder in (tmp_path, tmp_path / "nothing"):
        assert not is_journal(folder)
        with pytest.raises(NoJournal):
            database.unlock(folder, PASSPHRASE)
        with pytest.raises(NoJournal):
            database.unlock_with_recovery(folder, keys.recovery_code(ROOT))
    assert not list(tmp_path.iterdir())


def test_a_new_journal_never_takes_the_place_of_something_else(closed: Path, tmp_path: Path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "note.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for place in (closed, tmp_path / "notes", tmp_path / "file"):
        before = contents(place) if place.is_dir() else place.read_bytes()
        with pytest.raises(JournalExists):
            database.create(place, PASSPHRASE, ROOT, cost=CHEAP)
        assert (contents(place) if place.is_dir() else place.read_bytes()) == before


def test_an_empty_folder_may_become_a_journal(tmp_path: Path):
    (tmp_path / "mijn réis %20 #1?").mkdir()
    with database.create(tmp_path / "mijn réis %20 #1?", PASSPHRASE, ROOT, cost=CHEAP) as journal:
        made = a_journey(journal)
    with database.unlock(tmp_path / "mijn réis %20 #1?", PASSPHRASE) as journal:
        assert journal.read(journeys.current).id == made


def test_a_journal_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        database.create(tmp_path / "file" / "journal", PASSPHRASE, ROOT, cost=CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_journal_is_opened_once_at_a_time(journal: OpenJournal):
    with pytest.raises(AlreadyOpen):
        database.unlock(journal.folder, PASSPHRASE)
    journal.close()
    database.unlock(journal.folder, PASSPHRASE).close()


def test_another_process_keeps_it_until_it_ends_also_by_a_kill(closed: Path):
    def hold(say):
        opened = database.unlock(closed, PASSPHRASE)
        say("open")
        threading.Event().wait()
        opened.close()

    child = Child(hold)
    assert child.line() == "open"
    with pytest.raises(AlreadyOpen):
        database.unlock(closed, PASSPHRASE)
    child.kill()
    database.unlock(closed, PASSPHRASE).close()


def test_another_program_that_has_the_file_open_keeps_us_out(closed: Path):
    def hold(say):
        (closed / "journal.lock").unlink()
        opened = database.unlock(closed, PASSPHRASE)
        say("open")
        threading.Event().wait()
        opened.close()

    child = Child(hold)
    assert child.line() == "open"
    (closed / "journal.lock").unlink()
    with pytest.raises(AlreadyOpen):
        database.unlock(closed, PASSPHRASE)
    child.kill()


def test_where_no_lock_file_can_stand_it_says_so(closed: Path):
    (closed / "journal.lock").unlink()
    (closed / "journal.lock").mkdir()
    with pytest.raises(CannotRead):
        database.unlock(closed, PASSPHRASE)


def test_a_copied_folder_opens_on_another_computer_with_the_passphrase_alone(closed: Path, tmp_path: Path):
    shutil.copytree(closed, tmp_path / "laptop")
    shutil.rmtree(closed)
    with database.unlock(tmp_path / "laptop", PASSPHRASE) as journal:
        assert journal.read(journeys.current) is not None


def test_a_closed_journal_gives_nothing_any_more(journal: OpenJournal):
    journal.close()
    journal.close()
    with pytest.raises(RuntimeError):
        journal.read(journeys.current)
    with pytest.raises(RuntimeError):
        journal.copy_database(journal.folder / "x")
    with pytest.raises(RuntimeError):
        journal.set_passphrase("nieuw", cost=CHEAP)
    with pytest.raises(RuntimeError):
        journal.recovery_code()


def test_several_threads_may_use_it(journal: OpenJournal):
    entry_id = a_reflection(journal)
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(20):
                journal.do(answers.write, entry_id, name, str(number))
                text_of(journal, entry_id, name)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion
            failures.append(error)

    threads = [threading.Thread(target=write, args=(f"prompt{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    copies.write_copy(journal, journal.folder.parent / "a.reisgezel")
    for thread in threads:
        thread.join()
    assert not failures
    assert [text_of(journal, entry_id, f"prompt{number}") for number in range(4)] == ["19"] * 4


def test_an_operation_that_does_not_say_what_it_changes_is_a_bug(journal: OpenJournal):
    with pytest.raises(TypeError):
        journal.do(journeys.current)


HEAVY = "{'sqlalchemy', 'sqlmodel', 'pydantic', 'alembic'}"


def python(*lines: str) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", "\n".join(("import sys", *lines))], cwd=REPOSITORY, check=True)


def test_the_lock_screen_needs_nothing_heavy():
    python(
        "import journal.paths, journal.errors, journal.storage.keys, journal.storage.key_file",
        "journal.paths.is_journal(journal.paths.default_journal())",
        f"assert not {HEAVY} & set(sys.modules)",
    )


def test_opening_a_journal_of_today_needs_no_alembic(closed: Path):
    python(
        "from pathlib import Path",
        "from journal.storage import database, journeys",
        f"with database.unlock(Path({str(closed)!r}), {PASSPHRASE!r}) as journal: journal.read(journeys.current)",
        "assert 'alembic' not in sys.modules",
    )
