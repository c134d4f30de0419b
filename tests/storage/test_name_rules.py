"""What was decided about names is kept, and holds on every paper."""

import datetime as dt

import pytest

from journal.domain.names_kinds import NameKind, Rule
from journal.domain.snapshot import NameChoice
from journal.storage import answers, cases, names, preparations, snapshot
from tests.storage.intervisie_story import Story, tell


@pytest.fixture
def story(journal) -> Story:
    return tell(journal)


def shown(story: Story) -> dict[str, str]:
    taken = story.journal.read(snapshot.take, story.preparation_id, story.guidance, on=dt.date(2026, 12, 1))
    return {choice.name: choice.replacement for choice in taken.names}


def write(story: Story, text: str) -> None:
    case = story.journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id
    story.journal.do(answers.write, case, "case.matter", text)
    story.journal.do(preparations.tick_all, story.preparation_id, ["case"], True, guidance=story.guidance)


def test_a_name_prints_as_its_writer_chose(story):
    write(story, "Ik sprak Tineke van GGD Zuid.")
    assert shown(story)["GGD Zuid"] == "GGD Zuid"
    story.journal.do(names.print_as, story.journey_id, "GGD Zuid", "een organisatie", "organisation")
    story.journal.do(names.print_as, story.journey_id, "Tineke", "een collega")
    assert shown(story)["GGD Zuid"] == "een organisatie"
    assert shown(story)["Tineke"] == "een collega"
    assert story.journal.read(names.rules, story.journey_id)["GGD Zuid"] == Rule("een organisatie", "organisation")


def test_what_is_no_name_is_not_listed_again(story):
    write(story, "Ik dacht aan Zonnehof.")
    assert "Zonnehof" in shown(story)
    story.journal.do(names.call, story.journey_id, "Zonnehof", NameKind.NONE)
    assert "Zonnehof" not in shown(story)
    story.journal.do(names.call, story.journey_id, "Zonnehof", NameKind.PERSON)
    assert shown(story)["Zonnehof"] == "Z."


def test_names_that_were_looked_over_keep_what_they_are_and_what_was_decided_stays(story):
    story.journal.do(names.print_as, story.journey_id, "Henk", "een collega")
    looked = [NameChoice("Henk", "H."), NameChoice("Rijnstate", "Rijnstate", kind="organisation")]
    story.journal.do(names.confirm, story.journey_id, looked)
    kept = story.journal.read(names.rules, story.journey_id)
    assert kept == {"Henk": Rule("een collega"), "Rijnstate": Rule(None, "organisation")}
    assert story.journal.read(names.people, story.journey_id) == {"Henk": "een collega"}
    write(story, "Rijnstate belde.")
    assert shown(story)["Rijnstate"] == "Rijnstate"


def test_empty_words_are_no_choice(story):
    story.journal.do(names.print_as, story.journey_id, "Henk", "   ")
    assert story.journal.read(names.rules, story.journey_id) == {"Henk": Rule(None)}


def test_the_case_asks_no_role_for_what_is_no_person(story):
    story.journal.do(names.print_as, story.journey_id, "Henk", "een collega")
    story.journal.do(names.confirm, story.journey_id, [NameChoice("Fatima", "F.")])
    story.journal.do(names.call, story.journey_id, "Zonnehof", NameKind.NONE)
    people, decided = story.journal.read(cases.open_names, story.journey_id)
    assert people == {"Henk", "Fatima"}
    assert decided == {"Henk", "Zonnehof"}
