"""Finding back what was written."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.changes import Change, changes
from journal.domain.records import Who
from journal.storage import answers, entries, experiments, journeys, places, search
from journal.storage.database import OpenJournal
from tests.storage.beginnings import TODAY, TWO_DAYS

TEXTS = (
    "De wethouder zei niets, en het café werd stil.",
    "Het café zat vol; iedereen praatte over geld.",
    "رحلة طويلة مع الأصدقاء",
    "我们一起走过变革的路",
    "Een zaadje 🌱 en het woord AND",
    "Wie betaalt dit? Niemand wist het, geldt dat ook voor ons?",
)


@pytest.fixture
def journey(journal: OpenJournal) -> int:
    """A journey with a text a day, the first one the oldest."""
    journey_id = journal.do(journeys.begin, "htc", began_on=TODAY, meetings=[TWO_DAYS])
    for number, text in enumerate(TEXTS):
        entry_id = journal.do(
            entries.start, journey_id, "note", on=TODAY + dt.timedelta(days=number), meeting_id=1, title=f"Dag {number}"
        )
        journal.do(answers.write, entry_id, "note.text", text)
    return journey_id


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("café", [1, 0]),
        ("CAFE", [1, 0]),
        ("cafe geld", [1]),
        ("geld", [5, 1]),
        ("wetho", [0]),
        ("stil.", [0]),
        ("تطويلة", []),
        ("طويلة", [2]),
        ("变革", [3]),
        ("🌱", [4]),
        ("🌱 zaad", [4]),
        ("AND", [4]),
        ("café OR geld", []),
        ('"café', [1, 0]),
        ("NOT café", []),
        ("zei niets", [0]),
        ("text:café", []),
        ("note.text", []),
        ("caf*", []),
        ("   ", []),
        ("", []),
        ("?", [5]),
    ],
)
def test_all_words_by_their_beginning_newest_first(journal: OpenJournal, journey: int, words: str, days: list[int]):
    found = journal.read(search.find, journey, words)
    if words == "caf*":  # a star is no letter, so it does not matter
        days = [1, 0]
    assert [hit.title for hit in found] == [f"Dag {day}" for day in days]


def test_a_hit_tells_where_it_stands(journal: OpenJournal, journey: int):
    [hit] = journal.read(search.find, journey, "wethouder")
    assert hit == search.Hit(1, "note.text", TEXTS[0], TODAY, "Dag 0", "note", "two-day-1")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.text(st.sampled_from("\"'*()^:{}+-_,.;\\/%?NEAR AND OR NOT café🌱变\0\ud800\n"), max_size=40))
def test_signs_of_a_search_language_are_harmless(journal: OpenJournal, journey: int, words: str):
    assert len(journal.read(search.find, journey, words, limit=3)) <= 3


def test_what_was_thrown_away_or_changed_is_not_found(journal: OpenJournal, journey: int):
    journal.do(entries.throw_away, 1)
    journal.do(answers.write, 2, "note.text", "iets anders")
    assert journal.read(search.find, journey, "café") == []
    journal.do(entries.fetch_back, 1)
    assert [hit.title for hit in journal.read(search.find, journey, "café")] == ["Dag 0"]


def test_another_journey_has_its_own_answers(journal: OpenJournal, journey: int):
    other = journal.do(journeys.begin, "htc", began_on=TODAY)
    assert journal.read(search.find, other, "café") == []
    assert len(journal.read(search.find, journey, "café")) == 2


def test_of_very_many_the_newest_are_shown_around_the_word(journal: OpenJournal, journey: int):
    @changes(Change.ANSWERS)
    def many(session):
        for number in range(300):
            entry_id = entries.start(session, journey, "note", on=TODAY + dt.timedelta(days=100 + number))
            answers.write(session, entry_id, "note.text", "voor " * 500 + f"overal nummer{number} " + "na " * 500)

    journal.do(many)
    found = journal.read(search.find, journey, "overal")
    assert len(found) == 50
    assert found[0].written_on == TODAY + dt.timedelta(days=399)
    assert "nummer299" in found[0].text
    assert len(found[0].text) <= 400
    assert len(journal.read(search.find, journey, "overal", limit=3)) == 3


def test_titles_and_what_was_noticed_are_found_too(journal: OpenJournal, journey: int):
    entry_id = journal.do(entries.start, journey, "reflection", on=TODAY, title="Wandeling zonder agenda")
    journal.do(places.place, entry_id, Who.ME, ["trials"])
    journal.do(places.notice, entry_id, Who.ME, "trials", "Ik schuif méér dan ik praat")

    [title] = journal.read(search.find, journey, "agenda wand")
    assert (title.entry_id, title.prompt_id, title.text) == (entry_id, "title", "Wandeling zonder agenda")
    [noticed] = journal.read(search.find, journey, "meer praat")
    assert (noticed.entry_id, noticed.prompt_id) == (entry_id, "place.me.trials")


def test_a_name_that_is_an_answer_too_is_found_once(journal: OpenJournal, journey: int):
    entry_id = journal.do(entries.start, journey, "reflection", on=TODAY)
    journal.do(answers.write, entry_id, "moment.name", "Wandeling met Henk")

    assert [hit.prompt_id for hit in journal.read(search.find, journey, "henk")] == ["moment.name"]


def test_hits_are_counted_by_kind_and_narrowed_by_place_period_and_captions(journal: OpenJournal, journey: int):
    reflection = journal.do(entries.start, journey, "reflection", on=TODAY - dt.timedelta(days=60))
    journal.do(answers.write, reflection, "moment.story", "Er kwam lucht")
    journal.do(places.place, reflection, Who.US, ["call"])
    tried = journal.do(experiments.begin, journey, on=TODAY, title="Lucht geven")
    journal.do(answers.write, tried, "attachment.7.caption", "Lucht boven het weiland")

    def looked(**narrowed):
        found = journal.read(search.look, journey, "lucht", search.Narrowed(**narrowed))
        return [hit.entry_id for hit in found.hits], found.counts["reflections"], found.counts["experiments"]

    assert looked() == ([tried, tried, reflection], 1, 2)
    assert looked(kind="reflections") == ([reflection], 1, 2)
    assert looked(captions=False) == ([tried, reflection], 1, 1)
    assert looked(stage_id="call") == ([reflection], 1, 0)
    assert looked(since=TODAY) == ([tried, tried], 0, 2)
    assert looked(until=TODAY - dt.timedelta(days=1)) == ([reflection], 1, 0)


def test_an_old_entry_with_a_common_word_is_not_missed_however_many_there_are(journal: OpenJournal, journey: int):
    @changes(Change.ANSWERS)
    def many(session):
        for number in range(300):
            # The first to be begun is the newest by its day, as when old papers are written over.
            entry_id = entries.start(session, journey, "note", on=TODAY + dt.timedelta(days=1000 - number))
            answers.write(session, entry_id, "note.text", f"overal nummer{number}")

    journal.do(many)
    assert journal.read(search.find, journey, "overal")[0].text == "overal nummer0"
    assert journal.read(search.look, journey, "overal", search.EVERYTHING).counts["reflections"] == 300


def test_a_single_letter_is_a_word_of_its_own(journal: OpenJournal, journey: int):
    assert journal.read(search.find, journey, "z") == []
