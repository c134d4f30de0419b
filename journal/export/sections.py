"""The sections of the paper, each from its part of the snapshot. A section without content is None."""

from collections.abc import Sequence
from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import ExperimentNow, PlaceNow, Reflection, Snapshot, ThemeNow
from journal.export import paper_text
from journal.export.ink import Ink, heading_of, lowered
from journal.export.paper_map import map_block
from journal.text import say, tr

Block = dict[str, Any]
Section = dict[str, Any]

_ASKS_OF_THE_GROUP = ("case.help", "case.not_wanted")
_MANY_DATES = 9


def _section(id_: str, *blocks: Block | None, rule: bool = True) -> Section | None:
    kept = [block for block in blocks if block]
    return {"id": id_, "rule": rule, "blocks": kept} if kept else None


def _label(text: str, aside: str = "") -> Block:
    return {"kind": "label", "text": text, "aside": aside}


def _heading(text: str) -> Block | None:
    return {"kind": "heading", "text": text} if text else None


def since(snapshot: Snapshot, ink: Ink) -> Section | None:
    """What was promised last time, and what came of it."""
    loop = snapshot.since
    if loop is None or not (written := ink.paragraphs(loop.text)):
        return None
    label = tr("Since {date}", date=dates.middle(loop.since)) if loop.since else tr("Since last time")
    return _section("since", {"kind": "since", "label": label, "paragraphs": written}, rule=False)


def question(snapshot: Snapshot, ink: Ink) -> Section | None:
    """The learning question, the earlier versions and what shifted."""
    versions = [version for version in snapshot.question if ink.line(version.text)]
    if not versions:
        return None
    rows = [
        {"label": dates.middle(version.written_on), "paragraphs": [ink.line(version.text)], "italic": True}
        for version in reversed(versions[1:])
    ]
    if shift := ink.paragraphs(versions[0].shift):
        rows.append({"label": tr("What shifted"), "paragraphs": shift, "italic": False})
    now = {"kind": "question", "text": ink.line(versions[0].text)}
    table = {"kind": "pairs", "rows": rows, "wide": True} if rows else None
    return _section("question", _label(tr("Learning question")), now, table, rule=False)


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
    label = _label(tr("Place on the journey"), ", ".join(days).replace(", …,", " …"))
    return _section("places", label, map_block(here, guidance), evidence)


def case(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> list[Section | None]:
    """The case in two columns, and the question to the group as a bar of its own."""
    told = snapshot.case
    if told is None:
        return []
    story = [text for id_, part in told.parts if id_ not in _ASKS_OF_THE_GROUP for text in ink.paragraphs(part)]
    asks = [
        {"label": heading_of(guidance, id_), "paragraphs": written, "italic": False}
        for id_, part in told.parts
        if id_ in _ASKS_OF_THE_GROUP and (written := ink.paragraphs(part))
    ]
    title = ink.line(told.title)
    content = [
        _heading(title),
        {"kind": "columns", "paragraphs": story} if story else None,
        {"kind": "pairs", "rows": asks, "wide": True} if asks else None,
    ]
    parts = [_section("case", _label(tr("The case")), *content)] if any(content) else []
    if asked := ink.line(told.question):
        bar = {
            "kind": "bar",
            "label": tr("My question to the group"),
            "text": asked,
            "caption": _method(snapshot, guidance),
        }
        parts.append(_section("ask", bar, rule=False))
    return parts


def _method(snapshot: Snapshot, guidance: Guidance) -> str:
    if snapshot.case is None or not snapshot.case.method_id:
        return ""
    method = guidance.method(snapshot.case.method_id)
    name = paper_text.line(lowered(say(method.name)))
    return tr("Proposed method: {method}, {n} minutes", method=name, n=method.minutes)


def reflections(chosen: Sequence[Reflection], label: str, guidance: Guidance, ink: Ink) -> Section | None:
    """Chosen pieces of reflections or notes, two by two."""
    items = []
    for reflection in chosen:
        pieces = [(heading_of(guidance, p.prompt_id), ink.paragraphs(p.text)) for p in reflection.pieces]
        pieces = [(asked, written) for asked, written in pieces if written]
        when = dates.span(reflection.starts_on, reflection.ends_on)
        session = say(guidance.session(reflection.session_id).name) if reflection.session_id else ""
        caption = f"{paper_text.line(session)}, {when}" if session else when
        title = ink.line(reflection.title)
        if not pieces:
            continue
        told = [
            {"label": asked if len(pieces) > 1 and number else "", "paragraphs": written}
            for number, (asked, written) in enumerate(pieces)
        ]
        items.append({"caption": caption, "title": title, "pieces": told})
    if not items:
        return None
    return _section("reflections", _label(label), {"kind": "reflections", "items": items})


def themes(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> Section | None:
    """The themes in words, with the line beside them for who wanted one."""
    if snapshot.themes is None:
        return None
    rows = [_theme(theme, guidance, ink) for theme in snapshot.themes.lines]
    rows = [row for row in rows if row["paragraphs"] or row["level"]]
    if not rows:
        return None
    three = len(guidance.programme.themes) == 3  # noqa: PLR2004
    legend = [
        {
            "solid": solid,
            "text": tr("after {session}", session=lowered(paper_text.line(say(guidance.session(id_).name)))),
        }
        for solid, id_, seen in (
            (False, snapshot.themes.earlier_session_id, any(row["earlier"] for row in rows)),
            (True, snapshot.themes.session_id, any(row["level"] for row in rows)),
        )
        if id_ and seen
    ]
    label = _label(tr("The three themes") if three else tr("Themes"))
    return _section("themes", {**label, "legend": legend}, {"kind": "themes", "rows": rows})


def _theme(theme: ThemeNow, guidance: Guidance, ink: Ink) -> dict[str, Any]:
    level, earlier = theme.level, theme.earlier if theme.level else None
    words = [say(word) for word in guidance.marks]
    said = {"before": "", "word": words[level - 1] if level else ""}
    if level and earlier:
        said["before"] = tr("still") if earlier == level else tr("from {word} to", word=words[earlier - 1])
    return {
        "title": paper_text.line(say(guidance.theme(theme.theme_id).name)),
        "level": level,
        "earlier": earlier,
        "levels": len(words),
        "said": said,
        "paragraphs": ink.paragraphs(theme.text),
    }


def experiments(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> list[Section | None]:
    """Every chosen experiment with the parts of its form."""
    return [_experiment(experiment, guidance, ink) for experiment in snapshot.experiments]


def _experiment(experiment: ExperimentNow, guidance: Guidance, ink: Ink) -> Section | None:
    rows = [
        {"label": heading_of(guidance, id_), "paragraphs": written, "italic": False}
        for id_, part in experiment.parts
        if (written := ink.paragraphs(part))
    ]
    content = [_heading(ink.line(experiment.title)), {"kind": "pairs", "rows": rows, "wide": False} if rows else None]
    return _section("experiment", _label(tr("Experiment")), *content) if any(content) else None


def next_step(snapshot: Snapshot, ink: Ink) -> Section | None:
    """The step that the writer has chosen."""
    written = ink.paragraphs(snapshot.next_step)
    return (
        _section("next_step", _label(tr("My next step")), {"kind": "voice", "paragraphs": written}) if written else None
    )
