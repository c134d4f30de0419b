"""The first page: what a group needs to begin. A section without content is None."""

from collections.abc import Callable

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import PlaceNow, Snapshot
from journal.export import paper_text
from journal.export.blocks import Block, Section, coded, heading, label, pair, pairs, section
from journal.export.ink import Ink, heading_of, lowered, name_of
from journal.export.paper_map import map_block
from journal.text import say, tr

_ASKS_OF_THE_GROUP = ("case.help", "case.not_wanted")
_MANY_DATES = 9
_SINCE_LABELS: dict[str, Callable[[], str]] = {
    "case.promised": lambda: tr("I took along"),
    "case.done": lambda: tr("I did"),
    "case.since_effect": lambda: tr("The effect"),
    "case.advice_used": lambda: tr("Advice used"),
}
"""Short names, because they stand above all else on the first page."""


def since(snapshot: Snapshot, ink: Ink) -> Section | None:
    """What was promised last time, what was done, and what came of it: the loop on top."""
    loop = snapshot.since
    if loop is None:
        return None
    when = tr("Since {date}", date=dates.middle(loop.since)) if loop.since else tr("Since last time")
    rows = [
        pair(_SINCE_LABELS[part.prompt_id](), written, fragment=part.fragment)
        for part in loop.parts
        if part.prompt_id in _SINCE_LABELS and (written := ink.paragraphs(part.text))
    ]
    told = ink.paragraphs(loop.text)
    before = coded({"kind": "since", "label": when, "paragraphs": told}, loop.fragment)
    if not rows:
        return section("since", before if told else None, rule=False)
    if told:
        rows.append(pair("", told, fragment=loop.fragment))
    return section("since", label(when), {**(pairs(rows, wide=True) or {}), "close": True}, rule=False)


def question(snapshot: Snapshot, ink: Ink) -> Section | None:
    """The learning question, the earlier versions and what shifted."""
    versions = snapshot.question
    if not versions or not ink.line(versions[0].text):
        return None
    rows = []
    for version in reversed(versions):
        if version is not versions[0] and (told := ink.line(version.text)):
            rows.append(pair(dates.middle(version.written_on), [told], italic=True, fragment=version.fragment))
        if shift := ink.paragraphs(version.shift):
            rows.append(pair(tr("What shifted"), shift, fragment=version.shift_fragment))
    text = ink.line(versions[0].text)
    now = coded({"kind": "question", "text": text}, versions[0].fragment) if text else None
    before = pairs(rows, wide=True)
    return section("question", label(tr("Learning question")), now, before, rule=False) if now or before else None


def places(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> Section | None:
    """The map, and by what the writer notices where they stand."""
    here = snapshot.places
    if here is None or not (here.me or here.us or here.visited):
        return None

    def told(who: str, place: PlaceNow) -> Block:
        name, said = paper_text.line(say(guidance.stage(place.stage_id).name)), ink.quoted(place.evidence)
        return coded({"lead": f"{who}: {name}.", "text": said}, place.fragment if said else "")

    lines = [told(tr("I"), place) for place in here.me] + [told(tr("Our cooperation"), place) for place in here.us]
    days = [dates.short(day) for day in here.dates]
    if len(days) > _MANY_DATES:
        days = [days[0], "…", *days[2 - _MANY_DATES :]]
    evidence = {"kind": "evidence", "lines": lines} if lines else None
    walked = ", ".join(days).replace(", …,", " …")
    drawn = coded(map_block(here, guidance), here.fragment)
    return section("places", label(tr("Place on the journey"), walked), drawn, evidence)


def case(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> list[Section | None]:
    """The case in two columns, and as a bar of its own the question to the group with what is hoped for."""
    told = snapshot.case
    if told is None:
        return []
    apart = _ASKS_OF_THE_GROUP
    story = [
        pair(heading_of(guidance, part.prompt_id), written, fragment=part.fragment)
        for part in told.parts
        if part.prompt_id not in apart and (written := ink.paragraphs(part.text))
    ]
    asks = [
        pair(heading_of(guidance, part.prompt_id), written, fragment=part.fragment)
        for part in told.parts
        if part.prompt_id in apart and (written := ink.paragraphs(part.text))
    ]
    content = [heading(ink.line(told.title), told.title_fragment), _story(story)]
    asked, method = ink.line(told.question), _method(snapshot, guidance)
    bar = {"kind": "bar", "label": tr("My question to the group"), "text": asked, "caption": method, "asks": asks}
    return [
        section("case", label(tr("The case")), *content) if any(content) else None,
        section("ask", coded(bar, told.question_fragment if asked else ""), rule=False) if asked or asks else None,
    ]


def _story(rows: list[Block]) -> Block | None:
    """One answer flows in two columns; more have their names beside them."""
    if len(rows) != 1:
        return pairs(rows, wide=True)
    return {"kind": "columns", **{key: value for key, value in rows[0].items() if key not in {"label", "italic"}}}


def _method(snapshot: Snapshot, guidance: Guidance) -> str:
    method_id = snapshot.case.method_id if snapshot.case else ""
    if not (name := name_of(guidance.method, method_id)):
        return ""
    return tr("Proposed method: {method}, {n} minutes", method=lowered(name), n=guidance.method(method_id).minutes)
