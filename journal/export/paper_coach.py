"""The summary for the coach: page one is enough in five minutes, and what it rests on comes after."""

from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import Snapshot, ThemeNow
from journal.export import back as back_pages
from journal.export import case_part, figures, paper_frame, paper_text
from journal.export import front as front_page
from journal.export.blocks import Block, Section, coded, label, section
from journal.export.ink import Ink
from journal.text import say, tr


def document(snapshot: Snapshot, guidance: Guidance) -> dict[str, Any]:
    """The paper, in the language in use."""
    ink = Ink(snapshot.names)
    told = case_part.case(snapshot, guidance, ink)
    reflections = back_pages.reflections(snapshot.reflections, tr("From my reflections"), guidance, ink)
    on_the_map = front_page.places(snapshot, guidance, ink)
    moment = told if any(told) else [reflections]
    front = (
        front_page.since(snapshot, ink),
        front_page.question(snapshot, ink),
        *moment,
        _places(on_the_map),
        themes_in_words(snapshot, guidance, ink),
    )
    shown = figures.figures(snapshot.attachments, guidance, ink)
    tried = [part for part in back_pages.experiments(snapshot, guidance, ink) if part]
    tried[:1] = [figures.beside(part, shown) for part in tried[:1]]
    back = (
        _map(on_the_map),
        back_pages.context(snapshot, guidance, ink),
        reflections if any(told) else None,
        back_pages.reflections(snapshot.notes, tr("From my notes"), guidance, ink),
        *tried,
        figures.of_their_own(shown),
        back_pages.next_step(snapshot, ink),
    )
    subject = tr("Summary for the coach")
    meeting = snapshot.meeting_on
    return paper_frame.paper(
        snapshot,
        guidance,
        subject=subject,
        label=f"{subject}, {dates.full(meeting)}" if meeting else subject,
        front=front,
        back=back,
        breaks=any(front),
    )


def _places(whole: Section | None) -> Section | None:
    """Where I and we stand, in words; the map itself comes on the next page."""
    lines = [block for block in (whole or {"blocks": []})["blocks"] if block["kind"] == "evidence"]
    return section("where", label(tr("Place on the journey")), *lines) if lines else None


def _map(whole: Section | None) -> Section | None:
    """The way so far as a drawing."""
    blocks: list[Block] = [block for block in (whole or {"blocks": []})["blocks"] if block["kind"] != "evidence"]
    return section("map", *blocks)


def themes_in_words(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> Section | None:
    """In words only; the word on the line, when there is one, stands with the name."""
    if snapshot.themes is None:
        return None
    lines = [line for theme in snapshot.themes.lines if (line := _theme(theme, guidance, ink))]
    three = len(guidance.programme.themes) == 3  # noqa: PLR2004
    name = tr("The three themes") if three else tr("Themes")
    return section("themes", label(name), {"kind": "evidence", "lines": lines}) if lines else None


def _theme(theme: ThemeNow, guidance: Guidance, ink: Ink) -> Block | None:
    written = ink.line(theme.text)
    words = [say(word) for word in guidance.marks]
    word = words[theme.level - 1] if theme.level else ""
    name = paper_text.line(say(guidance.theme(theme.theme_id).name))
    if not written and not word:
        return None
    return coded({"lead": f"{name}: {word}." if word else f"{name}.", "text": written}, theme.fragment)
