"""What a case may take over: every piece has its place, and what stood there stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import guidance_files
from journal.domain import case_takeover
from journal.domain.case_takeover import Meets, Piece
from journal.domain.guidance import Form

GUIDANCE = guidance_files.for_journey("htc", None)


def goes(answers: dict[str, str], form: Form | None = None) -> dict[str, str]:
    return {piece.source: piece.target for piece in case_takeover.pieces(answers, form, GUIDANCE)}


def test_a_reflection_gives_its_moment_its_name_and_what_it_touched():
    found = goes(
        {
            "moment.story": "Het bleef stil.",
            "moment.name": "De stilte",
            "stage.trials.me": "Ik wilde gelijk.",
            "stage.trials.us": "Wij zwegen.",
            "stage.trials.body": "Een knoop.",
            "next.will": "Vragen.",
            "next.when": "Dinsdag",
            "theme.leadership": "Steviger.",
        }
    )
    assert found == {
        "moment.name": "case.title",
        "moment.story": "case.moment",
        "stage.trials.me": "case.felt",
        "stage.trials.us": "case.matter",
        "stage.trials.body": "case.felt",
        "next.will": "case.wanted",
    }


def test_an_experiment_gives_what_was_tried_and_its_effect():
    found = goes(
        {
            "experiment.title": "Zwijgen",
            "experiment.action": "Tot tien tellen",
            "experiment.saw": "Lucht",
            "experiment.learn": "Stilte is geen weerstand",
            "experiment.owner": "Ik",
        }
    )
    assert found == {
        "experiment.title": "case.title",
        "experiment.action": "case.tried",
        "experiment.saw": "case.effect",
        "experiment.learn": "case.tie",
    }


def test_every_common_reflection_and_experiment_question_has_its_place_or_stays_behind_on_purpose():
    left_behind = {"next.when", "next.notice", "experiment.notice", "experiment.owner"}
    for form_id in ("reflection", "reflection_short", "reflection_free", "note", "experiment"):
        form = GUIDANCE.form(form_id)
        asked = {prompt.id for prompt in form.prompts()}
        assert goes(dict.fromkeys(asked, "Iets"), form).keys() == asked - left_behind, form_id


def test_a_reflection_of_an_own_programme_goes_by_the_kind_of_its_questions():
    programme = guidance_files.for_journey("building-blocks", None)
    form = next(form for form in programme.forms if form.id == "block")
    texts = [prompt for prompt in form.prompts() if prompt.kind == "text"]
    found = case_takeover.pieces({prompt.id: f"Tekst {prompt.id}" for prompt in texts}, form, programme)
    assert {piece.source for piece in found} == {prompt.id for prompt in texts}
    assert next(piece.target for piece in found if piece.source == texts[0].id) == "case.moment"
    assert {piece.target for piece in found} <= {"case.moment", "case.matter", "case.felt"}


def test_what_nobody_knows_any_more_and_what_is_empty_is_not_offered():
    assert goes({"gone.prompt": "Woorden", "attachment.3.caption": "Tekening", "moment.story": "  "}) == {}


def test_pieces_stand_in_the_order_of_the_case():
    found = case_takeover.pieces({"next.will": "c", "moment.story": "b", "moment.name": "a"}, None, GUIDANCE)
    assert [piece.text for piece in found] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("standing", "piece", "meets", "together"),
    [
        ("", Piece("moment.story", "case.moment", "Het bleef stil."), Meets.EMPTY, "Het bleef stil."),
        ("Eerder.\n", Piece("moment.story", "case.moment", "Stil."), Meets.ADDS, "Eerder.\n\nStil."),
        ("Eerder. Stil.", Piece("moment.story", "case.moment", "Stil."), Meets.STAYS, "Eerder. Stil."),
        ("Mijn naam", Piece("moment.name", "case.title", "De stilte"), Meets.STAYS, "Mijn naam"),
        ("", Piece("moment.name", "case.title", "De\nstilte"), Meets.EMPTY, "De stilte"),
    ],
)
def test_nothing_that_stood_there_is_lost(standing, piece, meets, together):
    assert case_takeover.meets(standing, piece) is meets
    assert case_takeover.together(standing, [piece]) == together


def test_two_pieces_for_one_place_come_under_each_other():
    coming = [Piece("a", "case.felt", "Boos."), Piece("b", "case.felt", "Een knoop.")]
    assert case_takeover.together("", coming) == "Boos.\n\nEen knoop."


@given(standing=st.text(), texts=st.lists(st.text(min_size=1).map(str.strip).filter(bool), max_size=4))
def test_whatever_is_taken_over_what_stood_there_and_what_came_are_both_there(standing, texts):
    coming = [Piece("note.text", "case.matter", text) for text in texts]
    whole = case_takeover.together(standing, coming)
    if standing.strip():
        assert whole.startswith(standing.rstrip())
    assert all(text in whole for text in texts)
    assert case_takeover.together(whole, coming) == whole, "taking over twice adds nothing"
