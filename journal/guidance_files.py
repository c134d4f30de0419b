"""Reads programme files and the common guidance, and says of a wrong file on which line it is wrong and why."""

from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from journal import guidance_problems
from journal.domain.guidance import Earlier, Form, Guidance, Programme, Stage
from journal.domain.guidance_checks import Check
from journal.domain.guidance_methods import Method
from journal.domain.guidance_parts import Part, Words
from journal.domain.guidance_rules import broken_rules
from journal.errors import GuidanceError
from journal.guidance_source import LARGEST_FILE, checked, parsed, source_of, wrong
from journal.text import tr
from journal.toml_lines import Lines
from resources import folder

__all__ = [
    "LARGEST_FILE",
    "common_forms",
    "common_methods",
    "for_journey",
    "guidance_for",
    "read_programme",
    "shipped",
    "shipped_with_problems",
    "source_of",
]


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


class MethodFile(Method):
    """A method as it stands in a file of its own."""

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
    return _programme(path, checked(path, path_or_text))


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


def common_methods() -> tuple[Method, ...]:
    """The methods that come with the app, by name."""
    return _common().methods


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
    raise wrong(Path(f"{programme_id}.toml"), tr("this programme does not come with this version of Reisgezel"))


def _programme(path: Path, text: str) -> Programme:
    programme = parsed(
        path, text, Programme, knows={"id", "sessions"}, else_say=tr("this is not a programme for Reisgezel")
    )
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
    methods = [_read(path, MethodFile) for path in sorted(folder("methods").glob("*.toml"))]
    return _Common(
        stages=_read(place / "stages.toml", _StagesFile).stages,
        forms=_read(place / "forms.toml", _FormsFile).forms,
        checks=_read(place / "checks.toml", _ChecksFile).checks,
        marks=_read(place / "marks.toml", _MarksFile).marks,
        methods=tuple(sorted(methods, key=lambda method: method.name["nl"])),
    )


def _read(path: Path, kind: type[P]) -> P:
    return parsed(path, source_of(path), kind)
