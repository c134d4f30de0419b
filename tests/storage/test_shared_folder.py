"""A folder that something else carries between two laptops."""

from pathlib import Path

import pytest

from journal.errors import CannotWrite
from journal.storage import database, entries, keys, merge, shared_folder
from tests.conftest import CHEAP, PASSPHRASE, Clock
from tests.storage.beginnings import TODAY
from tests.storage.two_copies import base, copy_of, texts


@pytest.fixture
def home(tmp_path: Path):
    """Two laptops and the folder between them."""
    begun, folder = base(tmp_path / "base"), tmp_path / "OneDrive"
    folder.mkdir()
    with copy_of(begun, tmp_path / "a", Clock()) as one, copy_of(begun, tmp_path / "b", Clock()) as other:
        yield one, other, folder


def test_what_one_laptop_lays_down_the_other_finds_once(home):
    one, other, folder = home
    one.do(entries.start, 1, "note", on=TODAY, title="van thuis")
    assert shared_folder.lay_down(one, folder, "laptop thuis")
    assert [file.name for file in folder.iterdir()] == ["Reisgezel laptop thuis.reisgezel"]
    (found,) = shared_folder.look(other, folder, "laptop werk").waiting
    assert found.called == "laptop thuis"
    merge.merge_copy(other, found.file, found.called)
    shared_folder.merged(other, found)
    assert "van thuis" in texts(other)
    assert not shared_folder.look(other, folder, "laptop werk").waiting
    one.do(entries.start, 1, "note", on=TODAY, title="later")
    assert shared_folder.lay_down(one, folder, "laptop thuis")
    assert len(shared_folder.look(other, folder, "laptop werk").waiting) == 1


def test_a_journal_that_did_not_change_is_not_laid_down_again(home):
    one, _, folder = home
    assert shared_folder.lay_down(one, folder, "thuis")
    assert not shared_folder.lay_down(one, folder, "thuis")
    assert shared_folder.lay_down(one, folder, "thuis boven")


def test_ones_own_copy_is_not_offered_and_a_conflicting_one_is(home):
    one, other, folder = home
    shared_folder.lay_down(one, folder, "thuis")
    assert not shared_folder.look(one, folder, "thuis").waiting
    data = (folder / "Reisgezel thuis.reisgezel").read_bytes()
    for name in (
        "Reisgezel thuis-DESKTOP-4F.reisgezel",
        "Reisgezel thuis (conflicted copy 2026-11-20).reisgezel",
        "Reisgezel thuis.sync-conflict-20261120-101010-ABC.reisgezel",
        "Reisgezel thuis.reisgezel (1)",
    ):
        (folder / name).write_bytes(data)
    assert len(shared_folder.look(one, folder, "thuis").waiting) == 4
    assert len(shared_folder.look(other, folder, "werk").waiting) == 5


def test_half_a_copy_waits_and_another_journal_is_left_alone(home, tmp_path: Path):
    one, other, folder = home
    shared_folder.lay_down(one, folder, "thuis")
    file = folder / "Reisgezel thuis.reisgezel"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    found = shared_folder.look(other, folder, "werk")
    assert (found.waiting, found.half) == ((), (file.name,))
    file.write_bytes(whole)
    assert shared_folder.look(other, folder, "werk").waiting
    file.unlink()
    with database.create(tmp_path / "x", PASSPHRASE, keys.new_root(), cost=CHEAP) as stranger:
        shared_folder.lay_down(stranger, folder, "van een ander")
    found = shared_folder.look(other, folder, "werk")
    assert (found.waiting, found.others) == ((), 1)


def test_a_folder_that_is_gone_holds_nothing_and_says_so_when_written_to(home):
    one, _, folder = home
    gone = folder / "usb"
    assert shared_folder.look(one, gone, "thuis") == shared_folder.Found()
    with pytest.raises(CannotWrite):
        shared_folder.lay_down(one, gone, "thuis")


@pytest.mark.parametrize(
    ("device", "name"),
    [("laptop thuis", "laptop thuis"), ("../../etc/x", "etc x"), ("...", "laptop"), ("a" * 99, "a" * 60)],
)
def test_a_name_of_a_device_is_a_name_of_a_file(tmp_path: Path, device: str, name: str):
    assert shared_folder.file_of(tmp_path, device) == tmp_path / f"Reisgezel {name}.reisgezel"


def test_a_spoiled_memory_is_begun_anew(home):
    one, other, folder = home
    shared_folder.lay_down(one, folder, "thuis")
    for text in ("{", "[]", '{"merged": 3}', "[" * 100_000):
        (other.folder / shared_folder.MEMORY).write_text(text)
        assert len(shared_folder.look(other, folder, "werk").waiting) == 1
