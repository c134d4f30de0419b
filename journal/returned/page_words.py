"""The words of every page with their places, by PDFium."""

import ctypes
import math
import sys
from collections.abc import Iterator
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

from journal.domain.returning import Box, PageRead, Word
from journal.returned.limits import MOST_WORD, MOST_WORDS

_MOST_ON_A_PAGE = 40_000
"""Signs."""
_SURROGATES = range(0xD800, 0xE000)
_SOFT_HYPHEN = ("\u00ad", "\u0002", "\ufffe")


def pages(document: pypdfium2.PdfDocument) -> tuple[list[PageRead], list[tuple[float, float]]]:
    """The words of all pages, and of each page where its left top is in its own coordinates."""
    found: list[PageRead] = []
    corners: list[tuple[float, float]] = []
    left_over = MOST_WORDS
    for number in range(len(document)):
        page = document[number]
        left, _bottom, _right, top = page.get_cropbox()
        corners.append((left, top))
        words = tuple(_words(page, left, top))[:left_over]
        left_over -= len(words)
        found.append(PageRead(words))
        page.close()
    return found, corners


def under(page: PageRead, places: list[Box]) -> str:
    """The words whose middle is in one of these places: what was marked."""
    return " ".join(word.text for word in page.words if any(_holds(place, word.box) for place in places))


def _holds(place: Box, box: Box) -> bool:
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return place.left <= across <= place.right and place.top <= down <= place.bottom


def _words(page: pypdfium2.PdfPage, left: float, top: float) -> Iterator[Word]:
    text_page = page.get_textpage()
    try:
        signs = _signs(text_page)
        for blank, group in groupby(signs, key=lambda sign: sign[0].isspace()):
            if not blank:
                word = _word(list(group), left, top)
                if word is not None:
                    yield word
    finally:
        text_page.close()


def _word(signs: list[tuple[str, tuple[float, float, float, float]]], left: float, top: float) -> Word | None:
    text = "".join(sign for sign, _ in signs if sign not in _SOFT_HYPHEN and sign.isprintable())[:MOST_WORD]
    boxes = [box for _, box in signs if all(map(math.isfinite, box))]
    if not text or not boxes:
        return None
    lefts, rights, bottoms, tops = zip(*boxes, strict=True)
    return Word(text, Box(min(lefts) - left, top - max(tops), max(rights) - left, top - min(bottoms)))


def _signs(text_page: pypdfium2.PdfTextPage) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(min(text_page.count_chars(), _MOST_ON_A_PAGE)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        sign = chr(code) if 0 < code <= sys.maxunicode and code not in _SURROGATES else " "
        raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        yield sign, (left.value, right.value, bottom.value, top.value)
