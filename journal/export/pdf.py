"""The document as PDF, by Typst: tagged (PDF/UA-1) and fit for archives (PDF/A-3a); the same input, the same bytes."""

import datetime as dt
import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import typst

from journal.domain.sharing import PlacedFragment
from journal.errors import PaperError
from journal.export import pdfium, placing
from journal.export.paper_text import line
from journal.files import save
from resources import folder

__all__ = ["Paper", "make", "pages", "placed", "render", "save", "warm_up"]

Standard = Literal["ua-1", "a-3a"]
STRICT: tuple[Standard, ...] = ("ua-1", "a-3a")
_TEMPLATE, _LAST_RESORT = "paper.typ", "plain.typ"
_ONE_AT_A_TIME = threading.RLock()
"""A compiler keeps the words that it set last; nobody may ask it about them while another sets other words."""
_PLACES = """(query(<fragment-from>) + query(<fragment-to>)).map(found => (
  n: found.value, p: found.location().position(),
))"""


@dataclass(frozen=True)
class Paper:
    """A PDF. Not ``strict``: it is all there, yet not tagged by the standard; ``detail`` is Typst's reason."""

    data: bytes
    strict: bool
    detail: str = ""


def make(document: Mapping[str, Any], *, made_on: dt.date, template: str = _TEMPLATE) -> Paper:
    """The PDF, strict when possible; else the same without the standard; else plainly its texts. Never none."""
    try:
        return Paper(_compiled(template, document, made_on, STRICT), strict=True)
    except typst.TypstError as trouble:
        detail = str(trouble)
    try:
        return Paper(_compiled(template, document, made_on, ()), strict=False, detail=detail)
    except typst.TypstError:
        return Paper(_plain(document, made_on), strict=False, detail=detail)


def render(document: Mapping[str, Any], *, made_on: dt.date) -> bytes:
    """The bytes of ``make``, for who does not ask whether they are strict."""
    return make(document, made_on=made_on).data


def pages(data: bytes) -> int:
    """How many pages a PDF has."""
    with pdfium.opened(data) as document:
        return len(document)


def placed(document: Mapping[str, Any], *, made_on: dt.date) -> tuple[PlacedFragment, ...]:
    """Where every coded fragment stands on the paper of ``make``; one for every page that it goes over."""
    codes = document.get("codes", [])
    if not codes:
        return ()
    try:
        with _ONE_AT_A_TIME:
            _compiled(_TEMPLATE, document, made_on, ())
            found = json.loads(_compiler(_TEMPLATE).eval(_PLACES))
    except typst.TypstError:
        return ()  # a paper of plain texts has no codes
    return tuple(placing.placed(codes, found))


def warm_up() -> None:
    """Load the fonts, so that the first paper comes as fast as the next."""
    _compiler(_TEMPLATE)


def _plain(document: Mapping[str, Any], made_on: dt.date) -> bytes:
    document = {
        "title": line(str(document.get("title", ""))) or "Reisgezel",
        "writer": line(str(document.get("writer", ""))),
        "language": document.get("language", "nl"),
        "texts": [text for part in document.items() if part[0] not in _NO_TEXT for text in _texts(part[1])],
    }
    try:
        return _compiled(_LAST_RESORT, document, made_on, ())
    except typst.TypstError as trouble:
        raise PaperError(str(trouble)) from trouble


_NO_TEXT = frozenset(
    ("kind", "id", "of", "svg", "alt", "numbers", "labels", "format", "language", "title", "writer", "codes", "mark")
)


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str) and part.strip():
        yield line(part)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            if key not in _NO_TEXT:
                yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)


def _compiled(template: str, document: Mapping[str, Any], made_on: dt.date, standards: tuple[Standard, ...]) -> bytes:
    midday = dt.datetime.combine(made_on, dt.time(12), tzinfo=dt.UTC)
    with _ONE_AT_A_TIME:
        data = _compiler(template).compile(
            format="pdf",
            sys_inputs={"data": json.dumps(document)},
            pdf_standards=list(standards),
            timestamp=int(midday.timestamp()),
        )
    assert isinstance(data, bytes)
    return data


@cache
def _compiler(template: str) -> typst.Compiler:
    """One compiler a template: it keeps fonts and parsed sources between papers."""
    place = folder("pdf")
    return typst.Compiler(
        input=str(place / template), root=str(place), font_paths=[str(folder("fonts"))], ignore_system_fonts=True
    )
