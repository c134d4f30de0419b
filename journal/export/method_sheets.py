"""Sheets to write on during the meeting, as the method wants them, and the page that is handed out later.

Of the writer's words only the question to the group stands on a sheet, and on the page apart what was ticked of it.
"""

from typing import Any, Final

from journal.domain.guidance import Guidance
from journal.domain.guidance_methods import Method
from journal.domain.sharing import Recipient
from journal.domain.snapshot import Snapshot
from journal.export import case_part
from journal.export.ink import Ink
from journal.export.sheet_parts import BRINGER, MEMBER, NOTES, SHEETS
from journal.text import say, tr

_READERS: Final = (BRINGER, MEMBER, NOTES)


def sheets(snapshot: Snapshot, guidance: Guidance, ink: Ink) -> list[dict[str, Any]]:
    """The pages after the paper. With the page for the harvest come the sheets of the method; ``apart`` is the last."""
    told = snapshot.case
    method = case_part.method_of(told, guidance)
    if told is None or method is None or snapshot.recipient is not Recipient.GROUP:
        return []
    asked = ink.line(told.question)
    pages = [_page(method, reader, asked) for reader in _READERS if _chosen(method, reader)] if snapshot.harvest else []
    apart = case_part.apart(told, method, guidance, ink)
    return [*pages, apart] if apart else pages


def _chosen(method: Method, reader: str) -> list[str]:
    return [id_ for id_ in method.sheets if SHEETS[id_].reader == reader]


def _page(method: Method, reader: str, asked: str) -> dict[str, Any]:
    titles = {
        BRINGER: (tr("For the case bringer"), ""),
        MEMBER: (tr("For who thinks along"), tr("One for each: print this sheet as often as you need.")),
        NOTES: (tr("For who takes notes"), ""),
    }
    title, aside = titles[reader]
    return {
        "kind": "sheet",
        "label": tr("{method}, to write on during the meeting", method=say(method.name)),
        "text": title,
        "aside": aside,
        "question": {"label": tr("The question on the table"), "text": asked} if asked else None,
        "parts": [part for id_ in _chosen(method, reader) for part in SHEETS[id_].parts()],
    }
