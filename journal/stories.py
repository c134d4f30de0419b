"""The stories of invented participants in ``resources/sample``: one file each, whatever their programme.

Light enough to be asked by ``--help``; ``journal/sample.py`` makes a journal of one.
"""

import tomllib
from typing import Any

from resources import folder

USUAL = "marjan"
"""Somebody who is halfway; the others have lived a whole edition."""


def names() -> tuple[str, ...]:
    """Names of the stories, the usual one first."""
    found = sorted(path.stem for path in folder("sample").glob("*.toml"))
    return (USUAL, *(name for name in found if name != USUAL))


def read(name: str) -> dict[str, Any]:
    """A story as its file has it. KeyError when there is none with this name."""
    if name not in names():
        raise KeyError(name)
    return tomllib.loads((folder("sample") / f"{name}.toml").read_text(encoding="utf-8"))
