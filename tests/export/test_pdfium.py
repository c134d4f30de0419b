"""Looking in PDFs from several threads at once: the paper is made beside the screen that shows the last one."""

from concurrent.futures import ThreadPoolExecutor

from journal.export import pdf, pdfium
from tests.returned.conftest import file


def width(data: bytes) -> float:
    with pdfium.opened(data) as document:
        return float(document[0].render(scale=0.2).width)


def test_two_threads_may_look_in_papers_at_the_same_time():
    data = file("sent.pdf")
    with ThreadPoolExecutor(4) as threads:
        counted = [threads.submit(pdf.pages, data) for _ in range(1_000)]
        drawn = [threads.submit(width, data) for _ in range(60)]
    assert {each.result() for each in counted} == {pdf.pages(data)}
    assert len({each.result() for each in drawn}) == 1
