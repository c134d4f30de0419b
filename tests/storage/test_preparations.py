"""Preparing an intervisie meeting: what is chosen stays chosen, and what was shared is remembered."""

import datetime as dt

import pytest

from journal.domain.sharing import Recipient
from journal.storage import entries, journeys, preparations, shares
from journal.storage.preparations import Ticks
from tests.storage.intervisie_story import a_share, htc, tell


@pytest.fixture
def story(journal):
    return tell(journal)


def test_a_new_preparation_has_an_empty_case_and_nothing_ticked(journal):
    journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 1))
    assert journal.read(preparations.current, journey_id) is None
    made = journal.do(preparations.prepare, journey_id, on=dt.date(2026, 12, 1), method_id="gossip")
    whole = journal.read(preparations.whole, made)
    assert journal.read(preparations.ticks, made, Recipient.GROUP, htc()) == Ticks()
    assert whole.preparation.initials
    assert whole.preparation.own_name_style == "full"
    assert not journal.read(preparations.case_words, made).begun
    assert journal.read(entries.whole, whole.preparation.case_entry_id).entry.form_id == "case"


def test_ticking_and_unticking_is_remembered(story):
    journal, id_ = story.journal, story.preparation_id
    journal.do(preparations.tick_all, id_, ["question", "case", "harvest"], True, guidance=story.guidance)
    journal.do(preparations.tick, id_, "case", False, guidance=story.guidance)
    journal.do(preparations.tick, id_, "case", False, guidance=story.guidance)
    journal.do(preparations.tick, id_, "question", True, guidance=story.guidance)
    assert journal.read(preparations.ticks, id_, Recipient.GROUP, story.guidance) == Ticks(
        held=frozenset({"question", "harvest"})
    )


def test_method_day_switch_and_name_style_are_remembered(story):
    journal, id_ = story.journal, story.preparation_id
    journal.do(preparations.set_method, id_, "balint")
    journal.do(preparations.set_meeting_on, id_, dt.date(2027, 1, 5))
    journal.do(preparations.set_initials, id_, False)
    journal.do(preparations.set_own_name_style, id_, "first")
    found = journal.read(preparations.whole, id_).preparation
    assert (found.method_id, found.meeting_on, found.initials, found.own_name_style) == (
        "balint",
        dt.date(2027, 1, 5),
        False,
        "first",
    )
    with pytest.raises(ValueError, match="loud"):
        journal.do(preparations.set_own_name_style, id_, "loud")


def test_a_next_preparation_begins_unticked_and_knows_what_was_shared_before(story, clock):
    journal = story.journal
    journal.do(preparations.tick, story.preparation_id, "case", True, guidance=story.guidance)
    journal.do(preparations.set_own_name_style, story.preparation_id, "initials")
    share = {"fragments": ["question", "case"]}
    first = a_share(story.preparation_id, file_name="Eerste.pdf", **share)
    journal.do(shares.remember, story.journey_id, **first)
    clock.later(days=40)
    second = journal.do(preparations.prepare, story.journey_id, on=clock.today(), method_id="balint")
    journal.do(shares.remember, story.journey_id, **a_share(second, file_name="Tweede.pdf", **share))
    whole = journal.read(preparations.whole, second)
    assert journal.read(preparations.ticks, second, Recipient.GROUP, story.guidance) == Ticks()
    assert whole.preparation.own_name_style == "initials"
    assert [each.file_name for each in whole.shares] == ["Tweede.pdf", "Eerste.pdf"]
    assert whole.shares[0].fragments == '["case", "question"]'
    assert journal.read(preparations.current, story.journey_id).id == second
    assert journal.read(preparations.before, second).id == story.preparation_id
    assert journal.read(preparations.before, story.preparation_id) is None


def test_the_case_knows_its_preparation(story):
    journal = story.journal
    case_id = journal.read(preparations.current, story.journey_id).case_entry_id
    assert journal.read(preparations.of_case, case_id).id == story.preparation_id
    words = journal.read(preparations.case_words, story.preparation_id)
    assert (words.title, words.question, words.begun) == ("Casus mKa", "Wat doe ik mKc?", True)
