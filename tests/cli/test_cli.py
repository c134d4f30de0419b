"""The console twin, as a user at a terminal meets it."""

import json
import shutil
import subprocess
import sys

import pytest

from journal import sample
from journal.__main__ import main


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The sample journal, made once."""
    folder = tmp_path_factory.mktemp("told") / "journal"
    sample.write_sample(folder)
    return folder


@pytest.fixture
def journal_folder(told, tmp_path, monkeypatch):
    """A copy of the sample journal, with the passphrase in the environment."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("REISGEZEL_PASSPHRASE", sample.PASSPHRASE)
    return shutil.copytree(told, tmp_path / "journal")


def test_sample_is_made_once_and_never_over_something_else(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert main(["sample", str(tmp_path / "new")]) == 0
    assert sample.PASSPHRASE in capsys.readouterr().out
    before = {file: file.read_bytes() for file in (tmp_path / "new").iterdir() if file.is_file()}
    assert main(["sample", str(tmp_path / "new")]) == 1
    assert "already" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in (tmp_path / "new").iterdir() if file.is_file()} == before


def test_another_story_can_be_asked_for_and_help_says_which_there_are(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    with pytest.raises(SystemExit):
        main(["sample", "--help"])
    assert "marjan, aisha, hanneke, jeroen, petra, willem" in " ".join(capsys.readouterr().out.split())
    assert main(["sample", str(tmp_path / "petra"), "--story", "petra"]) == 0
    monkeypatch.setenv("REISGEZEL_PASSPHRASE", sample.PASSPHRASE)
    assert main(["export", str(tmp_path / "petra"), "--to", str(tmp_path / "all.md")]) == 0
    assert "Het halve vel" in (tmp_path / "all.md").read_text(encoding="utf-8")


def test_a_story_that_nobody_told_is_a_question_of_usage(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["sample", str(tmp_path / "new"), "--story", "niemand"])
    assert ended.value.code == 2
    assert "marjan" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_check_finds_the_sample_whole(journal_folder, capsys):
    assert main(["check", str(journal_folder)]) == 0
    out = capsys.readouterr().out
    assert "Opens: yes" in out
    assert "Whole: yes" in out
    assert "Henk" not in out


def test_the_passphrase_may_come_from_a_file(journal_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("REISGEZEL_PASSPHRASE")
    file = tmp_path / "passphrase.txt"
    file.write_text(sample.PASSPHRASE + "\n", encoding="utf-8")
    assert main(["check", str(journal_folder), "--passphrase-file", str(file)]) == 0
    assert main(["check", str(journal_folder), "--passphrase-file", str(tmp_path / "none.txt")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_wrong_passphrase_is_said_and_changes_nothing(journal_folder, monkeypatch, capsys):
    monkeypatch.setenv("REISGEZEL_PASSPHRASE", "iets anders")
    before = (journal_folder / "journal.db").read_bytes()
    assert main(["check", str(journal_folder)]) == 1
    assert "does not fit" in capsys.readouterr().err
    assert (journal_folder / "journal.db").read_bytes() == before


def test_no_journal_and_a_damaged_one_are_said(journal_folder, tmp_path, capsys):
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "no journal" in capsys.readouterr().err
    database = journal_folder / "journal.db"
    database.write_bytes(database.read_bytes()[:5000])
    assert main(["check", str(journal_folder)]) == 1
    assert "damaged" in capsys.readouterr().err
    assert len(database.read_bytes()) == 5000


def test_the_summary_becomes_a_pdf_without_names(journal_folder, tmp_path):
    from pypdf import PdfReader

    target = tmp_path / "summary.pdf"
    assert main(["export", str(journal_folder), "--to", str(target)]) == 0
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Marjan de Wit" in text
    assert "Henk" not in text
    assert "Fatima" not in text


def test_the_whole_journal_becomes_json_and_markdown(journal_folder, tmp_path):
    assert main(["export", str(journal_folder), "--to", str(tmp_path / "all.json")]) == 0
    assert main(["export", str(journal_folder), "--to", str(tmp_path / "all.MD")]) == 0
    whole = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    texts = [answer["text"] for entry in whole["journeys"][0]["entries"] for answer in entry["answers"]]
    assert any("Wandeling met Henk" in text for text in texts)
    assert "Wandeling met Henk" in (tmp_path / "all.MD").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["all.docx", "all"])
def test_another_ending_is_a_question_of_usage(journal_folder, tmp_path, name, capsys):
    assert main(["export", str(journal_folder), "--to", str(tmp_path / name)]) == 2
    assert ".pdf" in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_target_that_cannot_be_written_is_said(journal_folder, tmp_path, capsys):
    assert main(["export", str(journal_folder), "--to", str(tmp_path / "none" / "all.json")]) == 1
    assert "did not succeed" in capsys.readouterr().err


def test_usage_is_two_and_help_and_version_are_good(capsys):
    assert main([]) == 2
    for arguments, code in ((["--help"], 0), (["--version"], 0), (["dance"], 2), (["export", "x"], 2)):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == code
    capsys.readouterr()


def test_diagnose_tells_versions_and_places_and_no_content(journal_folder, tmp_path, capsys):
    (tmp_path / "config" / "Reisgezel").mkdir(parents=True)
    (tmp_path / "config" / "Reisgezel" / "settings.toml").write_text(f'journal = "{journal_folder}"\n')
    assert main(["--diagnose"]) == 0
    out = capsys.readouterr().out
    assert "sqlcipher3" in out
    assert str(journal_folder) in out
    assert "yes" in out
    assert "Marjan" not in out


def test_dutch_on_a_dutch_system(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main(["check", str(tmp_path / "nergens")]) == 1
    assert "staat geen dagboek" in capsys.readouterr().err


def test_it_runs_as_a_program_and_starts_lightly():
    heavy = "('sqlalchemy', 'pydantic', 'PySide6')"
    code = f"import sys; from journal.__main__ import parser; parser(); print([m for m in sys.modules if m in {heavy}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
