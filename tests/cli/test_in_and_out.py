"""The console twin of In en uit."""

import datetime as dt
from pathlib import Path

import pytest

from journal.__main__ import main
from journal.storage import copies, database, entries, journeys
from journal.storage.keys import new_root
from tests.conftest import CHEAP, PASSPHRASE
from tests.storage.two_copies import base

NEW = "een heel nieuwe wachtzin voor thuis"


@pytest.fixture
def journal_there(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("REISGEZEL_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("LANG", "nl_NL")
    return base(tmp_path / "j")


def test_out_as_an_archive_and_in_again_with_another_passphrase(journal_there: Path, tmp_path, capsys, monkeypatch):
    assert main(["archive", str(journal_there), "--to", str(tmp_path / "a.zip")]) == 0
    assert main(["archive", str(journal_there), "--to", str(tmp_path / "a.txt")]) == 2
    monkeypatch.setenv("REISGEZEL_PASSPHRASE", "kort")
    assert main(["open-archive", str(tmp_path / "a.zip"), "--to", str(tmp_path / "new")]) == 2
    monkeypatch.setenv("REISGEZEL_PASSPHRASE", NEW)
    assert main(["open-archive", str(tmp_path / "a.zip"), "--to", str(tmp_path / "new")]) == 0
    code = capsys.readouterr().out.rstrip().rpartition(" ")[2]
    with database.unlock_with_recovery(tmp_path / "new", code) as opened:
        assert opened.read(journeys.current) is not None
    (tmp_path / "b.zip").write_bytes(b"niets")
    assert main(["open-archive", str(tmp_path / "b.zip"), "--to", str(tmp_path / "other")]) == 1


def test_a_copy_is_merged_and_another_journal_refused(journal_there: Path, tmp_path: Path, capsys):
    with database.unlock(journal_there, PASSPHRASE) as journal:
        copies.write_copy(journal, tmp_path / "start.reisgezel")
    copies.open_copy(tmp_path / "start.reisgezel", tmp_path / "other")
    with database.unlock(tmp_path / "other", PASSPHRASE) as other:
        other.do(entries.start, 1, "note", on=dt.date(2026, 11, 20), title="thuis")
        copies.write_copy(other, tmp_path / "thuis.reisgezel")
    assert main(["merge", str(journal_there), str(tmp_path / "thuis.reisgezel")]) == 0
    with database.unlock(journal_there, PASSPHRASE) as journal:
        assert "thuis" in [line.title for line in journal.read(entries.listed, 1, ["note"])]
    assert main(["merge", str(journal_there), str(tmp_path / "thuis.reisgezel")]) == 0
    with database.create(tmp_path / "x", PASSPHRASE, new_root(), cost=CHEAP) as stranger:
        copies.write_copy(stranger, tmp_path / "x.reisgezel")
    capsys.readouterr()
    assert main(["merge", str(journal_there), str(tmp_path / "x.reisgezel")]) == 1
    assert "x.reisgezel" in capsys.readouterr().err


def test_another_diary_is_looked_at_and_read_in(journal_there: Path, tmp_path: Path):
    (tmp_path / "oud").mkdir()
    (tmp_path / "oud" / "2020-01-02.md").write_text("langs het wad")
    (tmp_path / "oud" / "film.txt").write_bytes(b"\0")
    for arguments, many in ((["--only-look"], 0), ([], 1), ([], 1)):
        assert main(["read-in", str(journal_there), str(tmp_path / "oud"), *arguments]) == 0
        with database.unlock(journal_there, PASSPHRASE) as journal:
            found = [line for line in journal.read(entries.listed, 1, ["note"]) if line.written_on.year == 2020]
            assert len(found) == many
    (tmp_path / "leeg").mkdir()
    assert main(["read-in", str(journal_there), str(tmp_path / "leeg")]) == 1
