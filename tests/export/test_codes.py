"""Codes on paper: one for every shared fragment, in reading order, where anyone can point at them."""

import datetime as dt

from journal.export import codes, compose, pdf
from tests.export.papers import MADE_ON, MATTER, marjan, only
from tests.export.reading import is_accessible, is_for_archives, opened, words


def marked(document, code="K7"):
    """The document as if every text in it were a fragment of its own."""
    numbers = iter(range(1, 1000))

    def walk(part):
        if isinstance(part, list):
            return [walk(each) for each in part]
        if not isinstance(part, dict):
            return part
        mine = {"fragment": f"piece.{next(numbers)}"} if {"paragraphs", "lead"} & set(part) else {}
        return {**{key: walk(value) for key, value in part.items()}, **mine}

    return codes.numbered({key: walk(value) for key, value in document.items()}, code)


def made(document):
    paper = pdf.make(document, made_on=MADE_ON)
    assert paper.strict, paper.detail
    return paper.data


def test_numbers_go_on_in_reading_order_without_gaps(guidance):
    document = marked(compose.document(marjan(), guidance))
    numbers = [entry["code"] for entry in document["codes"]]
    assert numbers == [f"K7-{number}" for number in range(1, len(numbers) + 1)]
    read = words(made(document))
    places = [read.index(f"{number} ") for number in numbers]
    assert places == sorted(places)


def test_codes_are_text_of_an_accessible_paper(guidance):
    data = made(marked(compose.document(marjan(), guidance)))
    assert is_accessible(data)
    assert is_for_archives(data)


def test_every_fragment_is_found_on_its_page_in_order_and_inside_the_margins(guidance):
    document = marked(compose.document(marjan(), guidance))
    placed = pdf.placed(document, made_on=MADE_ON)
    assert [each.code for each in placed] == [entry["code"] for entry in document["codes"]]
    for each in placed:
        assert 56 <= each.left < each.right <= 539
        assert 42 <= each.top < each.bottom <= 795
    pages = [each.page for each in placed]
    assert pages == sorted(pages)
    case = next(each for each in placed if each.text.startswith("Sinds het voorjaar"))
    assert case.text == MATTER.replace("Henk", "H.")
    assert case.title == "Het gesprek dat we steeds uitstellen"


def test_fragments_beside_each_other_have_places_of_their_own(guidance):
    placed = pdf.placed(marked(compose.document(only("reflections"), guidance)), made_on=MADE_ON)
    left, right = placed
    assert left.right < right.left
    assert left.top == right.top


def test_a_fragment_that_goes_over_pages_has_a_place_on_each(guidance):
    document = compose.document(only("next_step"), guidance)
    document["back"][0]["blocks"][1]["paragraphs"] = [MATTER] * 40
    placed = pdf.placed(marked(document), made_on=MADE_ON)
    pages = {each.page for each in placed}
    assert len(pages) > 2
    assert pages == set(range(1, max(pages) + 1))
    assert {each.code for each in placed} == {"K7-1"}
    assert all(each.top == 42.5 for each in placed if each.page > 1)


def test_a_fragment_that_begins_on_a_new_page_has_its_code_there(guidance):
    """A code never stays behind alone at the foot of a page."""
    document = compose.document(only("reflections", "next_step"), guidance)
    for fill in range(24, 34):
        document["back"][0]["blocks"][1]["items"][0]["pieces"][0]["paragraphs"] = ["Een regel."] * fill
        paper = marked(document)
        last = paper["codes"][-1]
        where = next(each for each in pdf.placed(paper, made_on=MADE_ON) if each.code == last["code"])
        sheet = opened(made(paper)).pages[where.page - 1].extract_text()
        assert last["code"] in sheet
        assert "zelf wil vertellen" in " ".join(sheet.split())


def test_without_a_code_there_are_none_and_no_ids_either(guidance):
    document = marked(compose.document(marjan(), guidance), code="")
    assert document["codes"] == []
    assert "piece." not in repr(document)
    assert pdf.placed(document, made_on=MADE_ON) == ()


def test_asking_for_places_leaves_the_bytes_as_they_are(guidance):
    document = marked(compose.document(marjan(), guidance))
    before = made(document)
    pdf.placed(document, made_on=dt.date(2026, 12, 1))
    assert made(document) == before
    assert "piece." not in words(before)
    assert b"piece." not in before
