"""Which view a step of a form gets."""

from journal.domain.guidance import Step
from ui.pages.reflection.next_step import NextStep, is_next
from ui.pages.reflection.place_step import PlaceStep
from ui.pages.reflection.prompts_step import PromptsStep
from ui.pages.reflection.stage_step import StageStep
from ui.pages.reflection.step import StepView
from ui.pages.reflection.themes_step import ThemesStep
from ui.pages.reflection.written import Written

_TITLED = frozenset({"note", "reflection_free"})


def view_of(step: Step, written: Written) -> StepView:
    """The view of this step, by its kind; free writing has the title of the entry above it."""
    if step.kind == "placement":
        return PlaceStep(step, written)
    if step.kind == "stage_prompts":
        return StageStep(step, written)
    if step.kind == "themes":
        return ThemesStep(step, written)
    if is_next(step):
        return NextStep(step, written)
    return PromptsStep(step, written, titled=written.form is not None and written.form.id in _TITLED)
