"""The paper follows the method: its order, what stays apart, and what there is to write on."""

from dataclasses import replace

import pytest

from journal import guidance_files, text
from journal.domain.guidance_methods import QUADRANT, SheetId
from journal.domain.sharing import Recipient
from journal.domain.snapshot import Case, Piece
from journal.export import compose, pdf
from journal.export.sheet_parts import SHEETS
from tests.export.papers import marjan, only
from tests.export.reading import is_accessible, is_for_archives, opened, outline, paper, rightmost, words

METHODS = [method.id for method in guidance_files.common_methods()]
ASKED = [prompt.id for prompt in guidance_files.for_journey("htc", None).form("case").prompts()]
TOLD = {id_: f"Antwoord op {id_.replace('.', ' ')}, want Henk zei het ook." for id_ in ASKED}


def prepared(method_id, ids=tuple(ASKED), **named):
    pieces = tuple(Piece(id_, TOLD[id_]) for id_ in ids if id_ not in {"case.title", "case.question", "case.since"})
    case = Case("De stilte", pieces, "Wat doe ik waardoor het stil blijft?", method_id)
    given = {"case": case, "harvest": True, **named}
    return replace(only(), **given)


def document(snapshot, guidance):
    return compose.document(snapshot, guidance)


def on_page(data, number):
    return " ".join(opened(data).pages[number].extract_text().replace("\u200b", "").split())


@pytest.mark.parametrize("method_id", METHODS)
def test_the_paper_of_every_method_can_be_read_by_anyone_and_stays_within_its_margins(guidance, method_id):
    made = paper(prepared(method_id), guidance)
    assert made.strict, made.detail
    assert is_accessible(made.data)
    assert is_for_archives(made.data)
    assert rightmost(made.data) <= 210 / 25.4 * 72 - 10
    told = words(made.data)
    assert "Henk" not in told
    assert all(
        TOLD[id_].replace("Henk", "H.") in told
        for id_ in guidance.method(method_id).asks
        if id_
        in {
            "case.matter",
            "case.moment",
            "case.role",
        }
    )


@pytest.mark.parametrize("method_id", METHODS)
def test_every_method_brings_what_there_is_to_write_on(guidance, method_id):
    made = document(prepared(method_id), guidance)
    sheets = [page for page in made["sheets"] if page["kind"] == "sheet"]
    headings = [part["heading"] for page in sheets for part in page["parts"]]
    wanted = [part["heading"] for id_ in guidance.method(method_id).sheets for part in SHEETS[id_].parts()]
    assert sorted(headings) == sorted(wanted) != []
    assert all(page["question"]["text"] == "Wat doe ik waardoor het stil blijft?" for page in sheets)


def test_every_sheet_of_the_vocabulary_is_drawn_in_two_languages():
    assert set(SHEETS) == set(SheetId.__args__)
    for language in ("nl", "en"):
        text.use(language)
        for sheet in SHEETS.values():
            assert all(part["heading"] and part["caption"] for part in sheet.parts())


def test_the_incident_method_keeps_what_was_really_done_for_a_last_page(guidance):
    made = paper(prepared("incident"), guidance)
    last = pdf.pages(made.data) - 1
    later = [TOLD[id_].replace("Henk", "H.") for id_ in guidance.method("incident").apart]
    assert all(told in on_page(made.data, last) for told in later)
    assert not any(told in on_page(made.data, page) for told in later for page in range(last))
    assert "Wat ik werkelijk deed" in on_page(made.data, last)
    assert TOLD["case.facts"].replace("Henk", "H.") in on_page(made.data, 0)


def test_of_what_is_kept_for_later_nothing_prints_that_was_not_ticked(guidance):
    told = prepared("incident", ["case.moment", "case.effect"])
    [apart] = [page for page in document(told, guidance)["sheets"] if page["kind"] == "apart"]
    assert [row["paragraphs"] for row in apart["blocks"][0]["rows"]] == [[TOLD["case.effect"].replace("Henk", "H.")]]
    without = document(prepared("incident", ["case.moment"]), guidance)
    assert not [page for page in without["sheets"] if page["kind"] == "apart"]


def test_a_coach_reads_what_was_done_in_its_place(guidance):
    told = prepared("incident", recipient=Recipient.COACH)
    made = document(told, guidance)
    assert TOLD["case.did"].replace("Henk", "H.") in str(made["front"])
    assert made["sheets"] == []


@pytest.mark.parametrize(("method_id", "first"), [("gossip", "ask"), ("five-steps", "ask"), ("tietze", "case")])
def test_the_question_stands_on_top_where_the_method_wants_it(guidance, method_id, first):
    told = prepared(method_id, ["case.matter", "case.help"])
    assert document(told, guidance)["front"][0]["id"] == first


def test_the_question_stays_on_the_first_page_of_a_case_that_fills_it(guidance):
    long = tuple(Piece(id_, "Een lange zin over wat er was. " * 20) for id_ in ("case.matter", "case.moment"))
    told = replace(marjan(), case=Case("De stilte", long, "Wat doe ik?", "tietze"))
    assert "Mijn vraag aan de groep" in on_page(paper(told, guidance).data, 0)


def test_the_balint_paper_tells_the_relation_and_the_feeling_in_its_own_order(guidance):
    sections = document(prepared("balint"), guidance)["front"]
    story = next(section for section in sections if section["id"] == "case")
    assert [block["kind"] for block in story["blocks"]][:4] == ["label", "heading", "columns", "pairs"]
    assert [row["label"] for row in story["blocks"][3]["rows"]][:3] == ["Mijn rol", "Wat voelde ik", "Wat dacht ik"]


def test_a_core_quadrant_is_drawn_when_it_is_whole_and_told_when_it_is_not(guidance):
    whole = document(prepared("core-quadrants", QUADRANT), guidance)
    assert [block["kind"] for block in whole["front"][0]["blocks"]][-1] == "quadrant"
    assert [side["label"] for side in whole["front"][0]["blocks"][-1]["sides"]] == [
        *("Kwaliteit", "Valkuil", "Allergie", "Uitdaging")
    ]
    part = document(prepared("core-quadrants", QUADRANT[:3]), guidance)
    assert [block["kind"] for block in part["front"][0]["blocks"]][-1] == "pairs", "no corner stays empty"


def test_the_sheets_come_with_the_page_for_the_harvest_and_only_for_the_group(guidance):
    assert document(prepared("gossip", harvest=False), guidance)["sheets"] == []
    assert document(prepared("gossip", recipient=Recipient.COACH), guidance)["sheets"] == []
    assert document(replace(prepared("gossip"), case=None), guidance)["sheets"] == []


def test_a_method_that_the_journal_no_longer_has_leaves_a_plain_case(guidance):
    made = document(prepared("walk"), guidance)
    assert made["sheets"] == []
    assert "Voorstel" not in str(made)
    assert {part["id"] for part in made["front"]} == {"case", "ask"}


def test_a_very_long_question_leaves_the_sheets_whole(guidance):
    told = prepared("core-quadrants")
    asked = "Hoe houd ik het uit als het weer zo stil wordt en iedereen kijkt? " * 14
    made = paper(replace(told, case=replace(told.case, question=asked)), guidance)
    assert made.strict, made.detail
    assert "De spiegel" in outline(made.data)
