"""Printing gives the very pages of the file."""

import pytest
from PySide6.QtCore import Qt

from journal import guidance_files
from journal.export import compose, pdf
from tests.export.papers import MADE_ON, marjan
from ui.widgets.paper_printing import draw, for_paper
from ui.widgets.pdf_preview import page_count, page_image

pytestmark = pytest.mark.usefixtures("qapp")
WIDE, SAME = 600, 1.0


@pytest.fixture(scope="module")
def data():
    programme = next(programme for programme in guidance_files.shipped() if programme.id == "htc")
    return pdf.render(compose.document(marjan(), guidance_files.guidance_for(programme)), made_on=MADE_ON)


def printed(data, target, first, last):
    from PySide6.QtPrintSupport import QPrinter

    printer = for_paper("Intervisie")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(150)
    draw(printer, data, first, last)
    return target.read_bytes()


def difference(one, other):
    """The mean difference in grey, of 255, between two pages seen from so far that their dots do not matter."""
    far = [
        each.scaled(120, 170, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        for each in (one, other)
    ]
    apart = [
        abs(far[0].pixelColor(x, y).value() - far[1].pixelColor(x, y).value()) for x in range(120) for y in range(170)
    ]
    return sum(apart) / len(apart)


def test_what_is_printed_looks_as_the_file_does_page_by_page(data, tmp_path):
    paper = printed(data, tmp_path / "druk.pdf", 1, page_count(data))
    assert page_count(paper) == page_count(data)
    for number in range(page_count(data)):
        assert difference(page_image(data, number, WIDE), page_image(paper, number, WIDE)) < SAME, number


def test_one_page_can_be_printed_by_itself(data, tmp_path):
    paper = printed(data, tmp_path / "druk.pdf", 2, 2)
    assert page_count(paper) == 1
    assert difference(page_image(data, 1, WIDE), page_image(paper, 0, WIDE)) < SAME
    assert difference(page_image(data, 0, WIDE), page_image(paper, 0, WIDE)) > 3 * SAME


def test_in_black_and_white_every_word_keeps_its_contrast(data):
    """The proof in grey: the darkest ink of the accent and of the text stay far from the paper."""
    for number in range(page_count(data)):
        page = page_image(data, number, WIDE, grey=True)
        darkest = min(
            page.pixelColor(x, y).value() for x in range(0, page.width(), 2) for y in range(0, page.height(), 2)
        )
        assert darkest < 100
