"""The whole journal on paper: everything, in order, with contents that are true; made apart, and ended at once."""

import datetime as dt
import threading
import time
from dataclasses import replace

import pytest

from journal import text
from journal.domain.snapshot import AttachmentNow
from journal.domain.whole_journal import EntryNow, SessionNow, WholeJournal
from journal.export import locked, long_paper, paper_journal, pdf
from tests.export.papers import MADE_ON, MATTER
from tests.export.reading import RIGHT_MARGIN, is_accessible, is_for_archives, opened, outline, rightmost, words
from tests.export.test_figures import CHAIR

DAY = dt.date(2026, 9, 24)
TEMPLATE = paper_journal.TEMPLATE


def a_drawing():
    return AttachmentNow("drawing", "De lege stoel", "Zes mensen.", CHAIR, 1104, 616, "two-day-2", DAY)


def reflection(name="Wandeling met Henk", drawings=(), told=MATTER):
    parts = (("moment.story", told), ("moment.name", name), ("next.will", "Bellen."))
    return EntryNow(
        "reflection", name, DAY, parts, (("trials", "Druk."),), (("threshold", ""),), (("cooperation", 3),), drawings
    )


def a_journal(many=1, drawings=(), told=MATTER):
    question = EntryNow("learning_question", "", DAY, (("question.text", "Hoe maak ik ruimte?"),))
    note = EntryNow("note", "", dt.date(2026, 10, 2), (("note.text", told),))
    case = EntryNow("case", "Het gesprek", dt.date(2026, 12, 1), (("case.matter", told),))
    sessions = tuple(
        SessionNow(
            session,
            "",
            DAY,
            DAY + dt.timedelta(days=1),
            tuple(reflection(f"Moment {session} {n}", drawings, told) for n in range(many)),
        )
        for session in ("two-day-1", "webinar-2", "two-day-2")
    )
    return WholeJournal(MADE_ON, "Marjan de Wit", "najaar 2026", DAY, (question,), sessions, (note,) * many, (case,))


def made(journal, guidance):
    paper = pdf.make(paper_journal.document(journal, guidance), made_on=MADE_ON, template=TEMPLATE)
    assert paper.strict, paper.detail
    return paper.data


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_journal_is_accessible_and_fit_for_archives(guidance, language):
    text.use(language)
    data = made(a_journal(2, (a_drawing(),)), guidance)
    assert is_accessible(data)
    assert is_for_archives(data)


def test_everything_is_on_it_with_names_in_full(guidance):
    read = words(made(a_journal(1, (a_drawing(),)), guidance))
    assert read.count(MATTER) == 5
    for said in (
        "Hoe maak ik ruimte?",
        "De lege stoel",
        "Bellen.",
        "Ik: beproevingen, bondgenoten en belangen. “Druk.”",
    ):
        assert said in read
    assert "Onze samenwerking: de eerste stap over de drempel." in read
    assert "Samenwerking: in beweging" in read


def test_the_contents_name_the_page_where_each_part_begins(guidance):
    data = made(a_journal(4), guidance)
    sheets = [" ".join(sheet.extract_text().split()) for sheet in opened(data).pages]
    contents = sheets[0]
    for title in ("Mijn leervraag", "De sessies", "Tussendoor", "Intervisie", "Moment webinar-2 3"):
        after = contents.split(title, 1)[1].split()
        numbers = [word for word in after if word.isdigit() and int(word) <= len(sheets)]
        begins = next(n for n, sheet in enumerate(sheets[1:], start=2) if title in sheet)
        day = ["24"] if title.startswith("Moment") else []
        assert str(begins) == next(number for number in numbers if [number] != day)


def test_titles_lead_from_chapter_to_session_to_entry_without_a_gap(guidance):
    found = outline(made(a_journal(1), guidance))
    assert found[:3] == ["Marjan de Wit", "Inhoud", "Mijn leervraag"]
    assert found[found.index("De sessies") :][:3] == ["De sessies", "Tweedaagse 1", "Moment two-day-1 0"]


def test_an_empty_journal_says_so(guidance):
    empty = WholeJournal(MADE_ON, "", "", DAY, (), (), (), ())
    read = words(made(empty, guidance))
    assert "Er is nog niets geschreven." in read
    assert "Mijn hele dagboek" in read


@pytest.mark.parametrize("lines", [28, 33, 38, 43])
def test_no_title_stands_alone_at_the_foot_of_a_page(guidance, lines):
    told = "\n".join(["Een regel die past."] * lines)
    data = made(a_journal(3, told=told), guidance)
    for sheet in opened(data).pages[1:]:
        body = sheet.extract_text().split("Momentopname")[0].split("\n")
        assert not [line for line in body if line.strip()][-1].startswith(
            ("Moment ", "Webinar", "Tweedaagse", "Reflectie")
        )


def test_no_single_line_of_a_paragraph_is_left_at_a_page(guidance):
    data = made(a_journal(6, told="Zin na zin gaat het verder met gewone woorden. " * 60), guidance)
    lonely = 0
    for sheet in opened(data).pages[1:]:
        lines = [line for line in sheet.extract_text().split("Momentopname")[0].split("\n") if line.strip()]
        lonely += len(lines) == 1
    assert lonely == 0


def test_hostile_words_stay_words_and_inside_the_page(guidance):
    told = '#set page(fill: red) #panic("x") ' + "w" * 3000 + " مرحبا 你好 😀"
    data = made(a_journal(1, told=told), guidance)
    assert "#panic" in words(data)
    assert rightmost(data) <= RIGHT_MARGIN


def test_how_long_it_will_be_is_guessed_well_enough(guidance):
    document = paper_journal.document(a_journal(40), guidance)
    real = pdf.pages(pdf.make(document, made_on=MADE_ON, template=TEMPLATE).data)
    assert real / 2 <= paper_journal.about_pages(document) <= real * 2


def test_apart_it_becomes_the_very_same_bytes(guidance):
    document = paper_journal.document(a_journal(2, (a_drawing(),)), guidance)
    apart = long_paper.make(document, made_on=MADE_ON, template=TEMPLATE)
    assert apart == pdf.make(document, made_on=MADE_ON, template=TEMPLATE)
    assert apart.strict


def test_two_hundred_pages_end_at_once_when_they_are_not_wanted_any_more(guidance):
    document = paper_journal.document(a_journal(150, (a_drawing(),)), guidance)
    assert paper_journal.about_pages(document) > 200
    left = threading.Event()
    threading.Timer(0.6, left.set).start()
    with pytest.raises(long_paper.Cancelled):
        long_paper.make(document, made_on=MADE_ON, template=TEMPLATE, wanted=lambda: not left.is_set())
    began = time.monotonic()
    with pytest.raises(long_paper.Cancelled):
        long_paper.make(document, made_on=MADE_ON, template=TEMPLATE, wanted=lambda: False)
    assert time.monotonic() - began < 1


def test_writing_it_down_can_be_stopped_between_two_entries(guidance):
    def stop(done, _of):
        if done == 3:
            raise long_paper.Cancelled

    with pytest.raises(long_paper.Cancelled):
        paper_journal.document(a_journal(4), guidance, stop)
    steps = []
    paper_journal.document(a_journal(2), guidance, lambda done, of: steps.append((done, of)))
    assert steps[0] == (1, 10)
    assert steps[-1] == (10, 10)


def test_a_password_locks_every_word_and_only_that_password_opens_it(guidance):
    data = made(a_journal(1), guidance)
    shut = locked.locked(data, "een lange zin met é")
    assert not locked.opens_with(shut, "")
    assert not locked.opens_with(shut, "een lange zin met e")
    assert locked.opens_with(shut, "een lange zin met é")
    assert b"Marjan" not in shut
    assert b"Wandeling" not in shut
    reader = opened(shut)
    assert reader.is_encrypted
    assert reader.trailer["/Encrypt"]["/R"] == 6
    assert reader.trailer["/Encrypt"]["/CF"]["/StdCF"]["/CFM"] == "/AESV3"
    assert reader.decrypt("een lange zin met é")
    assert "Hoe maak ik ruimte?" in " ".join(sheet.extract_text() for sheet in reader.pages)
    told = reader.xmp_metadata.stream.get_data().decode()
    assert "<pdfaid:" not in told
    assert "<pdfuaid:part>1</pdfuaid:part>" in told


def test_a_paper_is_not_locked_with_nothing(guidance):
    with pytest.raises(ValueError, match="password"):
        locked.locked(made(replace(a_journal(1), sessions=()), guidance), "")
