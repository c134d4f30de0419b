"""Reads a returned PDF. Runs in a process of its own (``journal.apart``): bytes in, JSON out, nothing else."""

import io
import json
import math
from typing import Any

import pypdf
import pypdfium2

from journal.domain.returning import Box, FoundRemark, PageRead, PaperRead, RemarkKind
from journal.returned.annotations import Found, on_page
from journal.returned.asking import Refusal, asked
from journal.returned.limits import MOST_ANNOTATIONS, MOST_NAME, MOST_PAGES, MOST_SIGNS
from journal.returned.page_words import pages, under
from journal.returned.signs import tidy
from journal.returned.threads import in_order

_FAR = 100_000.0
"""Points: beyond any paper."""
_APART = 24.0
"""Drawn things further from each other than this many points are two things."""


class _Refused(Exception):
    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


def read(payload: bytes) -> bytes:
    """The paper as JSON, or why not."""
    data, password = asked(payload)
    try:
        answer = _as_json(_read(data, password))
    except _Refused as refused:
        answer = {"refused": refused.why.value}
    except MemoryError:
        answer = {"refused": Refusal.LARGE.value}
    except Exception:  # noqa: BLE001 - a library may stumble in any way over a damaged file
        answer = {"refused": Refusal.DAMAGED.value}
    return json.dumps(answer, ensure_ascii=True, separators=(",", ":")).encode()


def _read(data: bytes, password: str) -> PaperRead:
    if b"%PDF-" not in data[:1024]:
        raise _Refused(Refusal.FOREIGN)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(password):
        raise _Refused(Refusal.LOCKED)
    with pypdfium2.PdfDocument(io.BytesIO(data), password=password or None) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise _Refused(Refusal.LARGE)
        if not count:
            raise _Refused(Refusal.DAMAGED)
        read_pages, corners = pages(document)
    remarks = in_order(_remarks(reader, read_pages, corners))
    return PaperRead(tuple(read_pages), tuple(remarks))


def _remarks(
    reader: pypdf.PdfReader, read_pages: list[PageRead], corners: list[tuple[float, float]]
) -> list[tuple[FoundRemark, Found]]:
    seen, found = 0, []
    for number, corner in enumerate(corners[: len(reader.pages)]):
        here = []
        for each in on_page(reader.pages[number], corner):
            seen += 1
            if seen > MOST_ANNOTATIONS:
                raise _Refused(Refusal.LARGE)
            if each is not None:
                here.append(each)
        for each in _drawn_together(here):
            quoted = tidy(under(read_pages[number], each.marked), MOST_SIGNS) if each.marked else ""
            if each.kind is RemarkKind.MARK and not quoted:
                continue  # nothing was marked and nothing was said
            author = tidy(each.author, MOST_NAME).replace("\n", " ")
            remark = FoundRemark(each.kind, each.text, author, quoted, number + 1, each.box)
            found.append((remark, each))
    return found


def _drawn_together(found: list[Found]) -> list[Found]:
    """Strokes that stand together are one thing; what has words stays as it is."""
    drawn = sorted((each for each in found if each.kind is RemarkKind.HAND), key=lambda each: each.box.top)
    together: list[Found] = []
    for each in drawn:
        last = together[-1] if together else None
        if last is not None and last.author == each.author and each.box.top - last.box.bottom < _APART:
            last.box = _around(last.box, each.box)
        else:
            together.append(each)
    return [each for each in found if each.kind is not RemarkKind.HAND] + together


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _as_json(paper: PaperRead) -> dict[str, Any]:
    return {
        "pages": [[[word.text, *_numbers(word.box)] for word in page.words] for page in paper.pages],
        "remarks": [
            {
                "kind": remark.kind.value,
                "text": remark.text,
                "author": remark.author,
                "quoted": remark.quoted,
                "page": remark.page,
                "box": _numbers(remark.box) if remark.box else None,
                "answers": remark.answers,
            }
            for remark in paper.remarks
        ],
    }


def _numbers(box: Box) -> list[float]:
    """A place on a page; a damaged file may have words miles away, or nowhere."""
    numbers = (box.left, box.top, box.right, box.bottom)
    return [round(min(max(each, -_FAR), _FAR), 1) if math.isfinite(each) else 0.0 for each in numbers]
