"""The order of the case: what the method wants comes first, and nothing that was written is hidden."""

import pytest

from journal import guidance_files
from journal.domain.case_form import Part, sections

GUIDANCE = guidance_files.for_journey("htc", None)
FORM = GUIDANCE.form("case")


def ids(method_id: str, *filled: str, again: bool = False) -> dict[Part, list[str]]:
    method = GUIDANCE.method(method_id) if method_id else None
    found: dict[Part, list[str]] = {part: [] for part in Part}
    for section in sections(FORM, method, filled, again=again):
        found[section.part] += [prompt.id for prompt in section.prompts]
    return found


@pytest.mark.parametrize("method", GUIDANCE.methods, ids=lambda method: method.id)
def test_the_name_comes_first_and_then_what_the_method_asks_in_its_order(method):
    found = ids(method.id)
    assert found[Part.ASKED] == list(dict.fromkeys(["case.title", *method.asks]))
    assert not set(found[Part.ASKED]) & set(found[Part.MORE])
    assert found[Part.LOOP] == []


def test_a_quadrant_is_asked_only_by_its_method_and_stays_when_it_was_filled():
    quadrant = {"case.quality", "case.pitfall", "case.challenge", "case.allergy"}
    assert quadrant <= set(ids("core-quadrants")[Part.ASKED])
    assert not quadrant & set(ids("incident")[Part.MORE])
    assert quadrant & set(ids("incident", "case.pitfall")[Part.MORE]) == {"case.pitfall"}


def test_from_the_second_preparation_on_the_loop_is_on_top():
    loop = ["case.promised", "case.done", "case.since_effect", "case.advice_used"]
    assert ids("incident", again=True)[Part.LOOP] == loop
    assert ids("incident", "case.since", again=True)[Part.LOOP] == [*loop, "case.since"]
    assert ids("incident", "case.since")[Part.LOOP] == ["case.since"]


def test_without_a_method_the_usual_questions_come_first():
    found = ids("")
    assert found[Part.ASKED][:2] == ["case.title", "case.matter"]
    assert "case.question" in found[Part.ASKED]


@pytest.mark.parametrize("method", GUIDANCE.methods, ids=lambda method: method.id)
def test_every_question_that_has_words_is_somewhere_on_the_page(method):
    every = [prompt.id for prompt in FORM.prompts()]
    found = ids(method.id, *every)
    assert sorted(id_ for part in found.values() for id_ in part) == sorted(every)


def test_questions_that_a_programme_left_out_are_not_asked():
    smaller = FORM.model_copy(update={"steps": tuple(step for step in FORM.steps if step.id == "case")})
    found = [p.id for s in sections(smaller, GUIDANCE.method("incident"), (), again=True) for p in s.prompts]
    assert set(found) == {prompt.id for prompt in smaller.prompts()}
