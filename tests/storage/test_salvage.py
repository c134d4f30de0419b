"""A damaged journal: every row that lies on whole pages comes back, and what is missing is told without guessing."""

import random
import sqlite3
from pathlib import Path

import pytest

from journal import sample
from journal.domain.backup_policy import Reason
from journal.domain.changes import Change, changes
from journal.errors import DamagedJournal
from journal.storage import (
    answers,
    backups,
    connection,
    copies,
    database,
    entries,
    journeys,
    key_file,
    keys,
    salvage,
    salvage_writing,
)
from journal.storage.database import OpenJournal
from journal.storage.health import check
from journal.storage.salvage_pages import Pages
from journal.storage.salvage_trees import Value
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.storage.beginnings import TODAY, TWO_DAYS, text_of

PAGE = 4096
KEY = keys.database_key(ROOT)
Contents = dict[str, dict[int, tuple[Value, ...]]]


@changes(Change.ANSWERS)
def write_much(session, journey_id):
    for number in range(110):
        form = ("note", "reflection", "case")[number % 3]
        entry_id = entries.start(session, journey_id, form, on=TODAY)
        answers.write(session, entry_id, "note.text", f"woord{number} en nog wat tékst " * (5 + number))
        answers.write(session, entry_id, "moment.name", f"naam {number}")


@pytest.fixture(scope="module")
def story(tmp_path_factory) -> tuple[bytes, Path]:
    """The bytes of the database of a journal with 110 entries, and its folder."""
    folder = tmp_path_factory.mktemp("story") / "journal"
    with database.create(folder, PASSPHRASE, ROOT, now=Clock(), cost=CHEAP) as journal:
        journey_id = journal.do(journeys.begin, "htc", began_on=TODAY, meetings=[TWO_DAYS])
        journal.do(write_much, journey_id)
        journal.do(answers.write, 5, "note.text", "een heel lang verhaal " * 3_000)
    return (folder / "journal.db").read_bytes(), folder


@pytest.fixture
def folder(story, tmp_path: Path) -> Path:
    made = tmp_path / "damaged"
    made.mkdir()
    (made / "journal.key").write_bytes((story[1] / "journal.key").read_bytes())
    return made


def damaged(folder: Path, whole: bytes, *pages: int) -> salvage.Salvaged:
    data = bytearray(whole)
    for page in pages:
        data[(page - 1) * PAGE + 77 : (page - 1) * PAGE + 300] = bytes(223)
    (folder / "journal.db").write_bytes(data)
    return salvage.read(folder, ROOT)


def rows(
    database_file: Path, ask="SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'answer_fts%'"
):
    opened = connection.connect(database_file, KEY, "ro")
    names = [row[0] for row in opened.execute(ask).fetchall()]
    all_of = "SELECT rowid, * FROM {}"
    found = {name: {row[0]: row[1:] for row in opened.execute(all_of.format(name))} for name in names}
    opened.close()
    return found


def lost_by(database_file: Path) -> dict[int, tuple[str, int]]:
    """By SQLite's own account: which table each page is of, and how many rows go when it does."""
    pages = Pages(database_file, KEY)
    plain = sqlite3.connect(":memory:")  # never on a disk
    plain.deserialize(b"".join((pages.read(number) or b"").ljust(PAGE, b"\0") for number in range(1, pages.count + 1)))
    if not plain.execute("SELECT 1 FROM pragma_compile_options WHERE compile_options LIKE '%DBSTAT%'").fetchone():
        pytest.skip("this SQLite cannot tell what its pages hold")
    asked = "SELECT s.pageno, s.name, s.pagetype, s.ncell, m.type FROM dbstat s JOIN sqlite_master m ON m.name = s.name"
    found = {}
    for page, name, kind, cells, of in plain.execute(asked).fetchall():
        if of == "table" and not name.startswith("answer_fts"):
            found[page] = (name, {"leaf": cells, "overflow": 1, "internal": 0}[kind])
    plain.close()
    return found


def as_read(found: salvage.Salvaged) -> Contents:
    return {
        name: {number: tuple(row.values()) for number, row in table.named().items()}
        for name, table in found.tables.items()
    }


def in_order(found: salvage.Salvaged, whole: Contents) -> bool:
    """Whether every row that was read is exactly the row that was written."""
    return all(
        set(row) == set(whole[name][number]) for name, table in as_read(found).items() for number, row in table.items()
    )


def test_a_whole_journal_is_read_whole(folder, story):
    found = damaged(folder, story[0])
    assert {name: set(table.rows) for name, table in found.tables.items()} == {
        name: set(table) for name, table in rows(story[1] / "journal.db").items()
    }
    assert in_order(found, rows(story[1] / "journal.db"))
    assert (found.bad_pages, found.whole, len(found.parts), found.missing) == (0, 110, 110, ())
    assert not found.may_miss_more


def test_with_any_one_page_damaged_exactly_the_rows_on_it_are_lost(folder, story):
    truth, costs = rows(story[1] / "journal.db"), lost_by(story[1] / "journal.db")
    for page in range(2, len(story[0]) // PAGE + 1):
        found = damaged(folder, story[0], page)
        name, cost = costs.get(page, ("", 0))
        lost = {table: len(truth[table]) - len(found.tables[table].rows) for table in truth}
        assert {table: number for table, number in lost.items() if number} == ({name: cost} if cost else {}), page
        assert in_order(found, truth)
        assert found.bad_pages == 1
        assert len(found.parts) == 110


@pytest.mark.parametrize("seed", range(12))
def test_with_many_pages_damaged_all_rows_on_whole_pages_come_back_in_a_whole_journal(folder, story, tmp_path, seed):
    chance = random.Random(seed)
    pages = chance.sample(range(2, len(story[0]) // PAGE + 1), chance.randint(2, 25))
    truth, costs = rows(story[1] / "journal.db"), lost_by(story[1] / "journal.db")
    found = damaged(folder, story[0], *pages)
    before = (folder / "journal.db").read_bytes()
    assert in_order(found, truth)
    at_most = sum(costs.get(page, ("", 0))[1] for page in pages)
    assert sum(len(truth[name]) - len(found.tables[name].rows) for name in truth) <= at_most
    salvage_writing.write(found, tmp_path / "saved")
    with database.unlock(tmp_path / "saved", PASSPHRASE) as saved:
        assert check(saved).good
        for answer in found.tables["answer"].named().values():
            assert text_of(saved, answer["entry_id"], answer["prompt_id"]) == answer["text"]
    assert (folder / "journal.db").read_bytes() == before


@pytest.mark.parametrize("region", ["start", "first page", "salt"])
def test_without_the_start_of_the_file_the_rows_are_still_found(folder, story, tmp_path, region):
    data = bytearray(story[0])
    a, b = {"start": (0, 512), "first page": (0, PAGE), "salt": (3, 4)}[region]
    data[a:b] = bytes(255 - sign for sign in data[a:b])
    (folder / "journal.db").write_bytes(data)
    with pytest.raises(DamagedJournal) as told:
        database.unlock(folder, PASSPHRASE)
    assert told.value.root == ROOT
    found = salvage.read(folder, ROOT)
    truth = rows(story[1] / "journal.db")
    assert not found.sealed
    for name in ("journey", "entry", "answer", "meeting"):
        assert set(found.tables[name].rows) == set(truth[name])
    assert in_order(found, truth)
    salvage_writing.write(found, tmp_path / "saved")
    with database.unlock(tmp_path / "saved", PASSPHRASE) as saved:
        assert check(saved).good
        assert text_of(saved, 5, "note.text") == "een heel lang verhaal " * 3_000


@pytest.mark.parametrize("part", [0.1, 0.4, 0.7, 0.95])
def test_of_a_file_that_was_cut_off_what_is_left_is_read(folder, story, part, tmp_path):
    (folder / "journal.db").write_bytes(story[0][: int(len(story[0]) * part)])
    truth, costs = rows(story[1] / "journal.db"), lost_by(story[1] / "journal.db")
    left = int(len(story[0]) * part) // PAGE
    gone = sum(cost for page, (_name, cost) in costs.items() if page > left)
    found = salvage.read(folder, ROOT)
    assert in_order(found, truth)
    assert found.bad_pages == len(story[0]) // PAGE - left
    assert sum(len(truth[name]) - len(found.tables[name].rows) for name in truth) <= gone
    salvage_writing.write(found, tmp_path / "saved")
    with database.unlock(tmp_path / "saved", PASSPHRASE) as saved:
        assert check(saved).good


def test_a_flipped_bit_anywhere_costs_the_rows_of_one_page_and_never_changes_a_word(folder, story):
    truth, costs = rows(story[1] / "journal.db"), lost_by(story[1] / "journal.db")
    chance = random.Random(7)
    flips = 120
    for _ in range(flips):
        place = chance.randrange(PAGE * 8, len(story[0]) * 8)
        data = bytearray(story[0])
        data[place // 8] ^= 1 << place % 8
        (folder / "journal.db").write_bytes(data)
        found = salvage.read(folder, ROOT)
        name, cost = costs.get(place // 8 // PAGE + 1, ("", 0))
        lost = {table: len(truth[table]) - len(found.tables[table].rows) for table in truth}
        assert {table: number for table, number in lost.items() if number} == ({name: cost} if cost else {})
        assert in_order(found, truth)
    print(f"{flips} bits flipped one by one: only rows of that page lost, no word changed")


def test_cut_off_anywhere_every_row_on_the_pages_that_are_left_is_read(folder, story):
    truth = rows(story[1] / "journal.db")
    chance = random.Random(8)
    for _ in range(40):
        (folder / "journal.db").write_bytes(story[0][: chance.randrange(8 * PAGE, len(story[0]))])
        try:
            found = salvage.read(folder, ROOT)
        except DamagedJournal:
            continue
        assert in_order(found, truth)


@pytest.mark.parametrize("part", [slice(0, 4096), slice(100, 300)])
def test_of_a_whole_journey_without_its_first_page_every_row_of_every_table_comes_back(tmp_path, part):
    sample.write_sample(tmp_path / "journal")
    root = key_file.read(tmp_path / "journal" / "journal.key").root(sample.PASSPHRASE)
    with database.unlock(tmp_path / "journal", sample.PASSPHRASE) as journal:
        counts = check(journal).counts
    data = bytearray((tmp_path / "journal" / "journal.db").read_bytes())
    data[part] = bytes(len(data[part]))
    (tmp_path / "journal" / "journal.db").write_bytes(data)
    found = salvage.read(tmp_path / "journal", root)
    assert {name: len(found.tables[name].rows) for name in counts} == counts
    assert found.whole == len(found.parts) == counts["entry"]


def test_a_lost_entry_is_told_by_its_kind_and_day_and_its_texts_get_an_entry_again(folder, story, tmp_path):
    costs = lost_by(story[1] / "journal.db")
    page = next(page for page, (name, cost) in costs.items() if name == "entry" and cost)
    found = damaged(folder, story[0], page)
    assert len(found.missing) == costs[page][1]
    assert {part.on for part in found.missing} == {TODAY.isoformat()}
    assert {part.form_id for part in found.missing} <= {"note", "reflection", "case"}
    salvage_writing.write(found, tmp_path / "saved")
    with database.unlock(tmp_path / "saved", PASSPHRASE) as saved:
        lost = found.missing[0]
        entry = saved.read(entries.whole, lost.entry_id)
        assert (entry.entry.form_id, entry.entry.written_on) == (lost.form_id, TODAY)
        assert entry.answers["moment.name"].text.startswith("naam ")


def test_a_key_that_does_not_fit_or_a_file_of_something_else_gives_nothing(folder, story):
    (folder / "journal.db").write_bytes(story[0])
    with pytest.raises(DamagedJournal):
        salvage.read(folder, bytes(20))
    (folder / "journal.db").write_bytes(random.Random(1).randbytes(40 * PAGE))
    with pytest.raises(DamagedJournal):
        salvage.read(folder, ROOT)
    (folder / "journal.db").write_bytes(b"")
    with pytest.raises(DamagedJournal):
        salvage.read(folder, ROOT)


def test_what_was_written_after_the_backup_is_brought_into_it(journal: OpenJournal, clock, tmp_path):
    journey_id = journal.do(journeys.begin, "htc", began_on=TODAY, meetings=[TWO_DAYS])
    journal.do(write_much, journey_id)
    backup = backups.make(journal, Reason.CLOSE)
    clock.later(hours=3)
    journal.do(answers.write, 100, "note.text", "anders dan in de reservekopie")
    newer = journal.do(entries.start, journey_id, "note", on=TODAY)
    journal.do(answers.write, newer, "note.text", "van na de reservekopie")
    journal.close()
    whole = journal.database.read_bytes()
    costs = lost_by(journal.database)
    last = max(rows(journal.database)["answer"])
    page = next(page for page, (name, cost) in sorted(costs.items()) if name == "answer" and cost > 1)
    found = damaged(journal.folder, whole, page)
    assert last in found.tables["answer"].rows
    copies.open_copy(backup.path, tmp_path / "back")
    with database.unlock(tmp_path / "back", PASSPHRASE) as back:
        assert salvage_writing.bring_after(found, back)
        assert check(back).good
        assert text_of(back, newer, "note.text") == "van na de reservekopie"
        for number in range(1, 110):
            assert text_of(back, number, "moment.name") == f"naam {number - 1}"
        assert text_of(back, 100, "note.text") == "anders dan in de reservekopie"


def test_a_backup_of_another_line_is_left_as_it_is(folder, story, tmp_path):
    found = damaged(folder, story[0], 40)
    with database.create(tmp_path / "other", PASSPHRASE, ROOT, cost=CHEAP) as other:
        journey_id = other.do(journeys.begin, "htc", began_on=TODAY, meetings=[])
        entry_id = other.do(entries.start, journey_id, "note", on=TODAY)
        other.do(answers.write, entry_id, "note.text", "van een ander")
        assert not salvage_writing.bring_after(found, other)
        assert text_of(other, entry_id, "note.text") == "van een ander"
