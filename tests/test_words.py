"""Every sentence in the code has its Dutch, every Dutch sentence is used, and both fill in the same values."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
PLACES = re.compile(r"\{(\w*)[^}]*\}")


def said_in_code() -> dict[str, str]:
    """All literals of tr and trn, with the file where each stands."""
    found = {}
    for file in sorted([*ROOT.glob("journal/**/*.py"), *ROOT.glob("ui/**/*.py")]):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "trn"}):
                continue
            for argument in node.args[: 2 if node.func.id == "trn" else 1]:
                if isinstance(argument, ast.Constant):
                    found[argument.value] = f"{file.relative_to(ROOT)}:{node.lineno}"
    return found


def catalogues():
    """(file name, message) of every catalogue."""
    for source in sorted((ROOT / "resources/locale/nl/LC_MESSAGES").glob("*.po")):
        with source.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    yield source.name, message


def keys_of(message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_every_sentence_in_the_code_has_its_dutch():
    translated = {key for _, message in catalogues() for key in keys_of(message)}
    missing = {text: place for text, place in said_in_code().items() if text not in translated}
    assert not missing


def test_no_dutch_is_left_over():
    said = said_in_code()
    unused = {(name, keys_of(message)[0]) for name, message in catalogues() if keys_of(message)[0] not in said}
    assert not unused


def test_the_same_english_has_the_same_dutch_everywhere():
    seen: dict[str, object] = {}
    for name, message in catalogues():
        key = keys_of(message)[0]
        assert seen.setdefault(key, message.string) == message.string, f"{name}: {key}"


@pytest.mark.parametrize(("name", "message"), list(catalogues()), ids=lambda part: str(getattr(part, "id", part))[:40])
def test_dutch_is_complete_and_fills_in_the_same_values(name, message):
    texts = [message.string] if isinstance(message.string, str) else list(message.string)
    assert all(texts), name
    assert not message.fuzzy
    wanted = set(PLACES.findall(" ".join(keys_of(message))))
    for text in texts:
        assert set(PLACES.findall(text)) <= wanted
        assert "!" not in text
    assert set(PLACES.findall(" ".join(texts))) == wanted
