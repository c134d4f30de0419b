"""Whether a programme ever asks for what a card of Terugblik shows; a card that can never fill is left out."""

from collections.abc import Iterator

from journal.domain.guidance import Guidance
from journal.storage.lookback import CLOSING, HELPERS, HERO


def asks_for_helpers(guidance: Guidance) -> bool:
    """Who helped: asked at a place on the journey, or as a hero."""
    at_places = {prompt.id for stage in guidance.stages for prompt in stage.prompts}
    return not at_places.isdisjoint(HELPERS) or any(id_.startswith(HERO) for id_ in _after_sessions(guidance))


def asks_for_lessons(guidance: Guidance) -> bool:
    """The sentence with which one closes."""
    return CLOSING in _after_sessions(guidance)


def _after_sessions(guidance: Guidance) -> Iterator[str]:
    for session in guidance.programme.sessions:
        form = guidance.form_of(session.id, session.kind)
        if form is not None:
            yield from (prompt.id for prompt in form.prompts())
