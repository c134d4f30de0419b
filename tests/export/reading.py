"""Reading a paper as others do: its text, its outline, and the verdict of a validator."""

import io
import re

import page
import pypdf
import pypdfium2

from journal.domain.guidance import Guidance
from journal.domain.snapshot import Snapshot
from journal.export import compose, pdf
from tests.export.papers import MADE_ON

RIGHT_MARGIN = (210 - 20) / 25.4 * 72 + 0.5
"""Where the text ends at the right, in points, with half a point for what a letter leans over."""


def paper(snapshot: Snapshot, guidance: Guidance) -> pdf.Paper:
    return pdf.make(compose.document(snapshot, guidance), made_on=MADE_ON)


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def words(data: bytes) -> str:
    """All text of the paper on one line, without the invisible places where a long word may break."""
    text = " ".join(sheet.extract_text() for sheet in opened(data).pages)
    return " ".join(text.replace("\u200b", "").split())


def outline(data: bytes) -> list[str]:
    def titles(items: list[object]) -> list[str]:
        return [t for item in items for t in (titles(item) if isinstance(item, list) else [str(item["/Title"])])]

    return titles(opened(data).outline)


def is_accessible(data: bytes) -> bool:
    return bool(page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1).is_compliant)


def is_for_archives(data: bytes) -> bool:
    found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_A_3A)
    left = [each for each in found.failures if not (each.rule_id == _LENGTH and _lengths_are_right(data))]
    return bool(found.is_compliant) or not left


_LENGTH = "PDFA3A-STREAM-LENGTH-001"
"""Raised by mistake for a stream whose last byte happens to be a carriage return: it is taken for a line end."""


def _lengths_are_right(data: bytes) -> bool:
    """Whether after the bytes that each stream says it has, a line ends and the stream does."""
    heads = re.finditer(rb"/Length (\d+)[^<>]*>>\s*stream\n", data)
    return all(data[each.end() + int(each[1]) :].startswith(b"\nendstream") for each in heads)


def rightmost(data: bytes) -> float:
    """How far to the right the ink of any letter comes, in points."""
    with pypdfium2.PdfDocument(data) as paper_:
        sheets = [sheet.get_textpage() for sheet in paper_]
        letters = ((sheet, n) for sheet in sheets for n in range(sheet.count_chars()))
        return max(sheet.get_charbox(n)[2] for sheet, n in letters if sheet.get_text_range(n, 1).strip())
