"""The case as the method wants it: its order, the question on top or below, a quadrant drawn, and what stays apart.

The texts come from the snapshot only, so nothing that was not ticked can be here.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from journal.domain.guidance import Guidance
from journal.domain.guidance_methods import QUADRANT, QUESTION, Method
from journal.domain.sharing import Recipient
from journal.domain.snapshot import Case, Snapshot
from journal.export import room
from journal.export.blocks import Block, Section, coded, heading, label, pair, pairs, section
from journal.export.ink import Ink, heading_of, lowered, name_of
from journal.text import tr

_WITH_THE_QUESTION = ("case.tie", "case.help", "case.not_wanted")
"""Told in the bar, beneath the question to the group."""
_STORY = ("case.matter", "case.moment")
"""Told at length: the first of these that is there runs in two columns."""


class _Told(NamedTuple):
    prompt_id: str
    paragraphs: list[str]
    fragment: str


def case(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> list[Section | None]:
    """The case, and as a bar of its own the question to the group; which comes first is for the method to say."""
    told = snapshot.case
    if told is None:
        return []
    method = method_of(told, guidance)
    parts = {each.prompt_id: each for each in _told(told, ink)}
    for id_ in method.apart if method and snapshot.recipient is Recipient.GROUP else ():
        parts.pop(id_, None)  # a coach reads it where it belongs
    ordered = [parts[id_] for id_ in _order(method, list(parts))]
    story, bar = _story(told, ordered, method, guidance, ink), _bar(told, ordered, method, guidance, ink)
    first = method is not None and method.asks[:1] == (QUESTION,)
    return [bar, story] if first or _fills_the_page(snapshot, ordered, told.question) else [story, bar]


def apart(told: Case, method: Method, guidance: Guidance, ink: Ink) -> dict[str, Any] | None:
    """The last page, to be handed out when the group is ready for it; None when none of it was ticked."""
    parts = {each.prompt_id: each for each in _told(told, ink)}
    rows = [_row(parts[id_], guidance) for id_ in _order(method, list(method.apart)) if id_ in parts]
    if not rows:
        return None
    return {
        "kind": "apart",
        "label": tr("Keep this page apart, and hand it out when the group is ready for it"),
        "text": tr("What I really did"),
        "case": ink.line(told.title),
        "blocks": [pairs(rows, wide=True)],
    }


def method_of(told: Case | None, guidance: Guidance) -> Method | None:
    """The method of a case, when the journal still has it."""
    return next((method for method in guidance.methods if told and method.id == told.method_id), None)


def _fills_the_page(snapshot: Snapshot, parts: Sequence[_Told], asked: str) -> bool:
    """Whether the question would fall off the first page, which must be enough by itself: then it comes first."""
    asks = [each.paragraphs for each in parts if each.prompt_id in _WITH_THE_QUESTION]
    corners = [each.paragraphs for each in parts if each.prompt_id in QUADRANT]
    main = next((each for each in parts if each.prompt_id in _STORY), None)
    apart = {*_WITH_THE_QUESTION, *QUADRANT, main.prompt_id if main else ""}
    rows = [each.paragraphs for each in parts if each.prompt_id not in apart]
    told = room.story(main.paragraphs if main else [], rows, corners)
    return room.above(snapshot) + told + room.bar(asked, asks) > room.ROOM


def _told(told: Case, ink: Ink) -> Iterator[_Told]:
    for part in told.parts:
        if written := ink.paragraphs(part.text):
            yield _Told(part.prompt_id, written, part.fragment)


def _order(method: Method | None, ids: Sequence[str]) -> list[str]:
    """What the method asks in its order, then the rest in the order of the form."""
    asked = [id_ for id_ in (method.asks if method else ()) if id_ in ids]
    return [*asked, *(id_ for id_ in ids if id_ not in asked)]


def _story(told: Case, parts: Sequence[_Told], method: Method | None, guidance: Guidance, ink: Ink) -> Section | None:
    drawn = _quadrant(parts, guidance) if method and set(QUADRANT) <= set(method.asks) else None
    left = [each for each in parts if each.prompt_id not in _WITH_THE_QUESTION]
    if drawn:
        left = [each for each in left if each.prompt_id not in QUADRANT]
    blocks: list[Block | None] = [heading(ink.line(told.title), told.title_fragment), drawn]
    rows: list[Block] = []
    main = next((each for each in left if each.prompt_id in _STORY), None)
    for each in left:
        if each is main:
            blocks += [pairs(rows, wide=True), coded({"kind": "columns", "paragraphs": each.paragraphs}, each.fragment)]
            rows = []
        else:
            rows.append(_row(each, guidance))
    return section("case", label(tr("The case")), *blocks, pairs(rows, wide=True)) if any((*blocks, rows)) else None


def _quadrant(parts: Sequence[_Told], guidance: Guidance) -> Block | None:
    """All four sides, or no drawing: an empty corner would tell that something is kept back."""
    sides = {each.prompt_id: each for each in parts if each.prompt_id in QUADRANT}
    if len(sides) < len(QUADRANT):
        return None
    quality, pitfall, challenge, allergy = (_row(sides[id_], guidance) for id_ in QUADRANT)
    # As it is read on paper: the upper two, then the lower two.
    return {"kind": "quadrant", "sides": [quality, pitfall, allergy, challenge], "arrows": _arrows()}


def _arrows() -> list[str]:
    """What leads from each side to the next, round and back to the first."""
    return [tr("too much of it"), tr("its good opposite"), tr("too much of it"), tr("its good opposite")]


def _bar(told: Case, parts: Sequence[_Told], method: Method | None, guidance: Guidance, ink: Ink) -> Section | None:
    asked = ink.line(told.question)
    asks = [_row(each, guidance) for each in parts if each.prompt_id in _WITH_THE_QUESTION]
    if not asked and not asks:
        return None
    name = name_of(guidance.method, method.id) if method else ""
    way = tr("Proposed method: {method}, {n} minutes", method=lowered(name), n=method.minutes) if method else ""
    bar = {"kind": "bar", "label": tr("My question to the group"), "text": asked, "caption": way, "asks": asks}
    return section("ask", coded(bar, told.question_fragment if asked else ""), rule=False)


def _row(each: _Told, guidance: Guidance) -> Block:
    return pair(heading_of(guidance, each.prompt_id), each.paragraphs, fragment=each.fragment)
