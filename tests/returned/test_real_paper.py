"""The whole way with a paper as Reisgezel prints it: every note comes back to the fragment beside which it was put."""

import io

import pypdf
import pytest
from pypdf.annotations import Text
from pypdf.generic import NameObject, TextStringObject

from journal.export import compose, pdf
from journal.guidance_files import for_journey
from journal.returned import added, matching, reading
from journal.returned.matching import SentPaper
from tests.export.papers import MADE_ON, marjan
from tests.export.test_codes import marked

HEIGHT = 841.89


@pytest.fixture(scope="module")
def printed():
    document = marked(compose.document(marjan(), for_journey("htc", None)))
    return pdf.render(document, made_on=MADE_ON), pdf.placed(document, made_on=MADE_ON)


def test_a_note_beside_every_fragment_comes_back_to_it(printed):
    data, placed = printed
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for each in placed:
        middle = HEIGHT - (each.top + each.bottom) / 2
        across = each.right - 20
        note = Text(rect=(across, middle - 9, across + 18, middle + 9), text="")
        note[NameObject("/Contents")] = TextStringObject(f"bij {each.code.replace('-', '/')}x")
        writer.add_annotation(each.page - 1, note)
    back = io.BytesIO()
    writer.write(back)

    read = reading.read_paper(back.getvalue())
    paper = SentPaper(1, placed)

    assert matching.which_paper(read.pages, [paper]) == 1
    proposed = matching.propose(read.remarks, [paper], 1)
    assert len(proposed) == len(placed) > 10
    for each in proposed:
        assert f"bij {each.code.replace('-', '/')}x" == each.text


def test_marked_words_of_the_real_paper_are_found_without_a_place(printed):
    data, placed = printed
    read = reading.read_paper(data)
    words = " ".join(word.text for page in read.pages for word in page.words)
    assert all(each.code in words for each in placed)  # copied into an e-mail, they come along
    assert added.typed(read.pages, read.pages) == []
