"""What readers do with a paper elsewhere: three of them, each with another writer of annotations.

They see no more than any reader does: the pages, and on them the codes beside the fragments.
"""

import ctypes
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name
from pypdf.annotations import Text
from pypdf.generic import NameObject, TextStringObject
from pypdfium2 import raw

_CODE = re.compile(r"\b[A-Z]\d{1,2}-\d+\b")
_NOTE, _LINE, _TYPED = 18.0, 12.0, 200.0


@dataclass(frozen=True)
class Spot:
    """Where a code stands: page from 0, and its middle in points from below."""

    page: int
    across: float
    middle: float


def codes(paper: bytes) -> dict[str, Spot]:
    """Every code on the pages, in reading order."""
    found = {}
    document = pypdfium2.PdfDocument(paper)
    for number in range(len(document)):
        text = document[number].get_textpage()
        for hit in _CODE.finditer(text.get_text_range()):
            left, bottom, _right, top = text.get_charbox(hit.start())
            found.setdefault(hit.group(), Spot(number, left, (bottom + top) / 2))
    document.close()
    return found


def with_notes(paper: bytes, author: str, said: Mapping[str, str]) -> bytes:
    """Small notes beside the codes, put there by pypdf."""
    writer, spots = pypdf.PdfWriter(clone_from=io.BytesIO(paper)), codes(paper)
    for code, text in said.items():
        spot = spots[code]
        note = Text(rect=_beside(spot), text="")
        note[NameObject("/T")], note[NameObject("/Contents")] = TextStringObject(author), TextStringObject(text)
        writer.add_annotation(spot.page, note)
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


def with_typed_words(paper: bytes, author: str, said: Mapping[str, str]) -> bytes:
    """Words typed on the page under the codes, put there by pikepdf as text boxes."""
    spots, done = codes(paper), io.BytesIO()
    with pikepdf.open(io.BytesIO(paper)) as document:
        for code, text in said.items():
            spot = spots[code]
            low = spot.middle - _LINE
            box = Dictionary(
                Type=Name.Annot,
                Subtype=Name.FreeText,
                Rect=Array([spot.across - _TYPED, low - 2, spot.across - 4, low + _LINE]),
                F=4,
                T=author,
                Contents=text,
                DA="0 0 0 rg /Helv 10 Tf",
            )
            page = document.pages[spot.page].obj
            page.Annots = Array([*page.get("/Annots", Array()), document.make_indirect(box)])
        document.save(done)
    return done.getvalue()


def with_marks(paper: bytes, author: str, said: Mapping[str, str]) -> bytes:
    """The first line beside each code marked with a remark, put there by PDFium as browsers do."""
    spots, document = codes(paper), pypdfium2.PdfDocument(paper)
    for code, text in said.items():
        spot = spots[code]
        made = raw.FPDFPage_CreateAnnot(document[spot.page], raw.FPDF_ANNOT_HIGHLIGHT)
        left, right, low, high = spot.across - _TYPED, spot.across - 6, spot.middle - 5, spot.middle + 7
        raw.FPDFAnnot_SetRect(made, raw.FS_RECTF(left, high, right, low))
        quad = raw.FS_QUADPOINTSF(left, high, right, high, left, low, right, low)
        raw.FPDFAnnot_AppendAttachmentPoints(made, quad)
        for key, value in (("Contents", text), ("T", author)):
            signs = (value + "\0").encode("utf-16-le")
            wide = (ctypes.c_ushort * (len(signs) // 2)).from_buffer_copy(signs)
            raw.FPDFAnnot_SetStringValue(made, key.encode(), ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort)))
        raw.FPDFPage_CloseAnnot(made)
    done = io.BytesIO()
    document.save(done)
    document.close()
    return done.getvalue()


WRITERS: tuple[Callable[[bytes, str, Mapping[str, str]], bytes], ...] = (with_notes, with_typed_words, with_marks)
"""pypdf, pikepdf and PDFium."""


def answer(paper: Path, target: Path, writer: int, author: str, said: Mapping[int, str]) -> Path:
    """The paper with remarks, by one of ``WRITERS``. ``said``: by the number of the fragment."""
    data = paper.read_bytes()
    letter = next(iter(codes(data))).partition("-")[0]
    target.write_bytes(WRITERS[writer](data, author, {f"{letter}-{n}": text for n, text in said.items()}))
    return target


def _beside(spot: Spot) -> tuple[float, float, float, float]:
    left = spot.across - _NOTE - 4
    return (left, spot.middle - _NOTE / 2, left + _NOTE, spot.middle + _NOTE / 2)
