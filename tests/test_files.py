import pytest

from journal import files
from journal.errors import CannotWrite
from journal.export import pdf


def test_a_saved_file_holds_exactly_the_bytes_and_nothing_lies_beside_it(tmp_path):
    target = tmp_path / "Intervisie Marjan.pdf"
    pdf.save(b"eerst", target)
    files.save(b"daarna", target)
    assert target.read_bytes() == b"daarna"
    assert [path.name for path in tmp_path.iterdir()] == ["Intervisie Marjan.pdf"]


def test_a_folder_that_is_not_there_says_so(tmp_path):
    target = tmp_path / "weg" / "intervisie.pdf"
    with pytest.raises(CannotWrite) as trouble:
        files.save(b"tekst", target)
    assert trouble.value.path == target
    assert trouble.value.detail


def test_a_target_that_cannot_be_replaced_stays_as_it_was_and_leaves_no_rests(tmp_path):
    target = tmp_path / "map.pdf"
    target.mkdir()
    (target / "inhoud").write_text("blijft")
    with pytest.raises(CannotWrite):
        files.save(b"tekst", target)
    assert (target / "inhoud").read_text() == "blijft"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path):
    target = tmp_path / f"{'n' * 251}.pdf"
    files.save(b"tekst", target)
    assert target.read_bytes() == b"tekst"


def test_a_large_file_is_brought_to_the_disk_bit_by_bit(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(files.os, "fsync", lambda _handle: synced.append(1))
    with (tmp_path / "large").open("wb") as plain:
        steady = files.Steady(plain)
        for _ in range(20):
            steady.write(b"x" * (files.Steady.EVERY_BYTES // 8))
        assert steady.tell() == 20 * (files.Steady.EVERY_BYTES // 8)
    assert len(synced) == 2
