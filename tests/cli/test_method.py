"""``reisgezel-cli method``: what the maker of a method reads."""

import json
import re
from pathlib import Path

import pytest

from journal import text
from journal.__main__ import main
from journal.cli.method import schema

ROOT = Path(__file__).parents[2]
HANDBOOK = (ROOT / "docs/method-file.md").read_text("utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", HANDBOOK, re.DOTALL)[1]


@pytest.fixture
def example(tmp_path) -> Path:
    file = tmp_path / "walk.toml"
    file.write_text(EXAMPLE, "utf-8")
    return file


def test_the_example_of_the_handbook_is_called_good(example, capsys):
    assert main(["method", "check", str(example)]) == 0
    text.use("en")
    assert main(["method", "check", str(example)]) == 0
    told = capsys.readouterr().out
    assert re.search(r"minute[ns]\D+50", told)


def test_a_wrong_file_is_named_with_line_and_key(example, capsys):
    example.write_text(EXAMPLE.replace("minutes = 10", "minuten = 10"), "utf-8")
    assert main(["method", "check", str(example)]) == 1
    line = next(n for n, told in enumerate(example.read_text("utf-8").split("\n"), 1) if "minuten" in told)
    assert f"{example}:{line}: minuten: " in capsys.readouterr().err


def test_a_file_that_is_not_there_or_is_no_method_is_an_input_at_fault(tmp_path):
    assert main(["method", "check", str(tmp_path / "gone.toml")]) == 1
    assert main(["method", "check", str(next((ROOT / "resources/programmes").glob("*.toml")))]) == 1


def test_without_a_file_the_usage_is_told():
    assert main(["method"]) == 2


def test_the_schema_in_the_handbook_is_the_one_of_the_model():
    written = (ROOT / "docs/method.schema.json").read_text("utf-8")
    assert written == schema(), "reisgezel-cli method schema > docs/method.schema.json"
    assert json.loads(written)["required"] == ["id", "name", "summary", "steps", "format"]


def test_the_handbook_names_every_sheet_and_every_question_that_can_be_asked():
    known = json.loads(schema())
    sheets = known["properties"]["sheets"]["items"]["enum"]
    assert all(f"`{sheet}`" in HANDBOOK for sheet in sheets)
    assert set(re.findall(r"`(case\.\w+)`", HANDBOOK)) <= set(method_prompts())


def method_prompts():
    from journal.method_files import case_prompts

    return case_prompts()
