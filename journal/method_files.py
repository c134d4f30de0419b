"""Methods of a group's own, by file: read, checked line by line, and put beside the ones that come with the app."""

from collections.abc import Iterable
from pathlib import Path

from journal import guidance_files, guidance_problems
from journal.domain.guidance import Guidance
from journal.domain.guidance_methods import Method
from journal.domain.method_rules import broken_method_rules
from journal.errors import GuidanceError
from journal.guidance_files import MethodFile
from journal.guidance_source import checked, parsed, source_of
from journal.text import tr
from journal.toml_lines import Lines

_CASE = "case"


def read_method(path_or_text: Path | str) -> Method:
    """Read a method from a file, or from the text that a journal keeps of it. GuidanceError says what is wrong."""
    if isinstance(path_or_text, Path):
        return _method(path_or_text, source_of(path_or_text))
    path = Path("method.toml")
    return _method(path, checked(path, path_or_text))


def with_own_methods(guidance: Guidance, sources: Iterable[str]) -> Guidance:
    """The guidance with the methods of a journal after the ones of the app; one that cannot be read is left out."""
    own: dict[str, Method] = {}
    for source in sources:
        try:
            method = read_method(source)
        except GuidanceError:
            continue  # kept in the journal as it is: a newer version of the app may read it
        own[method.id] = method
    common = guidance_files.common_methods()
    others = sorted(own.values(), key=lambda method: method.name["nl"].casefold())
    return guidance.model_copy(update={"methods": (*common, *others)})


def is_own(method_id: str) -> bool:
    """Whether a method did not come with the app."""
    return all(method.id != method_id for method in guidance_files.common_methods())


def _method(path: Path, text: str) -> Method:
    read = parsed(path, text, MethodFile, knows={"steps", "roles", "least_people", "asks"}, else_say=_no_method())
    taken = {method.id for method in guidance_files.common_methods()}
    broken = broken_method_rules(read, case_prompts(), taken)
    if broken:
        raise GuidanceError(path, guidance_problems.of_rules(broken, Lines(text)))
    return Method(**{name: getattr(read, name) for name in Method.model_fields})


def case_prompts() -> tuple[str, ...]:
    """What a method can ask: the questions of the common case form."""
    form = next(form for form in guidance_files.common_forms() if form.id == _CASE)
    return tuple(prompt.id for prompt in form.prompts())


def _no_method() -> str:
    return tr("this is not a method for Reisgezel")
