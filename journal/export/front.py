"""The first page: what a group needs to begin. A section without content is None."""

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import PlaceNow, Snapshot
from journal.export import paper_text
from journal.export.blocks import Section, heading, label, pair, pairs, section
from journal.export.ink import Ink, heading_of, lowered, name_of
from journal.export.paper_map import map_block
from journal.text import say, tr

_ASKS_OF_THE_GROUP = ("case.help", "case.not_wanted")
_MANY_DATES = 9


def since(snapshot: Snapshot, ink: Ink) -> Section | None:
    """What was promised last time, and what came of it."""
    loop = snapshot.since
    if loop is None or not (written := ink.paragraphs(loop.text)):
        return None
    when = tr("Since {date}", date=dates.middle(loop.since)) if loop.since else tr("Since last time")
    return section("since", {"kind": "since", "label": when, "paragraphs": written}, rule=False)


def question(snapshot: Snapshot, ink: Ink) -> Section | None:
    """The learning question, the earlier versions and what shifted."""
    versions = [version for version in snapshot.question if ink.line(version.text)]
    if not versions:
        return None
    rows = [
        pair(dates.middle(version.written_on), [ink.line(version.text)], italic=True)
        for version in reversed(versions[1:])
    ]
    if shift := ink.paragraphs(versions[0].shift):
        rows.append(pair(tr("What shifted"), shift))
    now = {"kind": "question", "text": ink.line(versions[0].text)}
    return section("question", label(tr("Learning question")), now, pairs(rows, wide=True), rule=False)


def places(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> Section | None:
    """The map, and by what the writer notices where they stand."""
    here = snapshot.places
    if here is None or not (here.me or here.us or here.visited):
        return None

    def told(who: str, place: PlaceNow) -> dict[str, str]:
        name = paper_text.line(say(guidance.stage(place.stage_id).name))
        return {"lead": f"{who}: {name}.", "text": ink.quoted(place.evidence)}

    lines = [told(tr("I"), place) for place in here.me] + [told(tr("Our cooperation"), place) for place in here.us]
    days = [dates.short(day) for day in here.dates]
    if len(days) > _MANY_DATES:
        days = [days[0], "…", *days[2 - _MANY_DATES :]]
    evidence = {"kind": "evidence", "lines": lines} if lines else None
    walked = ", ".join(days).replace(", …,", " …")
    return section("places", label(tr("Place on the journey"), walked), map_block(here, guidance), evidence)


def case(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> list[Section | None]:
    """The case in two columns, and as a bar of its own the question to the group with what is hoped for."""
    told = snapshot.case
    if told is None:
        return []
    story = [text for id_, part in told.parts if id_ not in _ASKS_OF_THE_GROUP for text in ink.paragraphs(part)]
    asks = [
        pair(heading_of(guidance, id_), written)
        for id_, part in told.parts
        if id_ in _ASKS_OF_THE_GROUP and (written := ink.paragraphs(part))
    ]
    content = [heading(ink.line(told.title)), {"kind": "columns", "paragraphs": story} if story else None]
    asked, method = ink.line(told.question), _method(snapshot, guidance)
    bar = {"kind": "bar", "label": tr("My question to the group"), "text": asked, "caption": method, "asks": asks}
    return [
        section("case", label(tr("The case")), *content) if any(content) else None,
        section("ask", bar, rule=False) if asked or asks else None,
    ]


def _method(snapshot: Snapshot, guidance: Guidance) -> str:
    method_id = snapshot.case.method_id if snapshot.case else ""
    if not (name := name_of(guidance.method, method_id)):
        return ""
    return tr("Proposed method: {method}, {n} minutes", method=lowered(name), n=guidance.method(method_id).minutes)
