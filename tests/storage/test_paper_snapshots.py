"""Papers that belong to no meeting: only what is chosen gets on them, whatever else is in the journal."""

import datetime as dt
import random

import pytest

from journal import guidance_files
from journal.domain.changes import Change, changes
from journal.domain.records import Depth, Entry, Who
from journal.domain.sharing import PaperKind, Recipient
from journal.export import compose, paper_journal
from journal.storage import (
    answers,
    attachments,
    entries,
    journal_paper,
    journeys,
    marks,
    paper_offers,
    places,
    questions,
)
from journal.storage import paper_snapshots as papers
from tests.export.test_figures import CHAIR

GUIDANCE = guidance_files.guidance_for(next(each for each in guidance_files.shipped() if each.id == "htc"))
ON = dt.date(2026, 12, 1)
STORY = "Het werd stil bij Henk. Niemand zei iets. Toen vroeg Fatima wat ik niet wist."


@pytest.fixture
def journey(journal):
    planned = [
        journeys.PlannedMeeting("two-day-1", "two_day", dt.date(2026, 9, 24), dt.date(2026, 9, 25)),
        journeys.PlannedMeeting("two-day-2", "two_day", dt.date(2026, 11, 19), dt.date(2026, 11, 20)),
    ]
    return journal.do(journeys.begin, "htc", own_name="Marjan de Wit", began_on=dt.date(2026, 9, 19), meetings=planned)


@pytest.fixture
def entry(journal, journey):
    return reflect(journal, journey, 1, STORY)


def reflect(journal, journey, meeting, story):
    meetings = journal.read(journeys.meetings, journey)
    made = journal.do(entries.start, journey, "reflection", on=ON, meeting_id=meetings[meeting].id, depth=Depth.STEPS)
    journal.do(entries.set_title, made, "Wandeling met Henk")
    journal.do(answers.write, made, "moment.story", story)
    journal.do(answers.write, made, "next.will", "Ik bel Henk morgen.")
    journal.do(answers.write, made, "theme.cooperation", "Er is vertrouwen.")
    journal.do(places.place, made, Who.ME, ["trials"])
    journal.do(places.notice, made, Who.ME, "trials", "Schuiven.")
    return made


def wishes(recipient=Recipient.COACH, name="Els"):
    return papers.Wishes(ON, recipient, name)


def told(snapshot, kind):
    return repr(compose.document(snapshot, GUIDANCE, kind))


def test_for_a_reader_nothing_is_on_it_until_it_is_chosen(journal, entry):
    taken = journal.read(papers.one_session, entry, GUIDANCE, wishes())
    assert not taken.fragments
    assert taken.code == ""
    assert "stil" not in told(taken, PaperKind.SESSION)


def test_for_oneself_all_of_it_is_on_it_with_names_in_full(journal, entry):
    taken = journal.read(papers.one_session, entry, GUIDANCE, wishes(Recipient.SELF, ""))
    paper = told(taken, PaperKind.SESSION)
    for said in (
        "Het werd stil bij Henk.",
        "Ik bel Henk morgen.",
        "Er is vertrouwen.",
        "Schuiven.",
        "Wandeling met Henk",
    ):
        assert said in paper


def test_a_chosen_answer_is_on_it_with_initials_and_a_code_and_nothing_else_is(journal, entry):
    chosen = {f"piece.{entry}.next.will"}
    taken = journal.read(papers.one_session, entry, GUIDANCE, wishes(), chosen)
    paper = told(taken, PaperKind.SESSION)
    assert "Ik bel H. morgen." in paper
    assert taken.code
    assert taken.recipient_name == "Els"
    assert taken.fragments == (f"piece.{entry}.next.will",)
    for kept in ("stil", "vertrouwen", "Schuiven", "Wandeling", "Henk"):
        assert kept not in paper


def test_a_drawing_goes_along_only_when_it_is_chosen(journal, entry):
    drawn = journal.do(attachments.add, entry, "drawing", CHAIR, width=1104, height=616)
    without = journal.read(papers.one_session, entry, GUIDANCE, wishes(), {f"piece.{entry}.next.will"})
    with_it = journal.read(papers.one_session, entry, GUIDANCE, wishes(), {f"attachment.{drawn}"})
    assert without.attachments == ()
    assert [each.fragment for each in with_it.attachments] == [f"attachment.{drawn}"]


def test_in_one_page_only_the_chosen_sentence_of_a_session_stands(journal, journey, entry):
    chosen = {f"piece.{entry}.moment.story#3"}
    taken = journal.read(papers.one_page, journey, GUIDANCE, wishes(), chosen)
    paper = told(taken, PaperKind.ONE_PAGE)
    assert "Toen vroeg F. wat ik niet wist." in paper
    assert "Niemand zei iets" not in paper
    assert taken.places is None
    assert taken.themes is None
    assert taken.question == ()


def test_in_one_page_the_words_of_a_theme_stand_with_the_theme_alone(journal, journey, entry):
    groups = journal.read(paper_offers.of_journey, journey, GUIDANCE)
    assert [a.prompt_id for g in groups if g.kind == "reflection" for a in g.answers()] == ["moment.story", "next.will"]
    taken = journal.read(papers.one_page, journey, GUIDANCE, wishes(), {f"piece.{entry}.theme.cooperation"})
    assert taken.reflections == ()
    assert "Er is vertrouwen." in told(taken, PaperKind.ONE_PAGE)


def test_a_reflection_is_read_in_the_order_in_which_it_was_asked(journal, entry):
    journal.do(answers.write, entry, "stage.trials.me", "Ik werd boos.")
    taken = journal.read(papers.one_session, entry, GUIDANCE, wishes(Recipient.SELF, ""))
    paper = told(taken, PaperKind.SESSION)
    order = ["Het werd stil", "Ik werd boos", "Er is vertrouwen", "Ik bel Henk morgen"]
    assert [paper.index(each) for each in order] == sorted(paper.index(each) for each in order)


def test_the_same_choice_is_the_same_paper(journal, journey, entry):
    chosen = {f"piece.{entry}.moment.story#3", "places"}
    first = journal.read(papers.one_page, journey, GUIDANCE, wishes(), chosen)
    assert first == journal.read(papers.one_page, journey, GUIDANCE, wishes(), chosen)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_chosen_nothing_else_is_on_the_paper(journal, journey, seed):
    dice = random.Random(seed)
    words = iter(f"woord{n}" for n in range(10_000))

    def some():
        return " ".join(f"{next(words).capitalize()} {next(words)}." for _ in range(dice.randint(1, 5)))

    made = [reflect(journal, journey, n, some()) for n in (0, 1)]
    for each in made:
        for prompt in ("theme.cooperation", "theme.leadership", "next.will", "stage.trials.me"):
            journal.do(answers.write, each, prompt, some())
    journal.do(questions.write_version, journey, some(), on=dt.date(2026, 9, 20), reason=some())
    journal.do(questions.write_version, journey, some(), on=dt.date(2026, 10, 20), reason=some())
    groups = journal.read(paper_offers.of_journey, journey, GUIDANCE)
    offered = [part for g in groups for a in g.answers() for part in (a, *a.parts)]
    chosen = {each.id for each in dice.sample(offered, dice.randint(0, len(offered)))}
    taken = journal.read(papers.one_page, journey, GUIDANCE, wishes(), chosen)
    paper = told(taken, PaperKind.ONE_PAGE).lower()
    held = {a.id for g in groups for a in g.answers() if a.id in chosen}
    may = " ".join(
        part.text for g in groups for a in g.answers() for part in (a, *a.parts) if a.id in held or part.id in chosen
    ).lower()
    secret = {
        word for each in offered for word in each.text.lower().replace(".", " ").split() if word.startswith("woord")
    }
    for word in secret - set(may.replace(".", " ").split()):
        assert f"{word} " not in f"{paper.replace('.', ' ')} ", word


def test_the_whole_journal_holds_everything_but_what_was_thrown_away_or_is_closed(journal, journey, entry):
    journal.do(marks.mark, entry, "cooperation", 3)
    journal.do(attachments.add, entry, "drawing", CHAIR, width=1104, height=616)
    gone = journal.do(entries.start, journey, "note", on=ON)
    journal.do(answers.write, gone, "note.text", "Dit is weg.")
    journal.do(entries.throw_away, gone)
    note = journal.do(entries.start, journey, "note", on=ON)
    journal.do(answers.write, note, "note.text", "Tussendoor bedacht.")
    journal.do(questions.write_version, journey, "Hoe maak ik ruimte?", on=ON)
    whole = journal.read(journal_paper.whole_journal, journey, GUIDANCE, on=ON)
    paper = repr(paper_journal.document(whole, GUIDANCE))
    for said in (STORY, "Tussendoor bedacht.", "Hoe maak ik ruimte?", "Schuiven.", "Wandeling met Henk"):
        assert said in paper
    assert "Dit is weg." not in paper
    assert whole.sessions[0].session_id == "two-day-2"
    assert len(whole.sessions[0].entries[0].attachments) == 1


def test_a_letter_to_oneself_stays_closed_also_on_paper(journal, journey):
    letter = journal.do(entries.start, journey, "note", on=ON)
    journal.do(answers.write, letter, "note.text", "Voor later.")
    journal.do(close_until_may, letter)
    whole = journal.read(journal_paper.whole_journal, journey, GUIDANCE, on=ON)
    assert "Voor later." not in repr(whole)
    assert journal.read(paper_offers.of_session, letter, GUIDANCE) == ()
    later = journal.read(journal_paper.whole_journal, journey, GUIDANCE, on=dt.date(2027, 6, 1))
    assert "Voor later." in repr(later)


@changes(Change.ENTRIES)
def close_until_may(session, entry_id):
    session.get_one(Entry, entry_id).opens_on = dt.date(2027, 5, 1)


def test_names_of_readers_are_kept_with_the_journey(journal, journey):
    journal.do(journeys.set_names, journey, coach_name="Els Vermeer")
    assert journal.read(journeys.current).coach_name == "Els Vermeer"
