"""A case that starts from what was written, and that goes on where the last meeting ended."""

import datetime as dt

import pytest

from journal.domain.sharing import Recipient
from journal.storage import advice, answers, cases, entries, experiments, harvests, preparations
from tests.storage.intervisie_story import tell


@pytest.fixture
def story(journal):
    return tell(journal)


@pytest.fixture
def case_id(story):
    made = story.journal.do(preparations.prepare, story.journey_id, on=dt.date(2026, 12, 20), method_id="incident")
    return story.journal.read(preparations.whole, made).preparation.case_entry_id


def words_of(journal, entry_id: int) -> dict[str, str]:
    return {id_: answer.text for id_, answer in journal.read(entries.whole, entry_id).answers.items() if answer.text}


def test_reflections_experiments_and_notes_can_be_started_from_newest_first(story):
    found = story.journal.read(cases.sources, story.journey_id, story.guidance, limit=10)
    assert [line.id for line in found] == [story.experiment_id, story.note_id, story.reflection_id]


def test_what_is_chosen_is_copied_and_the_case_knows_where_it_came_from(story, case_id):
    journal = story.journal
    pieces = journal.read(cases.pieces, story.reflection_id, story.guidance)
    journal.do(cases.take_over, case_id, story.reflection_id, [p for p in pieces if p.target != "case.wanted"])
    assert words_of(journal, case_id) == {
        "case.title": "Naam mRt",
        "case.moment": "Het moment mRa met Henk en Fatima.",
        "case.felt": "Voor mij mRb.",
        "case.thought": "Slot mRc.",
    }
    entry = journal.read(entries.whole, case_id).entry
    assert (entry.title, entry.caused_by_id) == ("Naam mRt", story.reflection_id)
    assert words_of(journal, story.reflection_id)["moment.story"] == "Het moment mRa met Henk en Fatima."


def test_what_was_written_is_never_overwritten_and_all_of_it_can_be_undone(story, case_id):
    journal = story.journal
    journal.do(answers.write, case_id, "case.title", "Mijn naam")
    journal.do(answers.write, case_id, "case.moment", "Toen.")
    before = words_of(journal, case_id)
    pieces = journal.read(cases.pieces, story.reflection_id, story.guidance)
    taken = journal.do(cases.take_over, case_id, story.reflection_id, pieces)
    now = words_of(journal, case_id)
    assert now["case.title"] == "Mijn naam"
    assert now["case.moment"] == "Toen.\n\nHet moment mRa met Henk en Fatima."
    assert journal.do(cases.take_back, taken)
    assert words_of(journal, case_id) == before
    assert journal.read(entries.whole, case_id).entry.caused_by_id is None


def test_undoing_leaves_what_was_written_since(story, case_id):
    journal = story.journal
    pieces = journal.read(cases.pieces, story.note_id, story.guidance)
    taken = journal.do(cases.take_over, case_id, story.note_id, pieces)
    journal.do(answers.write, case_id, "case.matter", "Helemaal anders.")
    assert not journal.do(cases.take_back, taken)
    assert words_of(journal, case_id) == {"case.matter": "Helemaal anders."}


def test_a_first_preparation_has_nothing_to_look_back_on(story):
    first = story.journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id
    assert story.journal.read(cases.loop, first) is None


def test_the_next_preparation_proposes_what_was_promised_and_what_came_of_it(story, case_id):
    journal, day = story.journal, dt.date(2026, 12, 9)
    first = journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id
    journal.do(harvests.write, story.preparation_id, "harvest.will", "Ik zwijg een keer.", on=day)
    journal.do(harvests.write, story.preparation_id, "harvest.when", "Dinsdag", on=day)
    made = journal.do(harvests.make_experiment, story.preparation_id, on=day)
    journal.do(answers.write, made, "experiment.saw", "Er kwam lucht.")
    taken = journal.do(advice.add, first, "Tel tot tien.", "een wijkverpleegkundige", on=day)
    journal.do(advice.set_state, taken, "taken")
    journal.do(answers.write, taken, "advice.came_of_it", "Het hielp.")
    left = journal.do(advice.add, first, "Loop weg.", on=day)
    journal.do(advice.set_state, left, "left")
    loop = journal.read(cases.loop, case_id)
    assert loop is not None
    assert loop.met_on == dt.date(2026, 12, 8)
    assert {piece.target: piece.text for piece in loop.pieces} == {
        "case.promised": "Ik zwijg een keer. Dinsdag",
        "case.done": "Ik zwijg een keer.\nDinsdag",
        "case.since_effect": "Er kwam lucht.\nHet hielp.",
        "case.advice_used": "Tel tot tien. (een wijkverpleegkundige)",
    }


def test_what_was_only_planned_is_not_said_to_be_done(story, case_id):
    journal, day = story.journal, dt.date(2026, 12, 9)
    journal.do(harvests.write, story.preparation_id, "harvest.will", "Ik zwijg een keer.", on=day)
    made = journal.do(harvests.make_experiment, story.preparation_id, on=day)
    assert [piece.target for piece in journal.read(cases.loop, case_id).pieces] == ["case.promised"]
    journal.do(experiments.set_state, made, "stopped")
    assert [piece.target for piece in journal.read(cases.loop, case_id).pieces] == ["case.promised", "case.done"]


def test_nothing_of_it_is_shared_by_itself(story, case_id):
    journal = story.journal
    journal.do(harvests.write, story.preparation_id, "harvest.will", "Ik zwijg.", on=dt.date(2026, 12, 9))
    now = journal.read(preparations.current, story.journey_id)
    assert now is not None
    assert not journal.read(preparations.ticks, now.id, Recipient.GROUP, story.guidance).held
    assert words_of(journal, case_id) == {}


@pytest.mark.usefixtures("case_id")
def test_a_preparation_without_harvest_in_between_does_not_hide_the_last_one(story):
    journal = story.journal
    journal.do(harvests.write, story.preparation_id, "harvest.will", "Ik zwijg.", on=dt.date(2026, 12, 9))
    third = journal.do(preparations.prepare, story.journey_id, on=dt.date(2027, 1, 5), method_id="incident")
    loop = journal.read(cases.loop, journal.read(preparations.whole, third).preparation.case_entry_id)
    assert loop is not None
    assert [piece.text for piece in loop.pieces] == ["Ik zwijg."]


def test_the_questions_with_earlier_texts_are_known(story, case_id, clock):
    story.journal.do(answers.write, case_id, "case.moment", "Een eerste versie van het moment.")
    clock.later(minutes=10)
    story.journal.do(answers.write, case_id, "case.moment", "Een tweede.")
    assert story.journal.read(cases.earlier_texts, case_id) == {"case.moment"}


def test_an_experiment_gives_its_name_and_its_hunch(story):
    pieces = story.journal.read(cases.pieces, story.experiment_id, story.guidance)
    assert [(piece.target, piece.text) for piece in pieces] == [
        ("case.title", "Proef mEa"),
        ("case.thought", "Denk mEb"),
    ]
