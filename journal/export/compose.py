"""From snapshot to document: neutral blocks in reading order, every word final, names replaced, text clean.

The document is plain data (JSON). ``resources/pdf/paper.typ`` lays it out; user text is only ever data there.
What was not ticked is not in the snapshot, and an empty section leaves nothing behind.
"""

from collections.abc import Callable
from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.sharing import PaperKind
from journal.domain.snapshot import Snapshot
from journal.export import back as back_pages
from journal.export import case_part, figures, method_sheets, paper_coach, paper_frame, paper_one_page, paper_session
from journal.export import front as front_page
from journal.export.harvest import harvest
from journal.export.ink import Ink
from journal.text import tr

Document = dict[str, Any]


def document(snapshot: Snapshot, guidance: Guidance, kind: PaperKind = PaperKind.PREPARATION) -> Document:
    """The paper of one snapshot, in the language in use."""
    return _KINDS.get(kind, _preparation)(snapshot, guidance)


def _preparation(snapshot: Snapshot, guidance: Guidance) -> Document:
    ink = Ink(snapshot.names)
    front = (
        front_page.since(snapshot, ink),
        front_page.question(snapshot, ink),
        front_page.places(snapshot, guidance, ink),
        *case_part.case(snapshot, guidance, ink),
    )
    shown = figures.figures(snapshot.attachments, guidance, ink)
    tried = [part for part in back_pages.experiments(snapshot, guidance, ink) if part]
    tried[:1] = [figures.beside(part, shown) for part in tried[:1]]
    back = (
        back_pages.context(snapshot, guidance, ink),
        back_pages.reflections(snapshot.reflections, tr("From my reflections"), guidance, ink),
        back_pages.reflections(snapshot.notes, tr("From my notes"), guidance, ink),
        back_pages.themes(snapshot, guidance, ink),
        *tried,
        figures.of_their_own(shown),
        back_pages.next_step(snapshot, ink),
    )
    subject = tr("Preparation for peer consultation")
    meeting = snapshot.meeting_on
    return paper_frame.paper(
        snapshot,
        guidance,
        subject=subject,
        label=f"{subject}, {dates.full(meeting)}" if meeting else subject,
        front=front,
        back=back,
        sheets=method_sheets.sheets(snapshot, guidance, ink),
        harvest=harvest(snapshot, ink) if snapshot.harvest else None,
        headless=snapshot.harvest and not any((*front, *back)),
        breaks=any(part["id"] in {"case", "places"} for part in front if part),
    )


def _harvest(snapshot: Snapshot, guidance: Guidance) -> Document:
    """The page to write on by itself: nothing of the journal is on it but the question, when that was ticked."""
    own = harvest(snapshot, Ink(snapshot.names))
    return paper_frame.paper(snapshot, guidance, subject=tr("Harvest"), harvest=own, headless=True)


_KINDS: dict[PaperKind, Callable[[Snapshot, Guidance], Document]] = {
    PaperKind.COACH: paper_coach.document,
    PaperKind.SESSION: paper_session.document,
    PaperKind.ONE_PAGE: paper_one_page.document,
    PaperKind.HARVEST: _harvest,
}
