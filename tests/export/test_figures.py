"""Drawings, models and photos on paper: sharp, with words for who cannot see them, and never in the way."""

import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest

from journal.domain import drawing, model
from journal.domain.drawing import Drawing, Pen, Stroke
from journal.domain.snapshot import AttachmentNow
from journal.export import compose, pdf
from resources import folder
from tests.export.papers import marjan, only
from tests.export.reading import is_accessible, is_for_archives, opened, outline, paper, words
from tests.ui.pads import picture
from ui.pictures import encoded

CHAIR = (folder("sample") / "de-lege-stoel.json").read_bytes()


def a_photo() -> bytes:
    return encoded(picture(400, 300), "JPEG")


def shown(kind="drawing", data=CHAIR, caption="De lege stoel", description="", **named):
    told = {"width": 1104, "height": 616, "session_id": "two-day-2", "made_on": dt.date(2026, 11, 20), **named}
    return AttachmentNow(kind, caption, description, data, **told)


def a_model(*names: str) -> bytes:
    made = model.Model()
    for number, name in enumerate(names):
        made, _ = model.add_box(made, 150 + 200 * number, 300, name)
    for number in range(1, len(names)):
        made = model.connect(made, number, number + 1)
    return model.write(model.rename_arrow(made, made.arrows[0], "belt <met> & zonder") if made.arrows else made)


def test_a_drawing_stands_beside_the_experiment_as_vectors(guidance):
    made = paper(replace(marjan(), attachments=(shown(description="Zes mensen en een lege stoel."),)), guidance)
    assert made.strict, made.detail
    assert is_accessible(made.data)
    assert is_for_archives(made.data)
    assert pdf.pages(made.data) == 4
    second = " ".join(opened(made.data).pages[1].extract_text().split())
    assert "De lege stoel Gemaakt tijdens tweedaagse 2" in second
    found = outline(made.data)
    assert found[found.index("Tekening") + 1] == "Mijn volgende stap"
    assert "/XObject" not in opened(made.data).pages[1]["/Resources"]


def alternatives(data: bytes) -> list[str]:
    reader = opened(data)
    found = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return [str(each["/Alt"]) for each in found if isinstance(each, dict) and "/Alt" in each]


def test_what_is_to_be_seen_is_told_to_who_cannot_see_it(guidance):
    told = shown(description="Zes mensen, Henk vooraan, en een lege stoel.")
    assert "Zes mensen, H. vooraan, en een lege stoel." in alternatives(
        paper(replace(marjan(), attachments=(told,)), guidance).data
    )
    assert "De lege stoel" in alternatives(paper(replace(marjan(), attachments=(shown(),)), guidance).data)
    assert "Tekening" in alternatives(paper(replace(marjan(), attachments=(shown(caption=""),)), guidance).data)


def test_a_photo_keeps_its_bytes(guidance):
    data = a_photo()
    made = paper(replace(only(), attachments=(shown("photo", data, "Flip-over", width=400, height=300),)), guidance)
    assert made.strict, made.detail
    assert data in made.data
    assert is_accessible(made.data)
    assert "Flip-over" in words(made.data)


def test_a_model_shows_its_words_with_names_as_initials(guidance):
    made = paper(replace(marjan(), attachments=(shown("model", a_model("Ik", "Henk", "Bewoners")),)), guidance)
    assert made.strict, made.detail
    read = words(made.data)
    assert "Bewoners" in read
    assert "Henk" not in read
    assert "belt <met> & zonder" in read


@pytest.mark.parametrize("many", [1, 2, 3, 7])
def test_any_number_of_figures_finds_its_place(guidance, many):
    kinds = [shown(), shown("model", a_model("Een", "Twee")), shown("photo", a_photo(), width=400, height=300)]
    made = paper(replace(marjan(), attachments=tuple((kinds * 3)[:many])), guidance)
    assert made.strict, made.detail
    assert words(made.data).count("De lege stoel") == many


def test_a_drawing_without_an_experiment_has_a_section_of_its_own(guidance):
    made = paper(replace(only(), attachments=(shown(),)), guidance)
    assert made.strict, made.detail
    assert "Tekening" in outline(made.data)


def test_what_cannot_be_read_is_left_out_and_the_paper_stays_whole(guidance):
    broken = (shown(data=b"{}"), shown("model", b"x"), shown("photo", b"\xff\xd8"), shown("model", a_model()))
    made = paper(replace(marjan(), attachments=broken), guidance)
    assert made.strict, made.detail
    assert compose.document(replace(marjan(), attachments=broken), guidance) == compose.document(marjan(), guidance)


def test_the_ink_of_a_drawing_is_on_the_paper_where_it_was_drawn(guidance):
    line = Stroke(Pen.OCHRE, 8, ((100.0, 300.0), (1000.0, 300.0)))
    dot = Stroke(Pen.OCHRE, 8, ((552.0, 500.0),))
    data = drawing.write(Drawing((line, dot)))
    made = paper(replace(only(), attachments=(shown(data=data),)), guidance)
    with pypdfium2.PdfDocument(made.data) as sheets:
        sheet = sheets[0].render(scale=2)
        pixels, width, stride, step = bytes(sheet.buffer), sheet.width, sheet.stride, sheet.n_channels
        height = sheet.height
    corners = ((x, y, y * stride + x * step) for x in range(width) for y in range(height))
    seen = [(x, y) for x, y, at in corners if abs(pixels[at] - 0x1E) < 12 and abs(pixels[at + 2] - 0xB8) < 12]
    across = max(x for x, _ in seen) - min(x for x, _ in seen)
    assert across / 2 == pytest.approx(900 * 0.2246 * 0.744, rel=0.05)
    down = max(y for _, y in seen) - min(y for _, y in seen)
    assert down / 2 == pytest.approx(200 * 0.2246 * 0.744, rel=0.1)


def test_the_same_drawing_makes_the_same_paper(guidance):
    once = replace(marjan(), attachments=(shown(), shown("model", a_model("Een", "Twee"))))
    assert paper(once, guidance).data == paper(once, guidance).data
