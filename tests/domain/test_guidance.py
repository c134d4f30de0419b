"""The words that ship: whole, in two languages, in the tone that was agreed, with ids that stay for ever."""

import re
from pathlib import Path

import pytest

from journal import guidance_files
from journal.domain.guidance import Guidance, Stage
from journal.domain.guidance_methods import QUADRANT
from journal.domain.guidance_parts import Part
from journal.domain.method_rules import broken_method_rules

GUIDANCE = guidance_files.for_journey("htc", None)
IDS = Path(__file__).parents[1] / "data" / "ids.txt"


def parts(part, place=""):
    """Every (place, value) in a part and in all that it contains."""
    if isinstance(part, Part):
        for name in type(part).model_fields:
            yield from parts(getattr(part, name), f"{place}.{name}")
    elif isinstance(part, tuple):
        for index, inner in enumerate(part):
            yield from parts(inner, f"{place}[{getattr(inner, 'id', index)}]")
    elif isinstance(part, dict) and not place.endswith((".pattern", ".unless")):
        yield place, part


ALL = [guidance_files.guidance_for(programme) for programme in guidance_files.shipped()]
TEXTS = [(f"{guidance.programme.id} {place}", words) for guidance in ALL for place, words in parts(guidance)]


def ids_of(guidance: Guidance) -> set[str]:
    programme = guidance.programme
    return {
        *(f"option {prompt.id} {option.id}" for prompt in guidance.prompts() for option in prompt.options),
        *(f"session {session.id}" for session in programme.sessions),
        *(f"theme {theme.id}" for theme in programme.themes),
        *(f"stage {stage.id}" for stage in guidance.stages),
        *(f"form {form.id}" for form in guidance.forms),
        *(f"step {form.id} {step.id}" for form in guidance.forms for step in form.steps),
        *(f"prompt {prompt.id}" for prompt in guidance.prompts()),
        *(f"method {method.id}" for method in guidance.methods),
        *(f"method_step {method.id} {step.id}" for method in guidance.methods for step in method.steps),
        *(f"method_role {method.id} {role.id}" for method in guidance.methods for role in method.roles),
        *(f"check {check.id}" for check in guidance.checks),
    }


def test_no_id_that_was_ever_given_out_is_gone():
    now = set().union(*map(ids_of, ALL))
    assert set(IDS.read_text("utf-8").split("\n")) - {""} <= now, "answers in journals refer to these"


def test_every_new_id_is_written_down():
    assert set().union(*map(ids_of, ALL)) <= set(IDS.read_text("utf-8").split("\n")), (
        "add the new ids to tests/data/ids.txt"
    )


def test_every_text_is_there_in_dutch_and_english():
    assert [place for place, words in TEXTS if set(words) != {"nl", "en"}] == []


@pytest.mark.parametrize(
    "unwanted",
    [
        r"!",
        r"""['"]""",  # quotes are curly
        r"\.\.\.",  # an ellipsis is one sign
        r"--|  |^\s|\s$",
        r"(?i)\b(?:streak|badge|score|percentage|level|KPI|stakeholder|commitment|mindset|impact|u|uw)\b",
    ],
)
def test_no_text_leaves_the_agreed_tone(unwanted):
    texts = [(f"{place}.{language}", text) for place, words in TEXTS for language, text in words.items()]
    assert [place for place, text in texts if re.search(unwanted, text)] == []


@pytest.mark.parametrize("stage", GUIDANCE.stages, ids=lambda stage: stage.id)
def test_a_stage_asks_about_me_about_us_and_by_body_or_image(stage: Stage):
    assert [prompt.about for prompt in stage.prompts] == ["me", "us", "body"]
    assert [prompt.id for prompt in stage.prompts] == [f"stage.{stage.id}.{about}" for about in ("me", "us", "body")]
    assert stage.notice.id == f"stage.{stage.id}.notice"
    assert stage.feeling
    assert stage.travel_advice


@pytest.mark.parametrize("stage", GUIDANCE.stages, ids=lambda stage: stage.id)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_card_is_two_or_three_sentences_and_fits_its_place(stage: Stage, language):
    card = stage.card[language]
    assert len(re.findall(r"[.?…](?:\s|$)", card)) in (2, 3)
    assert len(card) <= 230


def test_all_questions_of_the_stages_are_different():
    asks = [prompt.ask[language] for stage in GUIDANCE.stages for prompt in stage.prompts for language in ("nl", "en")]
    assert len(asks) == len(set(asks)) == 48


def test_the_stages_stand_in_the_order_of_the_map():
    assert [stage.id for stage in GUIDANCE.stages] == [
        *("call", "refusal", "mentor", "threshold", "trials", "ordeal", "return", "guardian")
    ]
    assert GUIDANCE.stage_number("trials") == 5


def test_the_programme_has_its_sessions_in_the_order_of_the_half_year():
    sessions = GUIDANCE.programme.sessions
    kinds = [session.kind for session in sessions]
    assert (kinds.count("two_day"), kinds.count("webinar"), kinds.count("closing")) == (3, 9, 1)
    weeks = [session.week for session in sessions]
    assert weeks == sorted(set(weeks))
    assert weeks[-1] <= 26
    assert all(session.topic and session.assignment for session in sessions if session.kind == "webinar")
    assert all(session.days == 2 for session in sessions if session.kind == "two_day")


def test_the_reflection_has_its_five_steps():
    kinds = [(step.id, step.kind) for step in GUIDANCE.form("reflection").steps]
    assert kinds == [
        ("moment", "prompts"),
        ("place", "placement"),
        ("stage", "stage_prompts"),
        ("themes", "themes"),
        ("next", "prompts"),
    ]


def test_every_prompt_has_an_id_of_its_own():
    ids = [prompt.id for prompt in GUIDANCE.prompts()]
    assert len(ids) == len(set(ids))


def test_the_ten_methods_take_the_minutes_that_coaches_know():
    minutes = {method.id: method.minutes for method in GUIDANCE.methods}
    assert minutes == {
        "incident": 65,
        "gossip": 60,
        "ten-steps": 95,
        "five-steps": 45,
        "balint": 85,
        "tietze": 40,
        "successes": 45,
        "appreciative": 35,
        "socratic": 360,
        "core-quadrants": 55,
    }


@pytest.mark.parametrize("method", GUIDANCE.methods, ids=lambda method: method.id)
def test_a_method_that_ships_keeps_the_rules_of_method_files(method):
    assert broken_method_rules(method, [prompt.id for prompt in GUIDANCE.form("case").prompts()]) == []


@pytest.mark.parametrize("method", GUIDANCE.methods, ids=lambda method: method.id)
def test_a_method_says_when_it_fits_who_does_what_and_what_to_write_on(method):
    assert method.fits
    assert method.asks
    assert method.sheets
    assert {"bringer", "group"} <= {role.id for role in method.roles}
    told = {role.id for step in method.steps for role in method.doing(step)}
    assert told >= {"bringer", "group"}, "both have steps of their own"


def test_the_incident_method_keeps_what_was_done_for_later():
    incident = GUIDANCE.method("incident")
    assert {"case.did", "case.effect"} <= set(incident.apart)
    assert [step.id for step in incident.steps if step.reveals] == ["advice"]
    assert [method.id for method in GUIDANCE.methods if method.apart] == ["incident"]


def test_short_question_first_where_the_method_wants_it_so():
    first = {method.id for method in GUIDANCE.methods if method.asks[0] == "case.question"}
    assert first == {"gossip", "five-steps", "socratic"}
    assert GUIDANCE.method("core-quadrants").asks[:4] == QUADRANT


def test_the_balint_method_is_for_five_or_more():
    assert GUIDANCE.method("balint").least_people == 5


def test_the_line_has_five_words():
    assert [mark["nl"] for mark in GUIDANCE.marks] == ["ver weg", "zoekend", "in beweging", "steviger", "vanzelf"]


def test_what_is_not_there_is_told_by_its_id():
    with pytest.raises(KeyError, match="nowhere"):
        GUIDANCE.form("nowhere")
    with pytest.raises(KeyError, match=r"no\.prompt"):
        GUIDANCE.prompt("no.prompt")
