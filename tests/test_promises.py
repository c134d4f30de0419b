"""The promises on paper are held by tests that exist, and the index of decisions names every one of them."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_promise_names_tests_that_exist():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/promises.md").read_text("utf-8"))
    assert named
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), f"{file}::{test}"


def test_every_decision_stands_in_the_index_and_has_the_same_parts():
    folder = ROOT / "docs/decisions"
    index = (folder / "README.md").read_text("utf-8")
    for file in sorted(folder.glob("0*.md")):
        assert f"({file.name})" in index, file.name
        parts = re.findall(r"^## (.+)$", file.read_text("utf-8"), re.MULTILINE)
        assert [part for part in parts if part in {"Context", "Decision", "Figures", "Consequences"}] == parts, file.name
        assert parts[:2] == ["Context", "Decision"], file.name
        assert parts[-1] == "Consequences", file.name
