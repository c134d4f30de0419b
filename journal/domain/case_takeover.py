"""What a case can take over from what was written before: which words go under which question.

A proposal, never more: its writer sees every piece, with the place where it would go, and ticks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.guidance import Form, Guidance, Prompt

TITLE, MATTER, MOMENT, FACTS = "case.title", "case.matter", "case.moment", "case.facts"
THOUGHT, FELT, WANTED, TRIED = "case.thought", "case.felt", "case.wanted", "case.tried"
EFFECT, TIE = "case.effect", "case.tie"
ONE_LINE = frozenset({TITLE})
"""Here stands one thing or the other; nothing is added to it."""

_GOES_TO = {
    "moment.name": TITLE,
    "moment.story": MOMENT,
    "next.will": WANTED,
    "next.closing": THOUGHT,
    "short.what": MOMENT,
    "short.so_what": THOUGHT,
    "short.now_what": WANTED,
    "free.text": MATTER,
    "note.text": MATTER,
    "experiment.title": TITLE,
    "experiment.suspicion": THOUGHT,
    "experiment.change": TRIED,
    "experiment.action": TRIED,
    "experiment.if_then": TRIED,
    "experiment.saw": EFFECT,
    "experiment.effect_team": EFFECT,
    "experiment.effect_residents": EFFECT,
    "experiment.known": EFFECT,
    "experiment.effect_me": FELT,
    "experiment.reacted": FELT,
    "experiment.learn": TIE,
    "experiment.next": WANTED,
}
_STAYS = frozenset({"next.when", "next.notice", "experiment.notice", "experiment.owner"})
"""Of no use to a group."""
_BY_ABOUT = {"me": FELT, "us": MATTER, "body": FELT}
_READ = frozenset({"text", "line", "choice", "checklist"})


@dataclass(frozen=True)
class Piece:
    """Words under prompt ``source`` that would go to ``target`` of the case."""

    source: str
    target: str
    text: str


class Meets(StrEnum):
    """What words meet at the place where they would go."""

    EMPTY = "empty"
    ADDS = "adds"
    """Something stands there; they come under it."""
    STAYS = "stays"
    """What stands there stays: it is one line, or it has these words already."""


def pieces(answers: Mapping[str, str], form: Form | None, guidance: Guidance) -> tuple[Piece, ...]:
    """What an entry has for a case, in the order of the case. ``answers``: readable texts by prompt id.

    ``form`` is the one it was written with: of a form that only this programme has, the first story is the moment.
    """
    own = _first_story(form, answers)
    found = []
    for prompt_id, text in answers.items():
        target = MOMENT if prompt_id == own else _target(prompt_id, guidance)
        if target and text.strip():
            found.append(Piece(prompt_id, target, text.strip()))
    order = [prompt.id for prompt in guidance.form("case").prompts()]
    return tuple(sorted((piece for piece in found if piece.target in order), key=lambda p: order.index(p.target)))


def meets(standing: str, piece: Piece) -> Meets:
    """What a piece meets in a case where ``standing`` is written at its place."""
    if not standing.strip():
        return Meets.EMPTY
    if piece.target in ONE_LINE or piece.text in standing:
        return Meets.STAYS
    return Meets.ADDS


def together(standing: str, coming: Iterable[Piece]) -> str:
    """The text at a place after these pieces came; nothing that stood there is lost or changed."""
    text = standing
    for piece in coming:
        match meets(text, piece):
            case Meets.EMPTY:
                text = _one_line(piece.text) if piece.target in ONE_LINE else piece.text
            case Meets.ADDS:
                text = f"{text.rstrip()}\n\n{piece.text}"
            case Meets.STAYS:
                pass
    return text


def _target(prompt_id: str, guidance: Guidance) -> str:
    if prompt_id in _GOES_TO:
        return _GOES_TO[prompt_id]
    if prompt_id in _STAYS or prompt_id.startswith("theme."):
        return ""
    try:
        prompt = guidance.prompt(prompt_id)
    except KeyError:
        return ""
    return _by_kind(prompt)


def _by_kind(prompt: Prompt) -> str:
    """For a question that this programme asks, and that the common guidance does not know."""
    if prompt.kind not in _READ or prompt.id.startswith("attachment."):
        return ""
    if prompt.kind in {"choice", "checklist"}:
        return FACTS
    return _BY_ABOUT.get(prompt.about or "", MATTER)


def _first_story(form: Form | None, answers: Mapping[str, str]) -> str:
    if form is None or any(prompt.id in _GOES_TO for prompt in form.prompts()):
        return ""
    return next((p.id for p in form.prompts() if p.kind == "text" and answers.get(p.id, "").strip()), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
