"""In which order the form of a case asks: the loop, what the method wants, and the rest for who likes more."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.guidance import Form, Prompt, Step
from journal.domain.guidance_methods import Method

LOOP, QUADRANT = "loop", "quadrant"
"""Ids of steps of the form."""
TITLE, OLD_SINCE = "case.title", "case.since"
_USUAL = ("case.matter", "case.moment", "case.did", "case.tried", "case.question", "case.help")
"""What is asked first when no method was chosen."""


class Part(StrEnum):
    """The three parts of the page."""

    LOOP = "loop"
    ASKED = "asked"
    MORE = "more"


@dataclass(frozen=True)
class Section:
    """Prompts that stand together. ``step``: of the form, when they share one heading there."""

    part: Part
    step: Step | None
    prompts: tuple[Prompt, ...]


def sections(form: Form, method: Method | None, filled: Collection[str], *, again: bool) -> tuple[Section, ...]:
    """The form in the order of the page. ``filled``: prompts with words; ``again``: an earlier meeting was prepared.

    What was written is always there, also under a question that this method does not ask.
    """
    asked = _asked(form, method)
    taken = {prompt.id for prompt in asked}
    found = []
    for step in form.steps:
        prompts = tuple(p for p in step.prompts if p.id not in taken and _shows(p, step, filled, again=again))
        if prompts:
            found.append(Section(Part.LOOP if step.id == LOOP else Part.MORE, step, prompts))
    loop = [section for section in found if section.part is Part.LOOP]
    more = [section for section in found if section.part is Part.MORE]
    return (*loop, Section(Part.ASKED, None, asked), *more)


def _asked(form: Form, method: Method | None) -> tuple[Prompt, ...]:
    wanted = dict.fromkeys((TITLE, *(method.asks if method and method.asks else _USUAL)))
    known = {prompt.id: prompt for prompt in form.prompts()}
    return tuple(known[id_] for id_ in wanted if id_ in known)


def _shows(prompt: Prompt, step: Step, filled: Collection[str], *, again: bool) -> bool:
    if prompt.id in filled:
        return True
    if step.id == LOOP:
        return again and prompt.id != OLD_SINCE
    return step.id != QUADRANT
