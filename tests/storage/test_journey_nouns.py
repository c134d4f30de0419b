"""The journey, its entries, places, themes, question and experiments."""

import datetime as dt

import pytest

from journal.domain.records import Who
from journal.storage import answers, entries, experiments, journeys, marks, places, questions
from journal.storage.database import OpenJournal
from journal.storage.places import Walked
from tests.storage.beginnings import TODAY, TWO_DAYS, a_journey, a_reflection

DAY = dt.timedelta(days=1)


@pytest.fixture
def journey(journal: OpenJournal) -> int:
    return a_journey(journal)


def test_the_journey_begun_last_is_the_current_one(journal: OpenJournal):
    assert journal.read(journeys.current) is None
    journal.do(journeys.begin, "htc", began_on=TODAY)
    second = journal.do(
        journeys.begin, "own", source="[programme]\r\n", began_on=TODAY, own_name="Noor", edition="2026"
    )
    journal.do(journeys.set_names, second, group_name="Groep 3")
    found = journal.read(journeys.current)
    assert found is not None
    assert (found.id, found.programme_source, found.own_name, found.group_name) == (
        second,
        "[programme]\n",
        "Noor",
        "Groep 3",
    )
    journal.do(journeys.set_names, second, own_name="Noor V.")
    assert journal.read(journeys.current).group_name == "Groep 3"


def test_meetings_go_by_date_and_undated_ones_last(journal: OpenJournal):
    planned = [
        journeys.PlannedMeeting("closing", "closing"),
        journeys.PlannedMeeting("webinar-1", "webinar", TODAY + DAY, TODAY + DAY),
        TWO_DAYS,
    ]
    journey_id = journal.do(journeys.begin, "htc", began_on=TODAY, meetings=planned)
    found = journal.read(journeys.meetings, journey_id)
    assert [meeting.session_id for meeting in found] == ["two-day-1", "webinar-1", "closing"]
    journal.do(journeys.set_dates, found[2].id, TODAY - DAY, TODAY - DAY)
    journal.do(journeys.set_dates, found[0].id, None, None)
    again = journal.read(journeys.meetings, journey_id)
    assert [meeting.session_id for meeting in again] == ["closing", "webinar-1", "two-day-1"]


def test_what_is_put_off_stays_hidden_until_the_day(journal: OpenJournal):
    journal.do(journeys.postpone, "reflect.two-day-1", TODAY + DAY)
    journal.do(journeys.postpone, "reflect.two-day-1", TODAY + 2 * DAY)
    assert journal.read(journeys.postponed, TODAY + DAY) == {"reflect.two-day-1"}
    assert journal.read(journeys.postponed, TODAY + 2 * DAY) == set()


def test_an_entry_is_begun_filled_in_finished_and_taken_up_again(journal: OpenJournal, journey: int, clock):
    entry_id = journal.do(
        entries.start, journey, "reflection", on=TODAY, meeting_id=1, title="Stilte", depth="short", caused_by_id=None
    )
    journal.do(answers.write, entry_id, "short.what", "Een stilte.")
    journal.do(entries.set_depth, entry_id, "steps")
    journal.do(entries.set_title, entry_id, "Een stilte")
    journal.do(entries.finish, entry_id)
    finished = clock.moment
    clock.later(hours=1)
    journal.do(entries.finish, entry_id)
    journal.do(marks.mark, entry_id, "leadership", 3)
    whole = journal.read(entries.whole, entry_id)
    assert (whole.entry.title, whole.entry.depth, whole.entry.finished_at) == ("Een stilte", "steps", finished)
    assert whole.answers["short.what"].text == "Een stilte."
    assert whole.marks == {"leadership": 3}
    journal.do(entries.reopen, entry_id)
    [line] = journal.read(entries.listed, journey, ["reflection"])
    assert (line.session_id, line.meeting_id, line.finished, line.depth) == ("two-day-1", 1, False, "steps")


def test_lists_show_the_newest_first_of_all_forms_together(journal: OpenJournal, journey: int):
    for number in range(6):
        journal.do(entries.start, journey, ("note", "reflection")[number % 2], on=TODAY + number * DAY)
    lines = journal.read(entries.listed, journey, {"note", "reflection"})
    assert [line.written_on for line in lines] == [TODAY + number * DAY for number in range(5, -1, -1)]
    assert [line.form_id for line in journal.read(entries.listed, journey, ["note", "case"], limit=2)] == ["note"] * 2
    assert journal.read(entries.listed, journey, []) == []


def test_what_is_thrown_away_can_be_fetched_back(journal: OpenJournal, journey: int):
    entry_id = journal.do(entries.start, journey, "reflection", on=TODAY, meeting_id=1)
    journal.do(places.place, entry_id, Who.ME, ["call"])
    journal.do(marks.mark, entry_id, "leadership", 3)
    journal.do(entries.throw_away, entry_id)
    assert journal.read(entries.listed, journey, ["reflection"]) == []
    assert [line.id for line in journal.read(entries.listed, journey, ["reflection"], thrown_away=True)] == [entry_id]
    assert journal.read(entries.of_meeting, 1, "reflection") is None
    assert journal.read(places.walked, journey) == Walked()
    assert journal.read(marks.history, journey) == []
    journal.do(entries.fetch_back, entry_id)
    assert journal.read(entries.of_meeting, 1, "reflection") == entry_id
    assert journal.read(places.walked, journey).me == ("call",)


def test_a_form_that_a_journey_has_once_is_made_once(journal: OpenJournal, journey: int):
    entry_id = journal.do(entries.one_of, journey, "sharpen", on=TODAY)
    assert journal.do(entries.one_of, journey, "sharpen", on=TODAY + DAY) == entry_id


def test_the_way_walked_tells_where_i_and_we_stand_and_since_when(journal: OpenJournal, journey: int):
    first = journal.do(entries.start, journey, "reflection", on=TODAY, meeting_id=1, title="Een")
    second = journal.do(entries.start, journey, "reflection", on=TODAY + DAY)
    third = journal.do(entries.start, journey, "note", on=TODAY + 2 * DAY)
    journal.do(places.place, third, Who.ME, ["trials", "refusal"])
    journal.do(places.place, first, Who.ME, ["call"])
    journal.do(places.place, first, Who.US, ["call"])
    journal.do(places.place, second, Who.ME, ["refusal", "trials"])
    journal.do(places.notice, first, Who.ME, "call", "Ik sliep slecht.\r\n")
    walked = journal.read(places.walked, journey)
    assert (walked.me, walked.us, walked.me_since) == (("trials", "refusal"), ("call",), TODAY + DAY)
    assert [note.stage_id for note in walked.notes] == ["call", "call", "refusal", "trials", "trials", "refusal"]
    assert walked.notes[0] == places.PlaceNote("call", Who.ME, first, TODAY, "Ik sliep slecht.\n", "Een", "two-day-1")
    [_, line, _] = journal.read(entries.listed, journey, ["reflection", "note"])
    assert (line.me, line.us) == (("refusal", "trials"), ())


def test_choosing_another_place_does_not_lose_what_was_noticed(journal: OpenJournal):
    entry_id = a_reflection(journal)
    journal.do(places.place, entry_id, Who.ME, ["call"])
    for text in ("Ik", "Ik sliep", "Ik sliep slecht en dacht aan later."):
        journal.do(places.notice, entry_id, Who.ME, "call", text)
    journal.do(places.place, entry_id, Who.ME, ["trials"])
    journal.do(places.place, entry_id, Who.ME, ["trials", "call", "call"])
    found = {placement.stage_id: placement.evidence for placement in journal.read(entries.whole, entry_id).placements}
    assert found == {"trials": "", "call": "Ik sliep slecht en dacht aan later."}
    journal.do(places.notice, entry_id, Who.ME, "call", "Anders.")
    kept = journal.read(answers.versions, entry_id, "placement.me.call")
    assert [version.text for version in kept] == ["Ik sliep slecht en dacht aan later."]


def test_themes_are_words_first_and_a_mark_when_chosen(journal: OpenJournal, journey: int):
    later = journal.do(entries.start, journey, "reflection", on=TODAY + DAY)
    first = journal.do(entries.start, journey, "reflection", on=TODAY, meeting_id=1)
    journal.do(answers.write, first, "theme.leadership", "Ik durf meer.")
    journal.do(answers.write, first, "theme.cooperation", " ")
    journal.do(marks.mark, first, "leadership", 2)
    journal.do(marks.mark, first, "leadership", 3)
    journal.do(marks.mark, first, "transformation", 1)
    journal.do(marks.mark, first, "transformation", None)
    journal.do(marks.mark, first, "transformation", None)
    journal.do(marks.mark, later, "cooperation", 5)
    assert journal.read(marks.history, journey) == [
        marks.ThemeNote("leadership", first, "two-day-1", TODAY, "Ik durf meer.", 3),
        marks.ThemeNote("cooperation", later, None, TODAY + DAY, "", 5),
    ]


def test_every_version_of_the_question_stays_with_what_shifted(journal: OpenJournal, journey: int):
    assert journal.read(questions.current, journey) is None
    cause = a_reflection(journal, journey)
    first = journal.do(questions.write_version, journey, "Hoe krijg ik ze mee?", on=TODAY)
    second = journal.do(
        questions.write_version, journey, "Hoe laat ik los?", on=TODAY + DAY, reason="Minder ik", caused_by_id=cause
    )
    journal.do(questions.correct, second, "Hoe kan ik loslaten?")
    journal.do(questions.explain, second, "Minder ik", "De tweedaagse")
    assert journal.read(questions.versions, journey) == [
        questions.QuestionLine(second, 2, "Hoe kan ik loslaten?", "Minder ik", "De tweedaagse", cause, TODAY + DAY),
        questions.QuestionLine(first, 1, "Hoe krijg ik ze mee?", "", "", None, TODAY),
    ]
    journal.do(entries.throw_away, second)
    assert journal.read(questions.current, journey).entry_id == first


def test_an_experiment_has_a_life_and_its_words(journal: OpenJournal, journey: int):
    entry_id = journal.do(
        experiments.begin, journey, on=TODAY, title="Eerst vragen", suspicion="Ik praat te veel", first_on=TODAY + DAY
    )
    journal.do(experiments.set_state, entry_id, "improve")
    journal.do(experiments.set_dates, entry_id, TODAY + DAY, TODAY + 2 * DAY)
    assert journal.read(experiments.listed, journey) == [
        experiments.ExperimentLine(
            entry_id,
            "Eerst vragen",
            "improve",
            TODAY + DAY,
            TODAY + 2 * DAY,
            {"experiment.title": "Eerst vragen", "experiment.suspicion": "Ik praat te veel"},
        )
    ]
    journal.do(entries.throw_away, entry_id)
    assert journal.read(experiments.listed, journey) == []
