"""What must hold between the parts of a programme file: ids that stand once, and questions that keep their place.

Answers in journals refer to ids, so these rules are about never losing the words to somebody's answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journal.domain.guidance import Form, Programme


class Broken(NamedTuple):
    """A rule that does not hold, and where. ``rule``: twice, prompt_id, prompt_start or lost_prompt."""

    place: tuple[str | int, ...]
    rule: str
    id: str


def broken_rules(programme: Programme, common_forms: Iterable[Form] = ()) -> list[Broken]:
    """All rules that this programme breaks."""
    return [
        *_twice(_ids_of_parts(programme)),
        *_twice(_ids_of_prompts(programme)),
        *_wrong_prompt_ids(programme),
        *_lost_prompts(programme, {form.id: form for form in common_forms}),
    ]


_Placed = tuple[tuple[str | int, ...], str]


def _ids_of_parts(programme: Programme) -> Iterator[_Placed]:
    """Ids with their kind before them, so that a session and a form may share one."""
    for kind in ("sessions", "themes", "stages", "forms"):
        for index, part in enumerate(getattr(programme, kind)):
            yield (kind, index, "id"), f"{kind} {part.id}"
    for index, form in enumerate(programme.forms):
        for number, step in enumerate(form.steps):
            yield ("forms", index, "steps", number, "id"), f"{index} {step.id}"


def _ids_of_prompts(programme: Programme) -> Iterator[_Placed]:
    for index, theme in enumerate(programme.themes):
        yield ("themes", index, "prompt", "id"), theme.prompt.id
    for index, stage in enumerate(programme.stages):
        yield ("stages", index, "notice", "id"), stage.notice.id
        for number, prompt in enumerate(stage.prompts):
            yield ("stages", index, "prompts", number, "id"), prompt.id
    for index, form in enumerate(programme.forms):
        for step_number, step in enumerate(form.steps):
            for number, prompt in enumerate(step.prompts):
                yield ("forms", index, "steps", step_number, "prompts", number, "id"), prompt.id


def _twice(ids: Iterable[_Placed]) -> Iterator[Broken]:
    seen: set[str] = set()
    for place, id_ in ids:
        if id_ in seen:
            yield Broken(place, "twice", id_.rpartition(" ")[2])
        seen.add(id_)


def _wrong_prompt_ids(programme: Programme) -> Iterator[Broken]:
    """The prompts of themes and stages carry the id of what they belong to: so answers find their way back."""
    for index, theme in enumerate(programme.themes):
        if theme.prompt.id != f"theme.{theme.id}":
            yield Broken(("themes", index, "prompt", "id"), "prompt_id", f"theme.{theme.id}")
    for index, stage in enumerate(programme.stages):
        if stage.notice.id != f"stage.{stage.id}.notice":
            yield Broken(("stages", index, "notice", "id"), "prompt_id", f"stage.{stage.id}.notice")
        for number, prompt in enumerate(stage.prompts):
            if not prompt.id.startswith(f"stage.{stage.id}."):
                yield Broken(("stages", index, "prompts", number, "id"), "prompt_start", f"stage.{stage.id}.")


def _lost_prompts(programme: Programme, common: dict[str, Form]) -> Iterator[Broken]:
    for index, form in enumerate(programme.forms):
        if form.id in common:
            for id_ in _missing(_ids(form), _ids(common[form.id])):
                yield Broken(("forms", index), "lost_prompt", id_)


def _ids(form: Form) -> list[str]:
    return [prompt.id for prompt in form.prompts()]


def _missing(given: Sequence[str], wanted: Sequence[str]) -> list[str]:
    return [id_ for id_ in wanted if id_ not in given]
