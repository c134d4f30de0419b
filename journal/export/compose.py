"""From snapshot to document: neutral blocks in reading order, every word final, names replaced, text clean.

The document is plain data (JSON). ``resources/pdf/paper.typ`` lays it out; user text is only ever data there.
What was not ticked is not in the snapshot, and an empty section leaves nothing behind.
"""

from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.snapshot import Snapshot
from journal.export import back as back_pages
from journal.export import figures, paper_text
from journal.export import front as front_page
from journal.export.blocks import Section
from journal.export.harvest import harvest
from journal.export.ink import Ink, lowered, name_of
from journal.text import language, say, tr

FORMAT = 1
_FOOTER_NAME = 32
_LONGEST_NAME = 300


def document(snapshot: Snapshot, guidance: Guidance) -> dict[str, Any]:
    """The paper of one preparation, in the language in use."""
    ink = Ink(snapshot.names)
    writer = paper_text.shorten(paper_text.line(snapshot.writer), _LONGEST_NAME)
    front = _kept(
        front_page.since(snapshot, ink),
        front_page.question(snapshot, ink),
        front_page.places(snapshot, guidance, ink),
        *front_page.case(snapshot, guidance, ink),
    )
    shown = figures.figures(snapshot.attachments, guidance, ink)
    tried = [part for part in back_pages.experiments(snapshot, guidance, ink) if part]
    tried[:1] = [figures.beside(part, shown) for part in tried[:1]]
    back = _kept(
        back_pages.context(snapshot, guidance, ink),
        back_pages.reflections(snapshot.reflections, tr("From my reflections"), guidance, ink),
        back_pages.reflections(snapshot.notes, tr("From my notes"), guidance, ink),
        back_pages.themes(snapshot, guidance, ink),
        *tried,
        figures.of_their_own(shown),
        back_pages.next_step(snapshot, ink),
    )
    own = harvest(snapshot, ink) if snapshot.harvest else None
    kept = tr("Snapshot of {date}.", date=dates.full(snapshot.made_on))
    initials = tr("Names of others are initials.") if snapshot.initials else ""
    return {
        "format": FORMAT,
        "language": language(),
        "title": _title(writer),
        "writer": writer,
        "footer": {
            "left": f"{kept} {initials}".strip(),
            "name": paper_text.shorten(writer, _FOOTER_NAME),
            "pages": tr("{page} of {pages}"),
        },
        "head": None if own and not front and not back else _head(snapshot, guidance, writer),
        "front": front,
        "back": back,
        "break_before_back": any(part["id"] in {"case", "places"} for part in front),
        "harvest": own,
    }


def _kept(*parts: Section | None) -> list[Section]:
    return [part for part in parts if part]


def _title(writer: str) -> str:
    subject = tr("Preparation for peer consultation")
    return f"{subject} — {writer}" if writer else subject


def _head(snapshot: Snapshot, guidance: Guidance, writer: str) -> dict[str, Any]:
    subject = tr("Preparation for peer consultation")
    label = f"{subject}, {dates.full(snapshot.meeting_on)}" if snapshot.meeting_on else subject
    session = name_of(guidance.session, snapshot.after_session_id)
    after = tr("after {session}", session=lowered(session)) if session else ""
    edition = ", ".join(part for part in (snapshot.edition, after) if part)
    aside = [paper_text.line(text) for text in (say(guidance.programme.name), edition)]
    return {"label": label, "text": writer or subject, "aside": [text for text in aside if text]}
