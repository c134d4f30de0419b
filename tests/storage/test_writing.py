"""Saving: every text as it was written, every earlier text that could be missed, and trouble with the disk."""

import os
import resource
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.errors import CannotWrite
from journal.storage import answers, database, entries, search
from journal.storage.database import OpenJournal
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import Child, a_journey, a_reflection, contents, text_of

STORY = "moment.story"
ODD = [
    "#set page()",
    "$x$",
    "<b>vet</b>",
    "{{ }}",
    "{% x %}",
    "C:\\map\\",
    "'; DROP TABLE answer; --",
    "👩‍👩‍👧 🌱",
    "مرحبا بالعالم",
    "变革",
    "a\u200bb\u200d\ufeff",
    "\x01\x07\x1b[0m\x7f\x85\u2028",
    "x" * 5_000,
    "e\u0301 é",
    "  \t regels\n\n\n ",
]


@pytest.fixture
def entry_id(journal: OpenJournal) -> int:
    return a_reflection(journal)


def write(journal: OpenJournal, entry_id: int, text: str) -> None:
    journal.do(answers.write, entry_id, STORY, text)


def kept(journal: OpenJournal, entry_id: int) -> list[str]:
    return [version.text for version in journal.read(answers.versions, entry_id, STORY)]


@pytest.mark.parametrize("text", ODD)
def test_text_of_any_kind_comes_back_as_it_was(journal: OpenJournal, entry_id: int, text: str):
    write(journal, entry_id, text)
    assert text_of(journal, entry_id) == text
    journal.read(search.find, 1, text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.text(st.characters(exclude_categories=[])))
def test_whatever_is_typed_is_saved_and_searched_without_trouble(journal: OpenJournal, entry_id: int, text: str):
    write(journal, entry_id, text)
    assert text_of(journal, entry_id) == clean(text)
    journal.read(search.find, 1, text)


def test_what_no_file_can_carry_becomes_the_replacement_sign(journal: OpenJournal, entry_id: int):
    write(journal, entry_id, "a\ud800b\0c\r\nd\re\ud83c\udf31")
    assert text_of(journal, entry_id) == "a\ufffdb\ufffdc\nd\ne🌱"


def test_an_answer_of_a_megabyte_is_saved(journal: OpenJournal, entry_id: int):
    text = "een megabyte aan woorden " * 42_000
    write(journal, entry_id, text)
    write(journal, entry_id, text + "einde")
    assert text_of(journal, entry_id) == text + "einde"
    assert len(journal.read(search.find, 1, "einde")) == 1


def test_saving_tells_the_time_of_it(journal: OpenJournal, entry_id: int, clock):
    assert journal.do(answers.write, entry_id, STORY, "een") == clock.moment
    clock.later(minutes=1)
    assert journal.do(answers.write, entry_id, STORY, "een") == clock.moment


def test_steady_typing_keeps_no_versions(journal: OpenJournal, entry_id: int, clock):
    for length in range(1, 200, 7):
        clock.later(seconds=2)
        write(journal, entry_id, ("en toen zei zij dat het anders moest " * 9)[:length])
    assert kept(journal, entry_id) == []


def test_a_text_that_stood_for_five_minutes_is_kept_when_it_changes(journal: OpenJournal, entry_id: int, clock):
    first = clock.moment
    write(journal, entry_id, "De eerste tekst.")
    clock.later(minutes=answers.KEEP_AFTER_MINUTES)
    write(journal, entry_id, "De eerste tekst. En meer.")
    [version] = journal.read(answers.versions, entry_id, STORY)
    assert (version.text, version.kept_at) == ("De eerste tekst.", first)


@pytest.mark.parametrize("new", ["", "Weg.", "Heel iets anders, even lang als wat er eerder in dit veld stond. " * 3])
def test_a_young_text_that_is_wiped_or_replaced_is_kept(journal: OpenJournal, entry_id: int, new: str):
    old = "Zij vroeg: van wie is dit eigenlijk? Niemand gaf antwoord, ook ik niet. " * 3
    write(journal, entry_id, old)
    write(journal, entry_id, new)
    assert kept(journal, entry_id) == [old]


def test_a_key_held_down_on_backspace_keeps_the_whole_text_once(journal: OpenJournal, entry_id: int, clock):
    text = "Een lange zin die iemand per ongeluk wist, teken na teken. " * 20
    write(journal, entry_id, text)
    for length in range(len(text), -1, -60):
        clock.later(seconds=2)
        write(journal, entry_id, text[:length])
    assert text in kept(journal, entry_id)
    assert len(kept(journal, entry_id)) <= 2


def test_what_stood_five_minutes_is_never_lost_however_slowly_it_is_wiped(journal: OpenJournal, entry_id: int, clock):
    text = "Dit stond er al een tijd. " * 10
    write(journal, entry_id, text)
    clock.later(minutes=4)
    for length in range(len(text), -1, -1):
        clock.later(seconds=2)
        write(journal, entry_id, text[:length])
    assert text in kept(journal, entry_id)
    assert len(kept(journal, entry_id)) < 5


def test_an_earlier_text_can_be_brought_back_and_forth(journal: OpenJournal, entry_id: int, clock):
    write(journal, entry_id, "De eerste tekst.")
    clock.later(days=1)
    write(journal, entry_id, "De tweede tekst.")
    [first] = journal.read(answers.versions, entry_id, STORY)
    assert journal.do(answers.bring_back, first.id) == "De eerste tekst."
    assert text_of(journal, entry_id) == "De eerste tekst."
    assert kept(journal, entry_id) == ["De tweede tekst.", "De eerste tekst."]
    journal.do(answers.bring_back, first.id)
    assert len(kept(journal, entry_id)) == 2


def test_a_question_can_be_closed_in_peace_and_opened_again(journal: OpenJournal, entry_id: int):
    journal.do(answers.settle, entry_id, STORY, True)
    assert journal.read(entries.whole, entry_id).answers[STORY].settled
    write(journal, entry_id, "toch iets")
    journal.do(answers.settle, entry_id, STORY, False)
    answer = journal.read(entries.whole, entry_id).answers[STORY]
    assert (answer.settled, answer.text) == (False, "toch iets")


@pytest.mark.parametrize("prompt", sorted(answers.TITLE_PROMPTS))
def test_a_title_that_is_answered_is_the_title_of_the_entry(journal: OpenJournal, entry_id: int, prompt: str):
    journal.do(answers.write, entry_id, prompt, "\n  De stilte  \nnog wat")
    assert journal.read(entries.whole, entry_id).entry.title == "De stilte"
    journal.do(answers.write, entry_id, prompt, "")
    assert journal.read(entries.whole, entry_id).entry.title == ""


def test_a_write_sees_what_the_same_operation_did_before(journal: OpenJournal, entry_id: int):
    @changes(Change.ANSWERS)
    def both(session):
        answers.settle(session, entry_id, STORY, True)
        answers.write(session, entry_id, STORY, "een")
        loaded = answers.find(session, entry_id, STORY)
        answers.write(session, entry_id, STORY, "twee")
        return loaded.text

    assert journal.do(both) == "twee"


def test_an_operation_that_fails_changes_nothing(journal: OpenJournal, entry_id: int):
    @changes(Change.ANSWERS)
    def half(session):
        answers.write(session, entry_id, STORY, "half")
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        journal.do(half)
    assert journal.read(entries.whole, entry_id).answers == {}


def test_a_commit_that_fails_is_not_carried_along_with_the_next(journal: OpenJournal, entry_id: int):
    @changes(Change.ANSWERS)
    def refused_at_the_commit(session):
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        answers.write(session, 4711, STORY, "van niemand")

    with pytest.raises(Exception, match="FOREIGN KEY"):
        journal.do(refused_at_the_commit)
    write(journal, entry_id, "daarna")
    count = journal.read(lambda session: session.connection().exec_driver_sql("SELECT count(*) FROM answer").scalar())
    assert count == 1


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("synchronous", 3),
        ("journal_mode", "delete"),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("fullfsync", 1),
        ("cipher_status", "1"),
    ],
)
def test_the_connection_is_as_careful_as_was_decided(journal: OpenJournal, pragma: str, value: object):
    found = journal.read(lambda session: session.connection().exec_driver_sql(f"PRAGMA {pragma}").scalar())
    assert found == value


def test_a_full_disk_loses_nothing_and_saving_resumes_when_there_is_room(journal: OpenJournal, entry_id: int):
    write(journal, entry_id, "eerder")
    room = journal.read(lambda session: session.connection().exec_driver_sql("PRAGMA page_count").scalar_one())

    def limit(pages: int) -> None:
        journal.read(lambda session: session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}").all())

    limit(room)
    for _ in range(3):
        with pytest.raises(CannotWrite):
            write(journal, entry_id, "x y " * 50_000)
        assert text_of(journal, entry_id) == "eerder"
    limit(1_000_000)
    write(journal, entry_id, "later")
    assert text_of(journal, entry_id) == "later"


def test_a_file_that_may_not_grow_is_a_full_disk_too(journal: OpenJournal, entry_id: int):
    write(journal, entry_id, "eerder")
    journal.close()

    def work(say):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with database.unlock(journal.folder, PASSPHRASE) as opened:
            size = opened.database.stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            for number in range(3):
                try:
                    write(opened, entry_id, f"{number} " * 200_000)
                except CannotWrite:
                    say(text_of(opened, entry_id))
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            write(opened, entry_id, "later")
            say(text_of(opened, entry_id))

    assert Child(work).rest() == ["eerder", "eerder", "eerder", "later"]


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another user can reach; pytest's own are closed to all but one."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("whole_folder", [True, False], ids=["folder", "database"])
def test_in_a_read_only_place_one_can_read_and_nothing_changes(open_to_all: Path, whole_folder: bool):
    folder = open_to_all / "journal"
    with database.create(folder, PASSPHRASE, ROOT, cost=CHEAP) as journal:
        entry_id = a_reflection(journal, a_journey(journal))
        write(journal, entry_id, "eerder")
    (folder / "journal.lock").unlink()
    before = contents(folder)
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555 if whole_folder else 0o777)

    def work(say):
        if os.getuid() == 0:
            os.setuid(65534)
        with database.unlock(folder, PASSPHRASE) as opened:
            say(text_of(opened, entry_id))
            try:
                write(opened, entry_id, "nieuw")
            except CannotWrite:
                say(text_of(opened, entry_id))

    said = Child(work).rest()
    folder.chmod(0o755)
    assert said == ["eerder", "eerder"]
    assert contents(folder) == before
