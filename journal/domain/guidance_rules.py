"""What must hold between the parts of a programme file: ids that stand once, and questions that keep their place.

Answers in journals refer to ids, so these rules are about never losing the words to somebody's answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journal.domain.guidance import Form, Programme, Prompt

MAY_LEAVE_OUT = frozenset({"reflection", "reflection_short", "webinar", "case"})
"""Common forms of which a programme may leave questions out: these are about its own way of looking back, and
the questions of a case have grown since the first programmes were made.

What was answered before keeps its words, for the common form is kept beside it.
"""
_CHOSEN = frozenset({"choice", "checklist"})


class Broken(NamedTuple):
    """A rule that does not hold, and where. ``rule`` is a key of ``guidance_problems``; ``id`` goes into its words."""

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
        *_wrong_options(programme),
        *_unknown_forms(programme, {form.id for form in common_forms}),
        *_wrong_order(programme),
        *_places_without_map(programme),
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
    for place, prompt in _placed_prompts(programme):
        yield (*place, "id"), prompt.id


def _placed_prompts(programme: Programme) -> Iterator[tuple[tuple[str | int, ...], Prompt]]:
    for index, theme in enumerate(programme.themes):
        yield ("themes", index, "prompt"), theme.prompt
    for index, stage in enumerate(programme.stages):
        yield ("stages", index, "notice"), stage.notice
        for number, prompt in enumerate(stage.prompts):
            yield ("stages", index, "prompts", number), prompt
    for index, form in enumerate(programme.forms):
        for step_number, step in enumerate(form.steps):
            for number, prompt in enumerate(step.prompts):
                yield ("forms", index, "steps", step_number, "prompts", number), prompt


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
        if form.id in common and form.id not in MAY_LEAVE_OUT:
            for id_ in _missing(_ids(form), _ids(common[form.id])):
                yield Broken(("forms", index), "lost_prompt", id_)


def _ids(form: Form) -> list[str]:
    return [prompt.id for prompt in form.prompts()]


def _missing(given: Sequence[str], wanted: Sequence[str]) -> list[str]:
    return [id_ for id_ in wanted if id_ not in given]


def _wrong_options(programme: Programme) -> Iterator[Broken]:
    """What is chosen from has something to choose, each thing once; nothing else has options."""
    for place, prompt in _placed_prompts(programme):
        if place[0] != "forms" and prompt.kind in {*_CHOSEN, "curve"}:
            yield Broken((*place, "kind"), "only_text", prompt.id)
        if prompt.kind in _CHOSEN and len(prompt.options) < 2:  # noqa: PLR2004 - of one thing there is no choice
            yield Broken((*place, "kind"), "no_options", prompt.id)
        if prompt.kind not in _CHOSEN and prompt.options:
            yield Broken((*place, "options"), "needless_options", prompt.id)
        yield from _twice(((*place, "options", number, "id"), each.id) for number, each in enumerate(prompt.options))


def _unknown_forms(programme: Programme, common: set[str]) -> Iterator[Broken]:
    known = common | {form.id for form in programme.forms}
    for index, session in enumerate(programme.sessions):
        if session.form and session.form not in known:
            yield Broken(("sessions", index, "form"), "unknown_form", session.form)
    for kind, form_id in programme.look_back.given().items():
        if form_id not in known:
            yield Broken(("look_back", kind), "unknown_form", form_id)


def _wrong_order(programme: Programme) -> Iterator[Broken]:
    """Sessions that wait for one that is not there, or for each other in a circle."""
    before = {session.id: session.after for session in programme.sessions}
    for index, session in enumerate(programme.sessions):
        place = ("sessions", index, "after")
        if session.after and session.after not in before:
            yield Broken(place, "unknown_session", session.after)
        elif session.after and _comes_back(session.id, before):
            yield Broken(place, "circle", session.id)


def _comes_back(start: str, before: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at = before.get(start)
    while at and at != start and at not in seen:
        seen.add(at)
        at = before.get(at)
    return at == start


def _places_without_map(programme: Programme) -> Iterator[Broken]:
    if programme.map:
        return
    if programme.stages:
        yield Broken(("stages",), "no_map", "stages")
    for index, form in enumerate(programme.forms):
        for number, step in enumerate(form.steps):
            if step.kind in {"placement", "stage_prompts"}:
                yield Broken(("forms", index, "steps", number, "kind"), "no_map", step.kind)
