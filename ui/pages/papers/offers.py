"""Words for what a paper can show: rows to tick, under the title of where they come from."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from journal import dates
from journal.domain import fragment_ids
from journal.domain.guidance import Guidance
from journal.domain.sharing import PaperKind
from journal.storage.fragment_pieces import FragmentGroup, FragmentPiece
from journal.text import say, tr

_EXCERPT = 160


@dataclass(frozen=True)
class Row:
    """One thing to tick: its id, what it is, and its words."""

    id: str
    title: str
    words: str = ""


@dataclass(frozen=True)
class Heap:
    """Rows under one title. ``one``: at most one of them."""

    title: str
    rows: tuple[Row, ...]
    one: bool = False


def heaps(groups: Sequence[FragmentGroup], guidance: Guidance, kind: PaperKind) -> tuple[Heap, ...]:
    """What is offered for this kind of paper. In one page a session has one sentence at most."""
    return tuple(
        _heap(group, guidance, one=kind is PaperKind.ONE_PAGE and group.kind == "reflection") for group in groups
    )


def at_first(groups: Sequence[FragmentGroup], kind: PaperKind, *, mine: bool) -> frozenset[str]:
    """What is ticked to begin with: for oneself all, though no sentence is chosen for anyone; for others nothing."""
    if not mine:
        return frozenset()
    shown = [group for group in groups if kind is not PaperKind.ONE_PAGE or group.kind != "reflection"]
    return frozenset(answer.id for group in shown for answer in group.answers())


def still(
    on: Collection[str], before: Sequence[FragmentGroup], now: Sequence[FragmentGroup], *, mine: bool
) -> frozenset[str]:
    """What of ``on`` says what it said when it was chosen. For oneself a whole answer stays chosen when it changed."""
    then, here = _digests(before, on), _digests(now, on)
    return frozenset(
        id_
        for id_, digest in here.items()
        if then.get(id_) == digest or (mine and fragment_ids.sentence_number(id_) is None)
    )


def _digests(groups: Sequence[FragmentGroup], wanted: Collection[str]) -> dict[str, str]:
    opened = {fragment_ids.answer_of(id_) for id_ in wanted if fragment_ids.sentence_number(id_) is not None}
    found: dict[str, str] = {}
    for answer in (answer for group in groups for answer in group.answers()):
        found[answer.id] = answer.digest
        if answer.id in opened:
            found |= {part.id: part.digest for part in answer.parts}
    return {id_: digest for id_, digest in found.items() if id_ in wanted}


def _heap(group: FragmentGroup, guidance: Guidance, *, one: bool) -> Heap:
    if one:
        return Heap(_title(group, guidance), tuple(_sentences(group)), one=True)
    prompts = {prompt.id: say(prompt.label or prompt.ask) for prompt in guidance.prompts()}
    rows = tuple(_row(answer, group, prompts) for answer in group.answers())
    return Heap(_title(group, guidance), rows)


def _sentences(group: FragmentGroup) -> Iterator[Row]:
    for answer in group.answers():
        for part in answer.parts or (answer,):
            yield Row(part.id, part.text)


def _row(answer: FragmentPiece, group: FragmentGroup, prompts: dict[str, str]) -> Row:
    words = " ".join(answer.text.split())
    short = words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + "…"
    fixed = {
        fragment_ids.PLACES: tr("The places on the map"),
        fragment_ids.QUESTION: tr("The question as it is now"),
    }
    name = fixed.get(answer.id) or prompts.get(answer.prompt_id, "")
    if fragment_ids.attachment_of(answer.id) is not None:
        name = answer.title or {"drawing": tr("Drawing"), "model": tr("Model")}.get(group.kind, tr("Photo"))
    return Row(answer.id, name, short) if name else Row(answer.id, short)


def _title(group: FragmentGroup, guidance: Guidance) -> str:
    names = {
        fragment_ids.PLACES: tr("Place on the journey"),
        fragment_ids.QUESTION: tr("Learning question"),
        fragment_ids.THEMES: tr("Themes"),
        "drawing": tr("Drawing"),
        "model": tr("Model"),
        "photo": tr("Photo"),
    }
    if group.kind in names:
        return names[group.kind]
    return session_words(group.session_id or "", group.title, guidance)


def session_words(session_id: str, title: str, guidance: Guidance, day: dt.date | None = None) -> str:
    """A reflection in a list: its session, its title, its day."""
    sessions = {session.id: say(session.name) for session in guidance.programme.sessions}
    parts = [sessions.get(session_id, ""), title]
    told = ": ".join(part for part in parts if part) or tr("Reflection")
    return f"{told}, {dates.full(day)}" if day else told
