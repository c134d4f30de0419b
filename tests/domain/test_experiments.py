"""The life of an experiment."""

import pytest

from journal.domain.experiments import ENDINGS, State, StepNotAllowed, is_over, step


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_running_experiment_can_end_in_every_way_and_run_again(ending):
    assert step("running", ending) is ending
    assert is_over(ending)
    assert step(ending, "running") is State.RUNNING
    assert not is_over("running")


def test_one_ending_does_not_become_another():
    with pytest.raises(StepNotAllowed):
        step("stopped", "improve")


def test_an_unknown_state_is_refused():
    with pytest.raises(ValueError, match="done"):
        step("running", "done")
