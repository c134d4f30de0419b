"""One reflection by itself, to be read from begin to end."""

from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import Reflection, Snapshot
from journal.export import back as back_pages
from journal.export import figures, paper_frame
from journal.export import front as front_page
from journal.export.blocks import Block, Section, coded, section
from journal.export.ink import Ink, name_of
from journal.text import tr


def document(snapshot: Snapshot, guidance: Guidance) -> dict[str, Any]:
    """The paper, in the language in use. Its title is that of the reflection, else the session."""
    ink = Ink(snapshot.names)
    chosen = (*snapshot.reflections, *snapshot.notes)
    first = chosen[0] if chosen else None
    session = name_of(guidance.session, first.session_id) if first else ""
    when = dates.span(first.starts_on, first.ends_on, year=True) if first and first.starts_on else ""
    subject = tr("Reflection")
    title = ink.line(first.title) if first else ""
    label = ", ".join(part for part in (subject, session if title else "", when) if part)
    front = (
        *(_telling(each, guidance, ink) for each in chosen),
        front_page.places(snapshot, guidance, ink),
        back_pages.themes(snapshot, guidance, ink),
        figures.of_their_own(figures.figures(snapshot.attachments, guidance, ink)),
    )
    return paper_frame.paper(
        snapshot, guidance, subject=subject, label=label, title=title or session or subject, front=front
    )


def _telling(reflection: Reflection, guidance: Guidance, ink: Ink) -> Section | None:
    pieces: list[Block] = [
        coded({"label": back_pages.piece_name(piece, guidance), "paragraphs": written}, piece.fragment)
        for piece in reflection.pieces
        if (written := ink.paragraphs(piece.text))
    ]
    return section("telling", {"kind": "telling", "pieces": pieces}, rule=False) if pieces else None
