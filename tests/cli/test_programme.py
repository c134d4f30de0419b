"""``reisgezel-cli programme``: what its maker reads."""

import json
from pathlib import Path

import pytest

from journal.__main__ import main
from journal.cli.programme import schema

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "resources/programmes").glob("*.toml"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_good_file_is_called_good(file, capsys):
    assert main(["programme", "check", str(file)]) == 0
    assert ": go" in capsys.readouterr().out


def test_a_wrong_file_is_named_with_line_and_key(tmp_path, capsys):
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(SHIPPED[0].read_text("utf-8").replace("week = 4", "weak = 4"), "utf-8")
    assert main(["programme", "check", str(wrong)]) == 1
    line = next(n for n, text in enumerate(wrong.read_text("utf-8").split("\n"), 1) if "weak" in text)
    assert f"{wrong}:{line}: weak: " in capsys.readouterr().err


def test_a_file_that_is_not_there_is_an_input_at_fault(tmp_path):
    assert main(["programme", "check", str(tmp_path / "gone.toml")]) == 1


def test_without_a_file_the_usage_is_told():
    assert main(["programme"]) == 2
    with pytest.raises(SystemExit) as left:
        main(["programme", "check"])
    assert left.value.code == 2


def test_the_schema_in_the_handbook_is_the_one_of_the_models():
    written = (ROOT / "docs/programme.schema.json").read_text("utf-8")
    assert written == schema(), "reisgezel-cli programme schema > docs/programme.schema.json"
    assert json.loads(written)["required"] == ["format", "id", "version", "name", "summary", "sessions"]
