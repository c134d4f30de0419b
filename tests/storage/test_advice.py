"""Advice is kept with what its receiver did with it, and nothing about that is final."""

import datetime as dt

import pytest

from journal.storage import advice, answers, entries, preparations
from tests.storage.intervisie_story import tell

DAY = dt.date(2026, 12, 9)


@pytest.fixture
def story(journal):
    return tell(journal)


@pytest.fixture
def case_id(story):
    return story.journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id


def test_advice_is_listed_in_the_order_in_which_it_was_given(story, case_id):
    first = story.journal.do(advice.add, case_id, " Tel tot tien. ", "de coach", on=DAY)
    second = story.journal.do(advice.add, case_id, "Vraag door.", on=DAY)
    lines = story.journal.read(advice.listed, case_id)
    assert [(line.entry_id, line.text, line.giver, line.state) for line in lines] == [
        (first, "Tel tot tien.", "de coach", "open"),
        (second, "Vraag door.", "", "open"),
    ]


def test_taken_left_and_open_can_always_change(story, case_id):
    made = story.journal.do(advice.add, case_id, "Vraag door.", on=DAY)
    for state in ("taken", "left", "open", "taken"):
        story.journal.do(advice.set_state, made, state)
        assert story.journal.read(advice.listed, case_id)[0].state == state
    with pytest.raises(ValueError, match="obeyed"):
        story.journal.do(advice.set_state, made, "obeyed")


def test_an_experiment_is_made_of_it_once_and_again_when_that_was_thrown_away(story, case_id):
    journal = story.journal
    made = journal.do(advice.add, case_id, "Vraag door.\nOok als het stil is.", on=DAY)
    experiment = journal.do(advice.make_experiment, made, on=DAY)
    whole = journal.read(entries.whole, experiment)
    assert (whole.entry.title, whole.entry.caused_by_id) == ("Vraag door.", made)
    assert whole.answers["experiment.action"].text == "Vraag door.\nOok als het stil is."
    line = journal.read(advice.listed, case_id)[0]
    assert (line.state, line.experiment_id) == ("taken", experiment)
    assert journal.do(advice.make_experiment, made, on=DAY) == experiment
    journal.do(entries.throw_away, experiment)
    assert journal.read(advice.listed, case_id)[0].experiment_id is None
    assert journal.do(advice.make_experiment, made, on=DAY) != experiment


def test_what_came_of_it_is_an_answer_with_versions(story, case_id, clock):
    made = story.journal.do(advice.add, case_id, "Vraag door.", on=DAY)
    story.journal.do(answers.write, made, advice.CAME_OF_IT, "Nog niets.")
    clock.later(minutes=10)
    story.journal.do(answers.write, made, advice.CAME_OF_IT, "Er kwam lucht.")
    assert story.journal.read(advice.listed, case_id)[0].came_of_it == "Er kwam lucht."
    assert [v.text for v in story.journal.read(answers.versions, made, advice.CAME_OF_IT)] == ["Nog niets."]


def test_thrown_away_advice_comes_back_as_it_was(story, case_id):
    made = story.journal.do(advice.add, case_id, "Vraag door.", on=DAY)
    story.journal.do(entries.throw_away, made)
    assert story.journal.read(advice.listed, case_id) == []
    story.journal.do(entries.fetch_back, made)
    assert [line.entry_id for line in story.journal.read(advice.listed, case_id)] == [made]


def test_advice_of_which_only_the_words_were_saved_is_open_and_can_be_taken(story, case_id):
    made = story.journal.do(entries.start, story.journey_id, advice.FORM, on=DAY, caused_by_id=case_id)
    story.journal.do(answers.write, made, advice.TEXT, "Vraag door.")
    assert [(line.text, line.state) for line in story.journal.read(advice.listed, case_id)] == [("Vraag door.", "open")]
    story.journal.do(advice.set_state, made, "taken")
    assert story.journal.read(advice.listed, case_id)[0].state == "taken"
