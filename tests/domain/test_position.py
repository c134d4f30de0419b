import pytest

from journal.domain.position import Position, position
from journal.guidance_files import guidance_for, shipped


@pytest.fixture(scope="module")
def guidance():
    return guidance_for(shipped()[0])


def at(guidance, form_id, answered=(), placed=()):
    return position(guidance, guidance.form(form_id), answered, placed)


def test_a_new_reflection_is_at_its_first_step(guidance):
    assert at(guidance, "reflection") == Position(1, 5, 20)


def test_after_the_moment_comes_the_place_and_then_its_questions(guidance):
    assert at(guidance, "reflection", {"moment.story"}).step == 2
    assert at(guidance, "reflection", {"moment.story"}, ["trials"]) == Position(3, 5, 12)


def test_a_step_with_an_open_question_is_where_one_goes_on(guidance):
    answered = {"moment.story", "stage.trials.me"}
    assert at(guidance, "reflection", answered, ["trials"]).step == 3
    answered |= {"stage.trials.us", "stage.trials.body"}
    assert at(guidance, "reflection", answered, ["trials"]).step == 4


def test_a_skipped_step_is_not_gone_back_to(guidance):
    assert at(guidance, "reflection", {"next.will"}).step == 5
    assert at(guidance, "reflection", {"theme.transformation"}).step == 4


def test_five_minutes_have_three_steps(guidance):
    assert at(guidance, "reflection_short") == Position(1, 3, 5)
    assert at(guidance, "reflection_short", {"short.what", "short.so_what", "short.now_what"}).step == 3


def test_writing_freely_is_one_step(guidance):
    assert at(guidance, "reflection_free", {"free.text"}).steps == 1
