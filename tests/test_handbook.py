"""What stands in the handbook is true: promises, decisions, licences, and the rooms of the house."""

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
        assert [part for part in parts if part in {"Context", "Decision", "Figures", "Consequences"}] == parts, (
            file.name
        )
        assert parts[:2] == ["Context", "Decision"], file.name
        assert parts[-1] == "Consequences", file.name


def test_every_package_font_and_icon_that_ships_has_its_licence_told():
    told = (ROOT / "THIRD-PARTY.md").read_text("utf-8").lower().replace("_", "-")
    packages = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert packages
    assert [name for name in packages if name not in told] == []
    fonts = {file.stem.partition("-")[0].lower() for file in (ROOT / "resources/fonts").glob("*.ttf")}
    assert [name for name in fonts if name not in told.replace(" ", "")] == []


def test_the_handbook_names_only_files_that_exist():
    for page in [*ROOT.glob("docs/**/*.md"), ROOT / "CONTRIBUTING.md", ROOT / "README.md"]:
        for name in re.findall(r"`((?:journal|ui|resources|tests|tools|docs)/[\w/.-]+\.\w+)`", page.read_text("utf-8")):
            assert (ROOT / name).exists(), f"{page.name}: {name}"
