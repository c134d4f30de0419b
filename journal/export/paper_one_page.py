"""The journey in one page: the map, the life of the question, the themes, and a sentence for every session."""

from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import Snapshot
from journal.export import front as front_page
from journal.export import paper_frame
from journal.export.blocks import Block, Section, coded, label, section
from journal.export.ink import Ink, name_of
from journal.export.paper_coach import themes_in_words
from journal.text import tr


def document(snapshot: Snapshot, guidance: Guidance) -> dict[str, Any]:
    """The paper, in the language in use."""
    ink = Ink(snapshot.names)
    subject = tr("My journey in one page")
    front = (
        front_page.places(snapshot, guidance, ink),
        _question(snapshot, ink),
        _sentences(snapshot, guidance, ink),
        themes_in_words(snapshot, guidance, ink),
    )
    return paper_frame.paper(snapshot, guidance, subject=subject, front=front)


def _question(snapshot: Snapshot, ink: Ink) -> Section | None:
    """The question as it began and as it became, oldest first; the newest stands out."""
    versions = [each for each in reversed(snapshot.question) if ink.line(each.text)]
    if not versions:
        return None
    lines = [
        coded({"when": dates.middle(each.written_on), "text": ink.line(each.text), "now": False}, each.fragment)
        for each in versions
    ]
    lines[-1]["now"] = True
    return section("question", label(tr("The life of my question")), {"kind": "life", "lines": lines})


def _sentences(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> Section | None:
    items: list[Block] = []
    for each in snapshot.reflections:
        session = name_of(guidance.session, each.session_id)
        when = dates.middle(each.starts_on) if each.starts_on else ""
        caption = ", ".join(part for part in (session, when) if part)
        items += [
            coded({"caption": caption, "text": text}, piece.fragment)
            for piece in each.pieces
            if (text := ink.line(piece.text))
        ]
    name = tr("In one sentence")
    return section("sentences", label(name), {"kind": "sentences", "items": items}) if items else None
