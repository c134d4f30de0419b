"""Words for what can be shared."""

import datetime as dt
from collections.abc import Sequence

from journal import dates
from journal.domain.guidance import Guidance, Prompt
from journal.storage.fragments import FragmentGroup, FragmentPiece
from journal.text import say, tr
from ui.widgets.fragment_tree import Group, Piece

_EXCERPT = 140


def tree(groups: Sequence[FragmentGroup], guidance: Guidance) -> tuple[Group, ...]:
    """The groups as rows of the tree."""
    prompts = {prompt.id: prompt for prompt in _prompts(guidance)}
    return tuple(
        Group(
            group.id,
            title(group, guidance),
            tuple(_piece(piece, prompts) for piece in group.pieces),
            opens=group.kind in {"reflection", "notes", "experiments"},
        )
        for group in groups
    )


def title(group: FragmentGroup, guidance: Guidance) -> str:
    """The name of a row."""
    names = {
        "question": tr("Learning question and how it changed"),
        "context": tr("Around my learning question"),
        "places": tr("Place on the journey"),
        "since": tr("Since last time"),
        "case": tr("Case and my question"),
        "notes": tr("Notes"),
        "themes": tr("The three themes") if len(guidance.programme.themes) == 3 else tr("Themes"),  # noqa: PLR2004
        "experiments": tr("Experiments"),
        "next_step": tr("Next step"),
        "harvest": tr("Harvest page to write on"),
    }
    kinds = {"drawing": tr("Drawing"), "model": tr("Model"), "photo": tr("Photo")}
    if group.kind in kinds:
        return tr("{kind}: {name}", kind=kinds[group.kind], name=group.title) if group.title else kinds[group.kind]
    return names[group.kind] if group.kind in names else _reflection(group, guidance)


def asks(groups: Sequence[FragmentGroup], ticked: frozenset[str], guidance: Guidance) -> str:
    """What no search for names can see: who can be recognised in a drawing or photo that is shared."""
    shown = [title(group, guidance) for group in groups if group.kind in {"drawing", "photo"} and group.id in ticked]
    return f"{', '.join(shown)}. {tr('Is anyone recognisable in it?')}" if shown else ""


def _reflection(group: FragmentGroup, guidance: Guidance) -> str:
    if group.session_id and any(session.id == group.session_id for session in guidance.programme.sessions):
        session = say(guidance.session(group.session_id).name)
        inside = session[:1].lower() + session[1:] if session[1:2].islower() else session
        return tr("Reflection {session}", session=inside)
    return tr("Reflection “{title}”", title=group.title) if group.title else tr("Reflection")


def _piece(piece: FragmentPiece, prompts: dict[str, Prompt]) -> Piece:
    prompt = prompts.get(piece.prompt_id)
    asked = say(prompt.label or prompt.ask) if prompt else ""
    if piece.id.startswith("experiment."):
        return Piece(piece.id, piece.text)
    return Piece(piece.id, piece.title or asked, _begin(piece.text))


def _begin(text: str) -> str:
    line = " ".join(text[: 3 * _EXCERPT].split())
    return line if len(line) <= _EXCERPT else line[:_EXCERPT].rsplit(" ", 1)[0] + "…"


def _prompts(guidance: Guidance) -> list[Prompt]:
    found = [prompt for form in guidance.forms for prompt in form.prompts()]
    found += [prompt for stage in guidance.stages for prompt in (stage.notice, *stage.prompts)]
    return found + [theme.prompt for theme in guidance.programme.themes]


def file_name(meeting_on: dt.date | None) -> str:
    """A sensible name for the file: Intervisie 8 december.pdf."""
    day = dates.middle(meeting_on) if meeting_on else ""
    return " ".join(part for part in (tr("Intervisie"), day) if part) + ".pdf"
