"""The open archive: everything is in it, and a journal can be made of it that holds the same."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from journal import open_archive, stories
from journal.errors import (
    BadArchive,
    CannotRead,
    CannotWrite,
    ForeignFile,
    GuidanceError,
    JournalExists,
    NewerJournal,
    Stopped,
)
from journal.sample import write_sample
from journal.steps import Steps
from journal.storage import answers, archive_in, attachments, database, keys
from journal.storage.archive_schema import schema
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import TODAY, a_reflection, text_of
from tests.storage.random_journals import everything, put, rows

OTHER = bytes(range(20, 40))
NEW = "een heel nieuwe wachtzin voor thuis"


@pytest.fixture
def archive(journal: OpenJournal, tmp_path: Path) -> Path:
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "Een wandeling\nlangs het wad, met ‘één’ kop koffie")
    journal.do(attachments.add, entry_id, "photo", b"\xff\xd8foto\xff\xd9", width=4, height=3, thumbnail=b"\x89PNGx")
    target = tmp_path / "Reisgezel.zip"
    open_archive.write(journal, target)
    return target


def read_in(file: Path, folder: Path, **named) -> OpenJournal:
    open_archive.read_in(file, folder, NEW, OTHER, cost=CHEAP, **named)
    return database.unlock(folder, NEW)


def test_an_archive_becomes_a_journal_with_its_own_passphrase_and_code(archive: Path, journal, tmp_path: Path):
    before = everything(journal)
    with read_in(archive, tmp_path / "thuis") as there:
        assert everything(there) == before
        assert check(there).good
        assert there.recovery_code() == keys.recovery_code(OTHER)
        assert text_of(there, 1).startswith("Een wandeling")


def test_an_archive_of_what_was_read_in_is_the_same_archive(archive: Path, tmp_path: Path):
    with read_in(archive, tmp_path / "thuis") as there:
        open_archive.write(there, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()


@settings(max_examples=25, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(made=rows())
def test_any_journal_comes_back_from_its_archive_as_it_was(made, tmp_path_factory):
    place = tmp_path_factory.mktemp("round")
    with database.create(place / "one", PASSPHRASE, ROOT, cost=CHEAP) as one:
        one.do(put, made)
        before = everything(one)
        open_archive.write(one, place / "one.zip")
    with read_in(place / "one.zip", place / "two") as two:
        assert everything(two) == before
        open_archive.write(two, place / "two.zip")
    assert (place / "two.zip").read_bytes() == (place / "one.zip").read_bytes()


@pytest.mark.parametrize("story", stories.names())
def test_the_journal_of_a_whole_journey_comes_back_and_can_be_read(story: str, tmp_path: Path):
    write_sample(tmp_path / "one", story=story, today=TODAY, passphrase=PASSPHRASE)
    with database.unlock(tmp_path / "one", PASSPHRASE) as one:
        before = everything(one)
        open_archive.write(one, tmp_path / "one.zip")
    with read_in(tmp_path / "one.zip", tmp_path / "two") as two:
        assert everything(two) == before
    with zipfile.ZipFile(tmp_path / "one.zip") as box:
        names = box.namelist()
        index = next(name for name in names if name.endswith("index.md"))
        told = box.read(index).decode()
        assert told.startswith("# ")
        for line in told.splitlines():
            if line.startswith("- ["):
                assert index.rpartition("/")[0] + "/" + line.rpartition("(")[2].rstrip(")") in names
        assert "niet op slot" in box.read("README.md").decode()
        assert "not locked" in box.read("README.md").decode()


def test_what_is_in_an_archive_can_be_read_without_the_app(archive: Path):
    with zipfile.ZipFile(archive) as box:
        told = json.loads(box.read("journal.json"))
        assert told["format"] == 2
        assert told["tables"]["answer"][0]["text"].startswith("Een wandeling")
        assert told["tables"]["attachment_data"][0]["data"] == "pictures/1.jpg"
        assert box.read("pictures/1.jpg") == b"\xff\xd8foto\xff\xd9"
        assert box.getinfo("pictures/1.jpg").compress_type == zipfile.ZIP_STORED
        assert json.loads(box.read("journal.schema.json")) == schema()
        page = next(name for name in box.namelist() if name.endswith("-1.md"))
        assert "langs het wad" in box.read(page).decode()
        assert "](../../pictures/1.jpg)" in box.read(page).decode()


def test_the_schema_in_the_handbook_is_the_one_of_the_tables():
    written = Path("docs/archive.schema.json").read_text(encoding="utf-8")
    assert json.loads(written) == json.loads(json.dumps(schema()))


def changed(archive: Path, change) -> Path:
    """The same archive with another ``journal.json``."""
    with zipfile.ZipFile(archive) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    told = json.loads(parts["journal.json"])
    change(told)
    parts["journal.json"] = json.dumps(told).encode()
    made = archive.with_name("changed.zip")
    with zipfile.ZipFile(made, "w") as box:
        for name, data in parts.items():
            box.writestr(name, data)
    return made


def _set(table: str, column: str, value: object):
    return lambda told: told["tables"][table][0].update({column: value})


WRONG = [
    _set("entry", "journey_id", 99),
    _set("entry", "written_on", "gisteren"),
    _set("entry", "created_at", "2026-11-20T19:14:00"),
    _set("entry", "depth", "deep"),
    _set("entry", "extra", 1),
    _set("entry", "id", "1"),
    _set("entry", "id", -1),
    _set("entry", "id", 2**63),
    _set("answer", "settled", 1),
    _set("answer", "text", None),
    _set("answer", "text", "\ud800"),
    _set("attachment", "width", 10**12),
    _set("attachment", "width", 1.5),
    _set("attachment", "kind", "film"),
    _set("attachment_data", "data", "../../etc/passwd"),
    _set("attachment_data", "data", "pictures/2.jpg"),
    _set("attachment_data", "data", "journal.json"),
    _set("attachment_data", "data", {"deep": []}),
    lambda told: told["tables"].update({"secret": [{"a": 1}]}),
    lambda told: told["tables"]["answer"].append(dict(told["tables"]["answer"][0])),
    lambda told: told["tables"]["answer"][0].pop("updated_at"),
    lambda told: told.update(format=1),
    lambda told: told.update(format="2"),
]


@pytest.mark.parametrize("change", WRONG)
def test_an_archive_that_was_changed_for_the_worse_is_refused_as_a_whole(archive: Path, tmp_path: Path, change):
    made = changed(archive, change)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(BadArchive):
        read_in(made, tmp_path / "thuis")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_an_archive_written_by_hand_may_leave_out_what_has_a_usual_value(archive: Path, tmp_path: Path):
    def shorter(told):
        for name in ("uid", "title", "caused_by_id", "imported_from"):
            told["tables"]["entry"][0].pop(name)

    with read_in(changed(archive, shorter), tmp_path / "thuis") as there:
        assert text_of(there, 1).startswith("Een wandeling")


def test_a_newer_archive_and_an_unknown_programme_say_so(archive: Path, tmp_path: Path):
    with pytest.raises(NewerJournal):
        read_in(changed(archive, lambda told: told.update(format=3)), tmp_path / "thuis")
    with pytest.raises(GuidanceError):
        read_in(changed(archive, _set("journey", "programme_id", "nobody")), tmp_path / "thuis")
    assert not (tmp_path / "thuis").exists()


def test_another_file_is_no_archive(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as box:
        box.writestr("vakantie.jpg", b"x")
    for name in ("a.zip", "b.zip"):
        assert not archive_in.is_archive(tmp_path / name)
        with pytest.raises(ForeignFile):
            read_in(tmp_path / name, tmp_path / "thuis")
    with pytest.raises(CannotRead):
        read_in(tmp_path / "none.zip", tmp_path / "thuis")


def test_a_zip_bomb_is_refused_before_it_unpacks(archive: Path, tmp_path: Path):
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as box:
        box.writestr("pictures/9.bin", bytes(300_000_000))
    with pytest.raises(BadArchive):
        read_in(archive, tmp_path / "thuis")


def test_an_archive_that_is_pressed_in_another_way_is_refused(archive: Path, tmp_path: Path):
    with zipfile.ZipFile(archive) as box:
        told = box.read("journal.json")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_LZMA) as box:
        box.writestr("journal.json", told)
    data = bytearray(archive.read_bytes())
    data[data.index(b"journal.json") + len("journal.json") + 4] = 0xFF  # what presses it cannot make sense of this
    archive.write_bytes(data)
    with pytest.raises(BadArchive):
        read_in(archive, tmp_path / "thuis")
    assert not (tmp_path / "thuis").exists()


def test_reading_in_never_takes_the_place_of_something(archive: Path, journal: OpenJournal):
    with pytest.raises(JournalExists):
        read_in(archive, journal.folder)


def test_stopping_leaves_nothing_behind(archive: Path, journal: OpenJournal, tmp_path: Path):
    stopped = Steps()
    stopped.stop()
    before = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    with pytest.raises(Stopped):
        read_in(archive, tmp_path / "thuis", steps=stopped)
    with pytest.raises(Stopped):
        open_archive.write(journal, archive, stopped)
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir()} == before


def test_an_archive_that_cannot_be_written_leaves_nothing(journal: OpenJournal, tmp_path: Path):
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CannotWrite):
        open_archive.write(journal, tmp_path / "gone" / "a.zip")
    assert sorted(tmp_path.iterdir()) == before


def test_an_archive_is_made_while_one_writes_on(journal: OpenJournal, tmp_path: Path):
    entry_id = a_reflection(journal)
    seen: list[int] = []

    def write_on(done: int, total: int) -> None:
        assert done <= total
        seen.append(done)
        journal.do(answers.write, entry_id, "moment.story", f"terwijl {len(seen)}")

    open_archive.write(journal, tmp_path / "a.zip", Steps(write_on))
    assert seen
