"""The text of a TOML file from anybody, and what it says; refused before anything slow can happen.

Nothing in here trusts a file: it may be of any size and kind.
"""

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from journal import guidance_problems
from journal.domain.guidance import FORMAT
from journal.domain.guidance_parts import Part
from journal.errors import GuidanceError
from journal.text import tr
from journal.toml_lines import Lines

LARGEST_FILE: Final = 1_000_000
_LONGEST_LINE: Final = 5_000
_MOST_DOTS: Final = 100
"""Keys with thousands of dots make a TOML reader crawl; no honest line has this many."""

P = TypeVar("P", bound=Part)


def source_of(path: Path) -> str:
    """The text of a file, to keep in the journal; GuidanceError when it is none."""
    try:
        if not path.is_file():
            raise wrong(path, tr("this is not a file"))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise wrong(path, tr("this file cannot be read")) from error
    try:
        return checked(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if len(data) > LARGEST_FILE:
            raise wrong(path, tr("this file is larger than 1 MB")) from error
        line = data.count(b"\n", 0, error.start) + 1
        raise wrong(path, tr("this is not a text file in UTF-8"), line) from error


def parsed(path: Path, text: str, kind: type[P], *, knows: Collection[str] = (), else_say: str = "") -> P:
    """The text as a part of guidance. When it has none of the keys in ``knows``, ``else_say`` tells what it is not."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise GuidanceError(path, [guidance_problems.of_syntax(error, text)]) from error
    form = data.get("format")
    if isinstance(form, int) and form > FORMAT:
        why = tr("this file was made for a newer Reisgezel; work with a newer version, or ask for an older file")
        raise GuidanceError(path, [(Lines(text).of(("format",)), "format", why)])
    if knows and not set(knows) & data.keys():
        raise wrong(path, else_say)
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        problems = guidance_problems.of_values(error.errors(include_url=False), Lines(text))
        raise GuidanceError(path, problems) from error


def checked(path: Path, text: str) -> str:
    """The same text, when it is worth reading."""
    if not text.strip():
        raise wrong(path, tr("this file is empty"))
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise wrong(path, tr("this file is larger than 1 MB"))
    if "\0" in text:
        raise wrong(path, tr("this is not a text file in UTF-8"))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE or line.count(".") > _MOST_DOTS:
            raise wrong(path, tr("this line is too long to be right"), number)
    return text


def wrong(path: Path, why: str, line: int = 1) -> GuidanceError:
    """One thing is wrong with a file."""
    return GuidanceError(path, [(line, "", why)])
