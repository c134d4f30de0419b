"""A long paper, laid out in a process of its own that can be ended: no half file stays, and the window stays awake.

The words go there and the pages come back over pipes; see ``journal/apart.py``.
"""

import base64
import datetime as dt
import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from journal import apart
from journal.errors import PaperError
from journal.export import pdf

_HERE = "journal.export.long_paper:lay_out"
_SECONDS = 600.0
_MEMORY = 4 << 30
_LARGEST = 1 << 30


class Stage(StrEnum):
    """What is going on; the screen has the words."""

    READING = "reading"
    WRITING = "writing"
    LAYING_OUT = "laying_out"
    DONE = "done"


class Cancelled(Exception):
    """Its maker thought better of it. Nothing is left."""


def make(
    document: Mapping[str, Any], *, made_on: dt.date, template: str, wanted: Callable[[], bool] = lambda: True
) -> pdf.Paper:
    """The paper, as ``pdf.make`` makes it. Raises Cancelled once ``wanted`` says no, PaperError when it fails."""
    if not wanted():
        raise Cancelled
    payload = _payload(document, {"made_on": made_on.isoformat(), "template": template})
    try:
        answer = apart.run_apart(
            _HERE, payload, seconds=_SECONDS, memory_bytes=_MEMORY, answer_bytes=_LARGEST, wanted=wanted
        )
    except apart.Stopped:
        raise Cancelled from None
    except apart.ApartTrouble as trouble:
        raise PaperError(type(trouble).__name__) from trouble
    head, _, data = answer.partition(b"\n")
    told = json.loads(head)
    return pdf.Paper(data, strict=told["strict"], detail=base64.b64decode(told["detail"]).decode())


def _payload(document: Mapping[str, Any], asked: Mapping[str, str]) -> bytes:
    """As JSON, a piece at a time: one call for all of it would hold up the window."""
    pieces = json.JSONEncoder().iterencode({**asked, "document": document})
    return "".join(pieces).encode()


def lay_out(payload: bytes) -> bytes:
    """The other side: a line about the paper, then its bytes."""
    asked = json.loads(payload)
    made = pdf.make(asked["document"], made_on=dt.date.fromisoformat(asked["made_on"]), template=asked["template"])
    head = {"strict": made.strict, "detail": base64.b64encode(made.detail.encode()).decode()}
    return json.dumps(head).encode() + b"\n" + made.data
