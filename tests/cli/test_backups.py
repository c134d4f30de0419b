"""Backups at the console: make, list, put back, and save what of a damaged journal can be read."""

import shutil
from pathlib import Path

import pytest

from journal import sample
from journal.__main__ import main
from journal.storage import database


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("told") / "journal"
    sample.write_sample(folder)
    return folder


@pytest.fixture
def journal_folder(told, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("REISGEZEL_PASSPHRASE", sample.PASSPHRASE)
    return shutil.copytree(told, tmp_path / "journal")


def test_a_backup_is_made_listed_and_put_back(journal_folder, tmp_path, capsys):
    (tmp_path / "usb").mkdir()
    assert main(["backup", str(journal_folder), "--also-to", str(tmp_path / "usb")]) == 0
    assert "Also in" in capsys.readouterr().out
    (copy,) = (tmp_path / "usb").iterdir()
    assert main(["backup", str(journal_folder), "--also-to", str(tmp_path / "gone")]) == 0
    assert "not there now" in capsys.readouterr().out
    assert main(["backup", str(journal_folder), "--list"]) == 0
    assert copy.name in capsys.readouterr().out
    assert main(["restore", str(copy), "--to", str(tmp_path / "back")]) == 0
    database.unlock(tmp_path / "back", sample.PASSPHRASE).close()
    assert main(["restore", str(copy), "--to", str(tmp_path / "back")]) == 1
    assert main(["restore", str(journal_folder / "journal.key"), "--to", str(tmp_path / "x")]) == 1


def test_what_of_a_damaged_journal_can_be_read_is_shown_and_saved(journal_folder, tmp_path, capsys):
    code = ""
    with database.unlock(journal_folder, sample.PASSPHRASE) as journal:
        code = journal.recovery_code()
    data = bytearray((journal_folder / "journal.db").read_bytes())
    data[:4096] = bytes(4096)
    (journal_folder / "journal.db").write_bytes(data)
    assert main(["check", str(journal_folder)]) == 1
    assert main(["salvage", str(journal_folder)]) == 0
    said = capsys.readouterr().out
    assert "parts are whole" in said
    assert "start of the file" in said
    assert main(["salvage", str(journal_folder), "--to", str(tmp_path / "saved"), "--recovery-code", code]) == 0
    assert main(["check", str(tmp_path / "saved")]) == 0
    assert "Whole: yes" in capsys.readouterr().out
    assert (journal_folder / "journal.db").read_bytes() == data
    assert main(["salvage", str(tmp_path / "nothing")]) == 1
