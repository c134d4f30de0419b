"""What programs leave on a page: notes, marks, typed words, drawings and replies; as text and places only.

Links, scripts, sounds, films and enclosed files are never looked at.
"""

import datetime as dt
import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject, StreamObject

from journal.domain.returning import Box, RemarkKind
from journal.returned.limits import MOST_SIGNS
from journal.returned.signs import decoded, tidy, words_of_markup

_NOTES = frozenset({"/Text", "/FreeText", "/Caret"})
_MARKS = frozenset({"/Highlight", "/Underline", "/StrikeOut", "/Squiggly"})
_DRAWN = frozenset({"/Ink", "/Stamp", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine"})
_HIDDEN = 2
_KNOWN = _NOTES | _MARKS | _DRAWN | {"/Widget"}


@dataclass
class Found:
    """An annotation. ``key`` is what replies call it by; ``answers`` the key that it replies to."""

    kind: RemarkKind
    text: str
    author: str
    box: Box
    marked: list[Box]
    key: object
    answers: object
    joined: bool
    """Said together with what it answers, as one thing."""
    when: str


def on_page(page: PageObject, corner: tuple[float, float]) -> Iterator[Found | None]:
    """All annotations of a page; None for one that says nothing."""
    listed = _real(page.get("/Annots"))
    for raw in listed if isinstance(listed, ArrayObject) else []:
        annotation = _real(raw)
        if isinstance(annotation, DictionaryObject):
            yield _found(annotation, raw, page, corner)
        else:
            yield None


def _found(annotation: DictionaryObject, raw: object, page: PageObject, corner: tuple[float, float]) -> Found | None:
    subtype = _real(annotation.get("/Subtype"))
    flags = _real(annotation.get("/F"))
    if subtype not in _KNOWN or (isinstance(flags, int) and flags & _HIDDEN) or "/StateModel" in annotation:
        return None
    box = _box(annotation.get("/Rect"), corner)
    if box is None:
        return None
    if subtype == "/Widget":
        text, kind = _typed(annotation), RemarkKind.TYPED
    else:
        text, kind = _said(annotation, page), RemarkKind.NOTE
    quads = _quads(annotation.get("/QuadPoints"), corner) if subtype in _MARKS else []
    marked = quads if any(_meets(quad, box) for quad in quads) else []  # some programs write nonsense there
    if not text:
        if subtype in _MARKS:
            kind = RemarkKind.MARK
        elif subtype in _DRAWN:
            kind = RemarkKind.HAND
        else:
            return None
    answers = annotation.get("/IRT")
    return Found(
        kind=kind,
        text=text,
        author=_author(annotation),
        box=box,
        marked=marked or ([box] if subtype in _MARKS else []),
        key=_key(raw, annotation),
        answers=_key(answers, _real(answers)) if answers is not None else None,
        joined=_real(annotation.get("/RT")) == "/Group",
        when=_when(annotation),
    )


def _said(annotation: DictionaryObject, page: PageObject) -> str:
    """Its words, wherever its program put them: plain, rich, in its pop-up, or only in its picture."""
    popup = _real(annotation.get("/Popup"))
    for holder in (annotation, popup):
        if isinstance(holder, DictionaryObject):
            text = tidy(_string(holder.get("/Contents")), MOST_SIGNS)
            text = text or tidy(words_of_markup(_string(holder.get("/RC"))), MOST_SIGNS)
            if text:
                return text
    return _in_picture(annotation, page) if _real(annotation.get("/Subtype")) == "/FreeText" else ""


def _in_picture(annotation: DictionaryObject, page: PageObject) -> str:
    looks = _real(annotation.get("/AP"))
    normal = _real(looks.get("/N")) if isinstance(looks, DictionaryObject) else None
    if isinstance(normal, StreamObject):
        with suppress(Exception):  # a library that stumbles over one picture must not lose all other remarks
            return tidy(page.extract_xform_text(normal), MOST_SIGNS)  # type: ignore[arg-type]
    return ""


def _typed(widget: DictionaryObject) -> str:
    """What was filled in, in a field for text."""
    parent = _real(widget.get("/Parent"))
    holders = [holder for holder in (widget, parent) if isinstance(holder, DictionaryObject)]
    if not any(_real(holder.get("/FT")) == "/Tx" for holder in holders):
        return ""
    return next((text for holder in holders if (text := tidy(_string(holder.get("/V")), MOST_SIGNS))), "")


def _author(annotation: DictionaryObject) -> str:
    return _string(annotation.get("/T"))


def _string(value: object) -> str:
    value = _real(value)
    if isinstance(value, StreamObject):
        return decoded(value.get_data()[: 4 * MOST_SIGNS])
    original = getattr(value, "original_bytes", value)
    if isinstance(original, bytes):
        return decoded(bytes(original))
    return value if isinstance(value, str) and not str(value).startswith("/") else ""


def _box(value: object, corner: tuple[float, float]) -> Box | None:
    numbers = _numbers(value, 4)
    if len(numbers) < 4:  # noqa: PLR2004 - a rectangle
        return None
    return _placed(numbers[0::2][:2], numbers[1::2][:2], corner)


def _quads(value: object, corner: tuple[float, float]) -> list[Box]:
    numbers = _numbers(value, 8 * 400)
    fours = [numbers[start : start + 8] for start in range(0, len(numbers) - 7, 8)]
    return [_placed(four[0::2], four[1::2], corner) for four in fours]


def _placed(across: list[float], down: list[float], corner: tuple[float, float]) -> Box:
    left, top = corner
    return Box(min(across) - left, top - max(down), max(across) - left, top - min(down))


def _meets(one: Box, other: Box) -> bool:
    across = one.left <= other.right + 1 and other.left <= one.right + 1
    return across and one.top <= other.bottom + 1 and other.top <= one.bottom + 1


def _numbers(value: object, most: int) -> list[float]:
    value = _real(value)
    if not isinstance(value, ArrayObject):
        return []
    found = []
    for each in value[:most]:
        number = _real(each)
        if not isinstance(number, int | float) or not math.isfinite(number):
            return []
        found.append(float(number))
    return found


def _key(raw: object, annotation: object) -> object:
    """What others call it by: its number in the file, else its own name."""
    if isinstance(raw, IndirectObject):
        return raw.idnum
    if isinstance(annotation, DictionaryObject):
        return _string(annotation.get("/NM")) or id(annotation)
    return _string(raw)


def _when(annotation: DictionaryObject) -> str:
    """A text that sorts by time; empty when its program kept none."""
    for name in ("/CreationDate", "/M"):
        text = _string(annotation.get(name)).removeprefix("D:")
        with suppress(ValueError):
            return dt.datetime.strptime(text[:14], "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC).isoformat()
    return ""


def _real(value: Any) -> Any:
    """What a reference points at."""
    for _ in range(8):
        if not isinstance(value, IndirectObject):
            break
        value = value.get_object()
    return None if isinstance(value, NullObject) or not isinstance(value, PdfObject) else value
