"""The last page: lined, to be filled in by hand during or after the meeting."""

from typing import Any

from journal.domain.snapshot import Snapshot
from journal.export.ink import Ink
from journal.text import tr


def harvest(snapshot: Snapshot, ink: Ink) -> dict[str, Any]:
    """Title, the question that lay on the table (when it was ticked), and fields with dotted lines."""
    asked = ink.line(snapshot.case.question) if snapshot.case else ""
    return {
        "label": tr("To fill in by hand, during or after the meeting"),
        "text": tr("Harvest"),
        "question": {"label": tr("The question on the table"), "text": asked} if asked else None,
        "rows": [
            [_field(tr("What I heard"), tr("Sentences, images and questions that stayed"), 6)],
            [
                _field(tr("What it does to me"), tr("What touches, what chafes"), 5),
                _field(tr("What I see differently now"), tr("About the other, about myself"), 5),
            ],
            [
                _field(tr("My next step"), tr("What I will do"), 2, share=2),
                _field("", tr("When"), 2),
                _field("", tr("Who knows about it"), 2),
            ],
            [_field(tr("Does my learning question still fit?"), tr("Which word would you change now?"), 2)],
        ],
    }


def _field(heading: str, caption: str, lines: int, *, share: int = 1) -> dict[str, Any]:
    return {"heading": heading, "caption": caption, "lines": lines, "share": share}
