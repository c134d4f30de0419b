"""What a found place is called, and where in its entry it stands."""

from journal import dates
from journal.domain.guidance import Form, Guidance, Step
from journal.storage import search
from journal.storage.search import Hit
from journal.text import say, tr

_ICONS = {
    search.REFLECTIONS: "notebook-pen",
    search.EXPERIMENTS: "flask-conical",
    search.QUESTION: "message-circle-question",
    search.INTERVISIE: "users",
}
_SHORT_FORMS = ("note", "webinar", "letter")
"""Forms with one step: naming it would say nothing."""


def icon_of(hit: Hit) -> str:
    """The icon of its kind."""
    return _ICONS[search.kind_of(hit.form_id)]


def title_of(hit: Hit, guidance: Guidance) -> str:
    """Reflection on two-day session 2, Case for intervisie, the name of an experiment."""
    session = next((say(s.name) for s in guidance.programme.sessions if s.id == hit.session_id), "")
    inside = session[:1].lower() + session[1:]
    if hit.form_id == "reflection":
        return tr("Reflection on {session}", session=inside) if inside else hit.title or tr("Reflection")
    if hit.form_id in {"note", "webinar"} and inside:
        return tr("Note on {session}", session=inside)
    if hit.form_id == "case":
        return tr("Case for intervisie")
    if hit.form_id == "advice":
        return tr("Advice from a meeting")
    return hit.title or _form_name(hit.form_id, guidance)


def where_of(hit: Hit, guidance: Guidance) -> str:
    """The day, and the part of the entry."""
    return ", ".join(part for part in (dates.middle(hit.written_on), _part(hit, guidance)) if part)


def _part(hit: Hit, guidance: Guidance) -> str:
    named = (
        (search.TITLE, tr("title")),
        (search.PLACE, tr("Your place on the journey")),
        (search.CAPTIONS, tr("caption")),
    )
    found = next((name for start, name in named if hit.prompt_id.startswith(start)), "")
    if found or hit.form_id in _SHORT_FORMS:
        return found
    if hit.form_id == "case":
        return hit.title
    if hit.form_id == "reflection":
        return _step(hit.prompt_id, guidance)
    return next((say(p.label or p.ask) for p in guidance.prompts() if p.id == hit.prompt_id), "")


def _step(prompt_id: str, guidance: Guidance) -> str:
    for form in guidance.forms:
        for step in form.steps:
            if prompt_id in _prompts(step, guidance):
                return say(step.title) if _tells(form) else ""
    return ""


def _prompts(step: Step, guidance: Guidance) -> set[str]:
    if step.kind == "stage_prompts":
        return {prompt.id for stage in guidance.stages for prompt in stage.prompts}
    if step.kind == "themes":
        return {theme.prompt.id for theme in guidance.programme.themes}
    return {prompt.id for prompt in step.prompts}


def _tells(form: Form) -> bool:
    return len(form.steps) > 1


def _form_name(form_id: str, guidance: Guidance) -> str:
    return next((say(form.name) for form in guidance.forms if form.id == form_id), tr("Written"))
