"""Words for what can be shared."""

import datetime as dt
from collections.abc import Sequence

from journal import dates
from journal.domain import fragment_ids
from journal.domain.guidance import Guidance, Prompt
from journal.storage.fragments import FragmentGroup, FragmentPiece
from journal.text import say, tr
from ui.widgets.fragment_tree import Node

_EXCERPT = 140
_COUNTED = frozenset(("reflection", "notes", "experiments"))


def tree(groups: Sequence[FragmentGroup], guidance: Guidance) -> tuple[Node, ...]:
    """The groups as rows of the tree, which open into answers, which open into sentences."""
    prompts = {prompt.id: prompt for prompt in _prompts(guidance)}
    return tuple(_group(group, guidance, prompts) for group in groups)


def _group(group: FragmentGroup, guidance: Guidance, prompts: dict[str, Prompt]) -> Node:
    counted = group.kind in _COUNTED
    children = tuple(_piece(piece, prompts, named=counted) for piece in group.pieces)
    if len(children) == 1 and not counted:  # what it holds is the row itself
        children = children[0].children
    ticks = tuple(piece.id for piece in group.pieces)
    return Node(group.id, title(group, guidance), children=children, ticks=ticks, counted=counted)


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


def lapsed(groups: Sequence[FragmentGroup], changed: frozenset[str], guidance: Guidance) -> str:
    """The names of the rows in which something was changed after it was ticked."""
    answers = {fragment_ids.answer_of(id_) for id_ in changed}
    return ", ".join(title(group, guidance) for group in groups if any(a.id in answers for a in group.answers()))


def _reflection(group: FragmentGroup, guidance: Guidance) -> str:
    if group.session_id and any(session.id == group.session_id for session in guidance.programme.sessions):
        session = say(guidance.session(group.session_id).name)
        inside = session[:1].lower() + session[1:] if session[1:2].islower() else session
        return tr("Reflection {session}", session=inside)
    return tr("Reflection “{title}”", title=group.title) if group.title else tr("Reflection")


def _piece(piece: FragmentPiece, prompts: dict[str, Prompt], *, named: bool) -> Node:
    said = [part for part in piece.parts if fragment_ids.sentence_number(part.id) is not None]
    sentences = tuple(Node(part.id, "", part.text, ticks=(part.id,)) for part in said)
    children = sentences or tuple(_piece(part, prompts, named=False) for part in piece.parts)
    prompt = prompts.get(piece.prompt_id)
    if piece.gathers:
        name = tr("How it changed") if piece.id == fragment_ids.EARLIER else _begin(piece.text)
        return Node(piece.id, name, children=children, ticks=(piece.id,))
    asked = (piece.title if named else "") or (say(prompt.label or prompt.ask) if prompt else "")
    return Node(piece.id, asked, _begin(piece.text), children, (piece.id,), sentences=bool(sentences))


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
