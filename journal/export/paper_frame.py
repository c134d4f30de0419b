"""What the papers for others have alike: title and footer, and which pages follow the first."""

from collections.abc import Mapping, Sequence
from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.sharing import Recipient
from journal.domain.snapshot import Snapshot
from journal.export import codes, paper_text
from journal.export.blocks import Section
from journal.export.ink import Ink, lowered, name_of
from journal.text import language, say, tr

FORMAT = 1
_FOOTER_NAME = 32
_LONGEST_NAME = 300


def paper(
    snapshot: Snapshot,
    guidance: Guidance,
    *,
    subject: str,
    front: Sequence[Section | None] = (),
    back: Sequence[Section | None] = (),
    label: str = "",
    title: str = "",
    sheets: Sequence[Mapping[str, Any]] = (),
    harvest: Mapping[str, Any] | None = None,
    headless: bool = False,
    breaks: bool = False,
) -> dict[str, Any]:
    """The document of these sections. ``title`` instead of the writer's name; ``breaks``: the back begins a page."""
    writer = paper_text.shorten(paper_text.line(snapshot.writer), _LONGEST_NAME)
    made = {
        "format": FORMAT,
        "language": language(),
        "title": f"{subject} — {writer}" if writer else subject,
        "writer": writer,
        "footer": _footer(snapshot, writer),
        "head": None
        if headless
        else {"label": label or subject, "text": title or writer or subject, "aside": _aside(snapshot, guidance)},
        "front": [part for part in front if part],
        "back": [part for part in back if part],
        "break_before_back": breaks,
        "sheets": list(sheets),
        "harvest": harvest,
    }
    return codes.numbered(made, snapshot.code)


def _footer(snapshot: Snapshot, writer: str) -> dict[str, str]:
    kept = tr("Snapshot of {date}.", date=dates.full(snapshot.made_on))
    replaced = snapshot.initials and snapshot.recipient is not Recipient.SELF
    initials = tr("Names of others are initials.") if replaced else ""
    name = paper_text.shorten(writer, _FOOTER_NAME)
    reader = paper_text.shorten(Ink(()).line(snapshot.recipient_name), _FOOTER_NAME)
    if reader:
        name = tr("{writer}, for {reader}", writer=name, reader=reader) if name else tr("For {reader}", reader=reader)
    return {"left": f"{kept} {initials}".strip(), "name": name, "pages": tr("{page} of {pages}")}


def _aside(snapshot: Snapshot, guidance: Guidance) -> list[str]:
    session = name_of(guidance.session, snapshot.after_session_id)
    after = tr("after {session}", session=lowered(session)) if session else ""
    edition = ", ".join(part for part in (snapshot.edition, after) if part)
    aside = [paper_text.line(text) for text in (say(guidance.programme.name), edition)]
    return [text for text in aside if text]
