"""How far a reflection is that was begun."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from journal.domain.guidance import Form, Guidance, Step


@dataclass(frozen=True)
class Position:
    """How far a reflection is: at this step of so many, with about this many minutes to go."""

    step: int
    steps: int
    minutes: int


def position(guidance: Guidance, form: Form, answered: Collection[str], placed: Sequence[str]) -> Position:
    """The step after the last one that is complete, or the last one that was begun.

    ``answered`` are ids of prompts with a text or closed in peace; ``placed`` the stages that were chosen for me.
    """
    asked = [_asked(step, guidance, placed) for step in form.steps]
    at = 0
    for number, prompts in enumerate(asked):
        begun = bool(placed) if form.steps[number].kind == "placement" else any(id_ in answered for id_ in prompts)
        if begun:
            complete = all(id_ in answered for id_ in prompts)
            at = min(number + 1, len(asked) - 1) if complete else number
    left = len(asked) - at
    return Position(at + 1, len(asked), round((form.minutes or 0) * left / len(asked)))


def _asked(step: Step, guidance: Guidance, placed: Sequence[str]) -> list[str]:
    if step.kind == "stage_prompts":
        stages = [stage for stage in guidance.stages if stage.id in placed]
        return [prompt.id for stage in stages for prompt in stage.prompts]
    if step.kind == "themes":
        return [theme.prompt.id for theme in guidance.programme.themes]
    return [prompt.id for prompt in step.prompts if prompt.kind == "text"]
