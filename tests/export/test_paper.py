import datetime as dt
import itertools
import subprocess
import sys
from dataclasses import replace

import pytest

from journal import text
from journal.domain.snapshot import NameChoice, Piece, ReflectionPiece, ThemeNow, Themes
from journal.export import compose, pdf
from tests.export.papers import MADE_ON, MATTER, SECTIONS, marjan, only, with_notes
from tests.export.reading import is_accessible, is_for_archives, opened, outline, paper, words


def test_the_paper_of_the_mock_ups_has_three_pages_that_anyone_can_read(guidance):
    made = paper(marjan(), guidance)
    assert made.strict, made.detail
    assert pdf.pages(made.data) == 3 + 1, "and the sheet of its method"
    assert is_accessible(made.data)
    assert is_for_archives(made.data)
    reader = opened(made.data)
    assert reader.metadata.title == "Voorbereiding voor intervisie — Marjan de Wit"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    fonts = {font["/BaseFont"] for sheet in reader.pages for font in sheet["/Resources"]["/Font"].values()}
    assert all("+Source" in font for font in fonts)


def test_bookmarks_name_the_sections_in_reading_order(guidance):
    assert outline(paper(marjan(), guidance).data) == [
        *("Marjan de Wit", "Sinds 27 oktober", "Leervraag", "Plek op de reis", "Mijn vraag aan de groep"),
        *("De casus", "Het gesprek dat we steeds uitstellen", "Uit mijn reflecties"),
        *("Twintig mensen, één flip-over", "Wandeling met H.", "De drie thema’s", "Transformatie", "Samenwerking"),
        *("Persoonlijk leiderschap", "Experiment", "Beginnen met mijn eigen belang", "Mijn volgende stap"),
        *("Voor de inbrenger", "De vraag die op tafel lag", "Wat raakt me", "Dit neem ik mee"),
        *("Oogst", "De vraag die op tafel lag", "Wat ik hoorde", "Wat het met me doet", "Wat ik nu anders zie"),
        *("Mijn volgende stap", "Past mijn leervraag nog?"),
    ]


def test_what_is_read_back_is_what_was_written_with_names_as_initials(guidance):
    read = words(paper(marjan(), guidance).data)
    assert MATTER.replace("Henk", "H.") in read
    assert "Fatima" not in read
    assert "F. vroeg: “En wat weet je nog niet?”" in read
    assert "Voorstel voor de werkwijze: roddelmethode, 60 minuten" in read
    assert "24 sep, 25 sep, 6 okt, 20 okt, 3 nov, 23 nov" in read
    assert "Ik: Beproevingen, bondgenoten en belangen. “Ik ben drukker met schuiven dan met praten.”" in read
    assert "Momentopname van 1 december 2026. Namen van anderen zijn initialen. Marjan de Wit 1 van 4" in read
    assert "van zoekend naar in beweging" in read


def test_the_same_paper_is_the_same_bytes_also_in_another_process(guidance):
    script = (
        "import hashlib, sys; from journal import text, guidance_files as g; from journal.export import compose, pdf;"
        "from tests.export.papers import MADE_ON, marjan; text.use('nl');"
        "guidance = g.guidance_for(next(p for p in g.shipped() if p.id == 'htc'));"
        "data = pdf.render(compose.document(marjan(), guidance), made_on=MADE_ON); sys.stdout.buffer.write(data)"
    )
    here = pdf.render(compose.document(marjan(), guidance), made_on=MADE_ON)
    assert here == pdf.render(compose.document(marjan(), guidance), made_on=MADE_ON)
    there = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout
    assert here == there


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_one_section_alone_makes_one_page_without_a_trace_of_the_others(guidance, section, language):
    text.use(language)
    made = paper(only(section), guidance)
    assert made.strict, made.detail
    assert pdf.pages(made.data) == 1
    assert is_accessible(made.data)
    assert opened(made.data).trailer["/Root"]["/Lang"] == language
    read = words(made.data)
    for other in set(SECTIONS) - {section, "harvest"}:
        assert _sign_of(other) not in read
    if section != "harvest":
        assert _sign_of(section) in read


def _sign_of(section: str) -> str:
    return {
        "since": "één gesprek zonder agenda",
        "question": "ook als belangen botsen",
        "context": "De zorg piept en kraakt",
        "places": "schuiven dan met praten",
        "case": "steeds uitgesteld",
        "reflections": "Twintig mensen",
        "themes": "Er is meer vertrouwen",
        "experiments": "mijn eigen belang",
        "next_step": "zelf wil vertellen",
        "notes": "niet aan tafel",
    }[section]


def test_with_nothing_chosen_there_is_a_page_with_a_name_and_no_empty_headings(guidance):
    made = paper(only(), guidance)
    assert made.strict
    assert outline(made.data) == ["Marjan de Wit"]


def test_the_document_holds_nothing_of_what_was_not_ticked(guidance):
    document = repr(compose.document(only("question"), guidance))
    assert "belangen botsen" in document
    assert not any(_sign_of(section) in document for section in set(SECTIONS) - {"question", "harvest"})


def test_everything_at_once_keeps_the_first_page_in_its_order(guidance):
    made = paper(with_notes(), guidance)
    first = " ".join(opened(made.data).pages[0].extract_text().split())
    marks = ["Sinds 27 oktober", "Leervraag", "Plek op de reis", "Mijn vraag aan de groep", "De casus"]
    places = [first.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "Uit mijn notities" in words(made.data)


def test_a_long_case_runs_on_and_the_question_to_the_group_stays_whole(guidance):
    case = replace(marjan().case, parts=(Piece("case.matter", MATTER * 12), Piece("case.did", MATTER * 4)))
    made = paper(replace(marjan(), case=case), guidance)
    sheets = [" ".join(sheet.extract_text().split()) for sheet in opened(made.data).pages]
    asked = [number for number, read in enumerate(sheets) if "Mijn vraag aan de groep" in read]
    assert len(asked) == 1
    assert "Voorstel voor de werkwijze" in sheets[asked[0]]
    assert words(made.data).count("Iedereen zegt ja.") == 16


def test_without_initials_the_footer_promises_none(guidance):
    read = words(paper(replace(marjan(), initials=False, names=()), guidance).data)
    assert "Momentopname van 1 december 2026." in read
    assert "initialen" not in read
    assert "Wandeling met Henk" in read


def test_names_are_replaced_in_every_text_of_the_writer(guidance):
    snapshot = replace(with_notes(), names=(*marjan().names, NameChoice("Marjan de Wit", "M.")))
    document = repr(compose.document(snapshot, guidance))
    assert "Henk" not in document
    assert "Fatima" not in document


def test_themes_say_what_changed_in_words(guidance):
    lines = (
        ThemeNow("transformation", "Eerst.", 2, 2),
        ThemeNow("cooperation", "Dan.", 4, None),
        ThemeNow("leadership", "Zonder woord."),
    )
    read = words(paper(replace(only(), themes=Themes(lines, "two-day-1")), guidance).data)
    assert "nog steeds zoekend" in read
    assert "steviger" in read
    assert "● na tweedaagse 1" in read
    assert "○" not in read


def test_several_pieces_of_a_reflection_say_which_question_they_answer(guidance):
    first = marjan().reflections[0]
    more = replace(
        first, pieces=(*first.pieces, ReflectionPiece("next.will", "Bellen."), ReflectionPiece("gone", "Los."))
    )
    read = words(paper(replace(only(), reflections=(more,)), guidance).data)
    asked = next(p for p in guidance.form("reflection").prompts() if p.id == "next.will")
    assert (asked.label or asked.ask)["nl"] in read
    assert "Bellen." in read
    assert "Los." in read


def test_what_the_programme_no_longer_has_leaves_no_name_and_no_failure(guidance):
    strange = replace(
        marjan(),
        after_session_id="gone",
        case=replace(marjan().case, method_id="gone"),
        reflections=tuple(replace(each, session_id="gone") for each in marjan().reflections),
        themes=replace(marjan().themes, session_id="gone", earlier_session_id=None),
    )
    made = paper(strange, guidance)
    assert made.strict
    assert "gone" not in words(made.data)
    assert "19 en 20 november" in words(made.data)


def test_many_days_on_the_journey_are_told_from_first_to_last(guidance):
    days = tuple(dt.date(2026, 9, 1) + dt.timedelta(days=3 * number) for number in range(20))
    snapshot = replace(only("places"), places=replace(marjan().places, dates=days))
    read = words(paper(snapshot, guidance).data)
    assert "1 sep … 10 okt, 13 okt" in read


def test_both_on_one_place_and_nobody_yet_have_a_map_too(guidance):
    here = marjan().places
    together = replace(here, us=here.me)
    nobody = replace(here, me=(), us=(), visited=("call",), furthest=None, dates=())
    for places in (together, nobody):
        made = paper(replace(only(), places=places), guidance)
        assert made.strict
        assert is_accessible(made.data)


def test_every_pair_of_sections_makes_a_strict_paper(guidance):
    for pair in itertools.combinations(SECTIONS, 2):
        assert paper(only(*pair), guidance).strict, pair


def test_a_document_that_strict_pdf_refuses_still_becomes_a_paper_and_says_so(guidance):
    document = compose.document(only("next_step"), guidance)
    document["back"][0]["blocks"][1]["paragraphs"] = ["Ik bel \ue000 morgen."]
    made = pdf.make(document, made_on=MADE_ON)
    assert not made.strict
    assert "codepoint" in made.detail
    assert "morgen." in words(made.data)


def test_a_document_that_the_template_does_not_understand_becomes_plain_text(guidance):
    document = compose.document(only("next_step"), guidance)
    document["back"][0]["blocks"][0]["kind"] = "unheard of"
    made = pdf.make(document, made_on=MADE_ON)
    assert not made.strict
    assert "zelf wil vertellen" in words(made.data)
    assert opened(made.data).metadata.title == "Voorbereiding voor intervisie — Marjan de Wit"


def test_what_is_hoped_for_stands_with_the_question_on_the_first_page(guidance):
    hoped = (Piece("case.help", "Kijk met me mee."), Piece("case.not_wanted", "Liever geen tips."))
    parts = (Piece("case.matter", MATTER), *hoped)
    made = paper(replace(marjan(), case=replace(marjan().case, parts=parts)), guidance)
    first = " ".join(opened(made.data).pages[0].extract_text().split())
    assert first.index("Mijn vraag aan de groep") < first.index("Kijk met me mee.") < first.index("Liever geen tips.")
    assert pdf.pages(made.data) == 4


def test_a_question_to_the_group_of_many_pages_loses_nothing(guidance):
    asked = " ".join(f"vraag{number}" for number in range(3000))
    made = paper(replace(only("case"), case=replace(marjan().case, question=asked)), guidance)
    assert made.strict, made.detail
    assert "vraag0 " in words(made.data)
    assert "vraag2999" in words(made.data)
