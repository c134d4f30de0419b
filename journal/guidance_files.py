"""Reads programme files and the common guidance, and says of a wrong file on which line it is wrong and why.

Nothing in here trusts a file: it may be of any size and kind. A text is refused before anything slow can happen.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from pydantic import ValidationError

from journal import guidance_problems
from journal.domain.guidance import FORMAT, Earlier, Form, Guidance, Method, Programme, Stage
from journal.domain.guidance_checks import Check
from journal.domain.guidance_parts import Part, Words
from journal.domain.guidance_rules import broken_rules
from journal.errors import GuidanceError
from journal.text import tr
from journal.toml_lines import Lines
from resources import folder

LARGEST_FILE: Final = 1_000_000
_LONGEST_LINE: Final = 5_000
_MOST_DOTS: Final = 100
"""Keys with thousands of dots make a TOML reader crawl; no honest line has this many."""


class _StagesFile(Part):
    format: int
    stages: tuple[Stage, ...]


class _FormsFile(Part):
    format: int
    forms: tuple[Form, ...]


class _ChecksFile(Part):
    format: int
    checks: tuple[Check, ...]


class _MarksFile(Part):
    format: int
    marks: tuple[Words, ...]


class _MethodFile(Method):
    format: int


class _Common(NamedTuple):
    """What every programme shares. Read once; without it there is nothing to show, so trouble here is raised."""

    stages: tuple[Stage, ...]
    forms: tuple[Form, ...]
    checks: tuple[Check, ...]
    marks: tuple[Words, ...]
    methods: tuple[Method, ...]


P = TypeVar("P", bound=Part)


def shipped() -> tuple[Programme, ...]:
    """The programmes that come with the app, in their order; a broken one is left out."""
    return shipped_with_problems()[0]


def shipped_with_problems(place: Path | None = None) -> tuple[tuple[Programme, ...], list[GuidanceError]]:
    """The programmes that come with the app, and what is wrong with the others."""
    programmes: list[Programme] = []
    problems: list[GuidanceError] = []
    for path in sorted((place or folder("programmes")).glob("*.toml")):
        try:
            programmes.append(_shipped(path))
        except GuidanceError as problem:
            problems.append(problem)
    return tuple(sorted(programmes, key=lambda programme: (programme.rank, programme.name["nl"]))), problems


def read_programme(path_or_text: Path | str) -> Programme:
    """Read a programme from a file, or from the text that a journal keeps of it."""
    if isinstance(path_or_text, Path):
        return _programme(path_or_text, source_of(path_or_text))
    path = Path("programme.toml")
    return _programme(path, _checked(path, path_or_text))


def source_of(path: Path) -> str:
    """The text of a programme file, to keep in the journal; GuidanceError when it is none."""
    try:
        if not path.is_file():
            raise _wrong(path, tr("this is not a file"))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _wrong(path, tr("this file cannot be read")) from error
    try:
        return _checked(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if len(data) > LARGEST_FILE:
            raise _wrong(path, tr("this file is larger than 1 MB")) from error
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(path, tr("this is not a text file in UTF-8"), line) from error


def guidance_for(programme: Programme) -> Guidance:
    """The programme together with the common guidance; its own stages and forms take the place of common ones."""
    common = _common()
    own = {form.id: form for form in programme.forms}
    stages = (programme.stages or common.stages) if programme.map else ()
    forms = {form.id: own.get(form.id, form) for form in common.forms} | own
    left_out = {
        *(() if stages else ("placement", "stage_prompts")),
        *(() if programme.themes else ("themes",)),
    }
    return Guidance(
        programme=programme,
        stages=stages,
        forms=tuple(_without(form, left_out) for form in forms.values()),
        replaced=Earlier(stages=common.stages, forms=common.forms),
        methods=common.methods,
        checks=common.checks,
        marks=common.marks,
    )


def common_forms() -> tuple[Form, ...]:
    """The forms that every programme shares."""
    return _common().forms


def _without(form: Form, kinds: set[str]) -> Form:
    """A form without the steps for which this programme has nothing to ask."""
    steps = tuple(step for step in form.steps if step.kind not in kinds)
    return form if len(steps) == len(form.steps) or not steps else form.model_copy(update={"steps": steps})


def for_journey(programme_id: str, programme_source: str | None) -> Guidance:
    """The guidance of a journey: of the programme kept in the journal, else of the one that the app brings."""
    if programme_source:
        return guidance_for(read_programme(programme_source))
    for path in sorted(folder("programmes").glob("*.toml")):
        # The other programmes are not read: this is on the way to the first page.
        if f'"{programme_id}"' in path.read_text("utf-8") and _shipped(path).id == programme_id:
            return guidance_for(_shipped(path))
    raise _wrong(Path(f"{programme_id}.toml"), tr("this programme does not come with this version of Reisgezel"))


def _programme(path: Path, text: str) -> Programme:
    programme = _parsed(path, text, Programme)
    broken = broken_rules(programme, _common().forms)
    if broken:
        raise GuidanceError(path, guidance_problems.of_rules(broken, Lines(text)))
    return programme


@cache
def _shipped(path: Path) -> Programme:
    return read_programme(path)


@cache
def _common() -> _Common:
    place = folder("guidance")
    methods = [_read(path, _MethodFile) for path in sorted(folder("methods").glob("*.toml"))]
    return _Common(
        stages=_read(place / "stages.toml", _StagesFile).stages,
        forms=_read(place / "forms.toml", _FormsFile).forms,
        checks=_read(place / "checks.toml", _ChecksFile).checks,
        marks=_read(place / "marks.toml", _MarksFile).marks,
        methods=tuple(sorted(methods, key=lambda method: method.name["nl"])),
    )


def _read(path: Path, kind: type[P]) -> P:
    return _parsed(path, source_of(path), kind)


def _parsed(path: Path, text: str, kind: type[P]) -> P:
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise GuidanceError(path, [guidance_problems.of_syntax(error, text)]) from error
    form = data.get("format")
    if isinstance(form, int) and form > FORMAT:
        why = tr("this file was made for a newer Reisgezel; work with a newer version, or ask for an older file")
        raise GuidanceError(path, [(Lines(text).of(("format",)), "format", why)])
    if kind is Programme and not {"id", "sessions"} & data.keys():
        raise _wrong(path, tr("this is not a programme for Reisgezel"))
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        problems = guidance_problems.of_values(error.errors(include_url=False), Lines(text))
        raise GuidanceError(path, problems) from error


def _checked(path: Path, text: str) -> str:
    if not text.strip():
        raise _wrong(path, tr("this file is empty"))
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise _wrong(path, tr("this file is larger than 1 MB"))
    if "\0" in text:
        raise _wrong(path, tr("this is not a text file in UTF-8"))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE or line.count(".") > _MOST_DOTS:
            raise _wrong(path, tr("this line is too long to be right"), number)
    return text


def _wrong(path: Path, why: str, line: int = 1) -> GuidanceError:
    return GuidanceError(path, [(line, "", why)])
