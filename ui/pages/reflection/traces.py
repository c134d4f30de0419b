"""The short traces under the steps in the rail: what was done there, and whether it has what it asks."""

from journal.clean_text import first_line
from journal.domain.guidance import Form, Step
from journal.domain.records import Who
from journal.text import say, tr
from ui.pages.reflection.written import Written
from ui.widgets.step_rail import RailStep

_NAME = ".name"


def rail_steps(form: Form, written: Written, here: str) -> list[RailStep]:
    """The steps of a form as the rail shows them."""
    finished = written.entry.finished_at is not None
    found = []
    for step in form.steps:
        trace, done = _TRACES[step.kind](step, written)
        if not trace and step.id == here and step.kind == "placement":
            trace = tr("Choose a place")
        found.append(RailStep(step.id, say(step.title), trace, done or finished))
    return found


def _prompts(step: Step, written: Written) -> tuple[str, bool]:
    answered = [prompt for prompt in step.prompts if written.is_answered(prompt)]
    name = next((written.text(prompt.id) for prompt in answered if prompt.id.endswith(_NAME)), "")
    done = bool(step.prompts) and step.prompts[0] in answered
    if name.strip():
        return first_line(name), done
    if len(step.prompts) == 1 or not answered:
        return (tr("written"), done) if answered else ("", done)
    return tr("{n} of {of} filled in", n=len(answered), of=len(step.prompts)), done


def _placement(_step: Step, written: Written) -> tuple[str, bool]:
    guidance, me, us = written.store.guidance, written.chosen[Who.ME], written.chosen[Who.US]
    of = len(guidance.stages)
    numbers = sorted(guidance.stage_number(stage.id) for stage in guidance.stages if stage.id in (me or us))
    if not numbers:
        return "", False
    if not me:
        return tr("our cooperation: place {places}", places=_both(numbers)), True
    if len(numbers) > 1:
        return tr("places {places} of {of}", places=_both(numbers), of=of), True
    return tr("place {number} of {of}", number=numbers[0], of=of), True


def _both(numbers: list[int]) -> str:
    return tr(" and ").join(str(number) for number in numbers)


def _questions(_step: Step, written: Written) -> tuple[str, bool]:
    prompts = [prompt for stage in written.stages for prompt in stage.prompts]
    answered = sum(written.is_answered(prompt) for prompt in prompts)
    if not answered:
        return "", False
    return tr("{n} of {of} answered", n=answered, of=len(prompts)), answered == len(prompts)


def _themes(_step: Step, written: Written) -> tuple[str, bool]:
    themes = written.store.guidance.programme.themes
    answered = sum(written.is_answered(found.prompt) for found in themes)
    if not answered:
        return "", False
    return tr("{n} of {of} filled in", n=answered, of=len(themes)), answered == len(themes)


_TRACES = {"prompts": _prompts, "placement": _placement, "stage_prompts": _questions, "themes": _themes}
