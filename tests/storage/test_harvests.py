"""After the meeting: what it yielded is kept, and leads on."""

import datetime as dt

import pytest

from journal.storage import advice, answers, entries, experiments, harvests, preparations
from tests.storage.intervisie_story import tell

DAY = dt.date(2026, 12, 9)


@pytest.fixture
def story(journal):
    return tell(journal)


def test_a_harvest_comes_with_its_first_word_and_there_is_one_a_meeting(story):
    journal = story.journal
    assert journal.read(harvests.meeting, story.preparation_id).harvest_id is None
    entry_id = journal.do(harvests.write, story.preparation_id, "harvest.did", "We roddelden.", on=DAY)
    assert journal.do(harvests.write, story.preparation_id, "harvest.touched", "Het raakte me.", on=DAY) == entry_id
    assert journal.do(harvests.begin, story.preparation_id, on=DAY) == entry_id
    line = journal.read(harvests.meeting, story.preparation_id)
    assert (line.harvest_id, line.title, line.question, line.written) == (
        entry_id,
        "Casus mKa",
        "Wat doe ik mKc?",
        True,
    )
    assert journal.read(entries.whole, entry_id).entry.caused_by_id == line.case_entry_id


def test_a_harvest_that_was_thrown_away_is_not_there_and_can_be_begun_anew(story):
    journal = story.journal
    entry_id = journal.do(harvests.write, story.preparation_id, "harvest.did", "We roddelden.", on=DAY)
    journal.do(entries.throw_away, entry_id)
    assert journal.read(harvests.texts, story.preparation_id) == {}
    assert journal.do(harvests.begin, story.preparation_id, on=DAY) != entry_id


def test_what_one_will_do_becomes_an_experiment_that_knows_its_meeting(story):
    journal = story.journal
    long = "Ik vraag in het overleg van dinsdag wat er voor ieder van ons op het spel staat, nog voor de agenda begint"
    cause = journal.do(harvests.write, story.preparation_id, "harvest.will", long, on=DAY)
    made = journal.do(harvests.make_experiment, story.preparation_id, on=DAY)
    whole = journal.read(entries.whole, made)
    assert whole.entry.caused_by_id == cause
    assert len(whole.entry.title) <= 81
    assert whole.entry.title.endswith("…")
    assert whole.answers[experiments.ACTION].text == long
    assert [line.entry_id for line in journal.read(harvests.experiments_of, story.preparation_id)] == [made]
    journal.do(entries.throw_away, made)
    assert journal.read(harvests.experiments_of, story.preparation_id) == []


def test_meetings_are_listed_newest_first_and_the_last_that_has_been_is_shown(story):
    journal = story.journal
    later = journal.do(
        preparations.prepare, story.journey_id, on=DAY, meeting_on=dt.date(2027, 1, 19), method_id="balint"
    )
    lines = journal.read(harvests.listed, story.journey_id)
    assert [line.preparation_id for line in lines] == [later, story.preparation_id]
    shown = harvests.shown_first(lines, dt.date(2026, 12, 10))
    assert shown is not None
    assert shown.preparation_id == story.preparation_id
    assert harvests.shown_first(lines, dt.date(2026, 12, 1)) == lines[0]
    assert harvests.shown_first([], DAY) is None


def test_a_meeting_waits_for_its_harvest_from_the_day_after(story):
    journal, journey_id = story.journal, story.journey_id
    assert journal.read(harvests.waiting, journey_id, dt.date(2026, 12, 8)) is None
    waiting = journal.read(harvests.waiting, journey_id, DAY)
    assert waiting is not None
    assert waiting.preparation_id == story.preparation_id
    journal.do(harvests.write, story.preparation_id, "harvest.did", "We roddelden.", on=DAY)
    assert journal.read(harvests.waiting, journey_id, DAY) is None


@pytest.mark.parametrize("which", ["harvest", "case", "advice"])
def test_every_entry_of_a_meeting_leads_to_it(story, which):
    journal = story.journal
    case_id = journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id
    found = {
        "harvest": journal.do(harvests.begin, story.preparation_id, on=DAY),
        "case": case_id,
        "advice": journal.do(advice.add, case_id, "Tel tot tien.", on=DAY),
    }
    assert journal.read(harvests.of_entry, found[which]) == story.preparation_id


def test_an_empty_answer_makes_no_harvest_count(story):
    journal = story.journal
    entry_id = journal.do(harvests.write, story.preparation_id, "harvest.did", "Iets.", on=DAY)
    journal.do(answers.write, entry_id, "harvest.did", "")
    assert not journal.read(harvests.meeting, story.preparation_id).written
