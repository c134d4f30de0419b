"""The pages after the first: background, reflections, themes, experiments, next step. Without content: None."""

from collections.abc import Sequence
from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import ExperimentNow, Piece, Reflection, Snapshot, ThemeNow
from journal.export import paper_text
from journal.export.blocks import Block, Section, coded, heading, label, pair, pairs, section
from journal.export.ink import Ink, heading_of, lowered, name_of
from journal.text import say, tr

_TOLD = frozenset({"moment.story", "free.text", "note.text"})
"""What is told under these prompts needs no question above it."""


def context(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> Section | None:
    """What stands beside the learning question, for who does not know the writer."""
    rows = [
        pair(heading_of(guidance, piece.prompt_id), written, fragment=piece.fragment)
        for piece in snapshot.context
        if (written := ink.paragraphs(piece.text))
    ]
    return section("context", label(tr("Behind my learning question")), pairs(rows, wide=True)) if rows else None


def reflections(chosen: Sequence[Reflection], name: str, guidance: Guidance, ink: Ink) -> Section | None:
    """Chosen pieces of reflections or notes, two by two."""
    items = [item for reflection in chosen if (item := _reflection(reflection, guidance, ink))["pieces"]]
    return section("reflections", label(name), {"kind": "reflections", "items": items}) if items else None


def _reflection(reflection: Reflection, guidance: Guidance, ink: Ink) -> Block:
    when = dates.span(reflection.starts_on, reflection.ends_on) if reflection.starts_on else ""
    session = name_of(guidance.session, reflection.session_id)
    return {
        "caption": ", ".join(part for part in (session, when) if part),
        "title": ink.line(reflection.title),
        "pieces": [
            coded({"label": piece_name(piece, guidance), "paragraphs": written}, piece.fragment)
            for piece in reflection.pieces
            if (written := ink.paragraphs(piece.text))
        ],
    }


def piece_name(piece: Piece, guidance: Guidance) -> str:
    """The question that an answer stands under; nothing above what is told."""
    return "" if piece.prompt_id in _TOLD else heading_of(guidance, piece.prompt_id)


def themes(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> Section | None:
    """The themes in words, with the line beside them for who wanted one."""
    if snapshot.themes is None:
        return None
    rows = [_theme(theme, guidance, ink) for theme in snapshot.themes.lines]
    rows = [row for row in rows if row["paragraphs"] or row["level"]]
    if not rows:
        return None
    three = len(guidance.programme.themes) == 3  # noqa: PLR2004
    sessions = (
        (False, name_of(guidance.session, snapshot.themes.earlier_session_id), any(row["earlier"] for row in rows)),
        (True, name_of(guidance.session, snapshot.themes.session_id), any(row["level"] for row in rows)),
    )
    legend = [
        {"solid": solid, "text": tr("after {session}", session=lowered(session))}
        for solid, session, seen in sessions
        if session and seen
    ]
    name = label(tr("The three themes") if three else tr("Themes"))
    return section("themes", {**name, "legend": legend}, {"kind": "themes", "rows": rows})


def _theme(theme: ThemeNow, guidance: Guidance, ink: Ink) -> dict[str, Any]:
    level, earlier = theme.level, theme.earlier if theme.level else None
    words = [say(word) for word in guidance.marks]
    said = {"before": "", "word": words[level - 1] if level else ""}
    if level and earlier:
        said["before"] = tr("still") if earlier == level else tr("from {word} to", word=words[earlier - 1])
    row = {
        "title": paper_text.line(say(guidance.theme(theme.theme_id).name)),
        "level": level,
        "earlier": earlier,
        "levels": len(words),
        "said": said,
        "paragraphs": ink.paragraphs(theme.text),
    }
    return coded(row, theme.fragment)


def experiments(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> list[Section | None]:
    """Every chosen experiment with the parts of its form."""
    return [_experiment(experiment, guidance, ink) for experiment in snapshot.experiments]


def _experiment(experiment: ExperimentNow, guidance: Guidance, ink: Ink) -> Section | None:
    rows = [
        pair(heading_of(guidance, part.prompt_id), written, fragment=part.fragment)
        for part in experiment.parts
        if (written := ink.paragraphs(part.text))
    ]
    content = [heading(ink.line(experiment.title), experiment.title_fragment), pairs(rows, wide=False)]
    return section("experiment", label(tr("Experiment")), *content) if any(content) else None


def next_step(snapshot: Snapshot, ink: Ink) -> Section | None:
    """The step that the writer has chosen."""
    written = ink.paragraphs(snapshot.next_step)
    voice = coded({"kind": "voice", "paragraphs": written}, snapshot.next_step_fragment)
    return section("next_step", label(tr("My next step")), voice) if written else None
