"""Ticks hold for a reader and for the words as they were; what changed since is not shared."""

import datetime as dt

import pytest
from sqlmodel import select

from journal.domain.sharing import Recipient
from journal.domain.sharing_records import TickedFragment
from journal.storage import (
    answers,
    entries,
    fragments,
    journeys,
    letters,
    marks,
    places,
    preparations,
    questions,
)
from journal.storage import snapshot as snapshots
from tests.storage.intervisie_story import ON, tell

THREE = "Eerst m1. Toen m2 met iemand. Ten slotte m3."
GROUP, COACH = Recipient.GROUP, Recipient.COACH


@pytest.fixture
def story(journal):
    return tell(journal)


@pytest.fixture
def note(story):
    """The id of an answer of three sentences, that has a title."""
    story.journal.do(answers.write, story.note_id, "note.text", THREE)
    return f"piece.{story.note_id}.note.text"


def tick(story, *ids, on=True, recipient=GROUP):
    named = {"guidance": story.guidance, "recipient": recipient}
    story.journal.do(preparations.tick_all, story.preparation_id, ids, on, **named)


def ticks(story, recipient=GROUP):
    return story.journal.read(preparations.ticks, story.preparation_id, recipient, story.guidance)


def taken(story, recipient=GROUP):
    return story.journal.read(snapshots.take, story.preparation_id, story.guidance, on=ON, recipient=recipient)


def rows(story):
    def all_of(session):
        return {row.fragment for row in session.exec(select(TickedFragment))}

    return story.journal.read(all_of)


def group(story, id_):
    offered = story.journal.read(fragments.offered, story.preparation_id, story.guidance)
    return next(each for each in offered if each.id == id_)


def test_an_answer_opens_into_its_sentences_and_a_group_into_its_answers(story, note):
    piece = next(piece for piece in group(story, "notes").pieces if piece.id == note)
    assert [(part.id, part.text) for part in piece.parts] == [
        (f"{note}#1", "Eerst m1."),
        (f"{note}#2", "Toen m2 met iemand."),
        (f"{note}#3", "Ten slotte m3."),
    ]
    assert [piece.prompt_id for piece in group(story, "case").pieces] == ["case.title", "case.matter", "case.question"]
    assert [piece.prompt_id for piece in group(story, "since").pieces] == ["case.since"]
    assert [piece.id for piece in group(story, "question").pieces] == ["question", "question.earlier"]
    earlier = group(story, "question").pieces[1]
    assert earlier.gathers
    assert [part.text for part in earlier.parts] == ["Om mQc.", "19 september: Hoe mQa?"]
    assert [piece.text for piece in group(story, "themes").pieces] == ["Thema mTa.", "in beweging"]


def test_one_sentence_is_ticked_and_nothing_hints_at_the_others(story, note):
    tick(story, f"{note}#1", f"{note}#3")
    assert ticks(story).held == {f"{note}#1", f"{note}#3"}
    found = taken(story)
    assert [piece.text for piece in found.notes[0].pieces] == ["Eerst m1. Ten slotte m3."]
    assert found.notes[0].title == ""
    assert found.notes[0].starts_on is None
    assert found.notes[0].pieces[0].fragment == note
    assert found.fragments == (f"{note}#1", f"{note}#3")


def test_all_sentences_are_the_answer_and_the_answer_is_all_its_sentences(story, note):
    tick(story, *(f"{note}#{number}" for number in (1, 2, 3)))
    assert rows(story) == {note}
    assert ticks(story).held == {note, f"{note}#1", f"{note}#2", f"{note}#3"}
    assert taken(story).notes[0].title == "Titel mNa"
    tick(story, f"{note}#2", on=False)
    assert rows(story) == {f"{note}#1", f"{note}#3"}
    tick(story, note)
    assert rows(story) == {note}
    tick(story, f"{note}#2")
    assert rows(story) == {note}
    tick(story, note, on=False)
    assert rows(story) == set()


def test_ticking_what_gathers_others_ticks_all_in_it(story):
    tick(story, "case", f"experiment.{story.experiment_id}", "question.earlier", "themes")
    assert ticks(story).held >= {id_ for id_ in story.markers if ".case." in id_ and "since" not in id_}
    assert f"piece.{story.experiment_id}.experiment.suspicion" in ticks(story).held
    assert "case" not in rows(story)
    tick(story, f"experiment.{story.experiment_id}", on=False)
    assert taken(story).experiments == ()
    assert taken(story).question == ()  # how it changed says nothing without the question
    tick(story, "question")
    assert len(taken(story).question) == 2


def test_what_is_not_there_cannot_be_ticked(story, note):
    tick(story, "piece.99.note.text", f"{note}#4", f"{note}#0", "attachment.7", "onzin", "piece.x", f"{note}#")
    assert rows(story) == set()
    tick(story, "onzin", f"{note}#4", on=False)


def test_the_group_and_the_coach_each_have_their_own_ticks(story, note):
    tick(story, note, "harvest")
    tick(story, f"{note}#2", recipient=COACH)
    assert ticks(story).held == {note, f"{note}#1", f"{note}#2", f"{note}#3", "harvest"}
    assert ticks(story, COACH).held == {f"{note}#2"}
    assert [piece.text for piece in taken(story, COACH).notes[0].pieces] == ["Toen m2 met iemand."]
    story.journal.do(journeys.set_names, story.journey_id, group_name="Groep Oost")
    assert (taken(story).recipient, taken(story).recipient_name) == (GROUP, "Groep Oost")
    assert (taken(story, COACH).recipient, taken(story, COACH).group_name) == (COACH, "")
    assert taken(story, Recipient.SELF).fragments == ()


def test_another_wording_is_not_shared_and_is_offered_again(story, note):
    tick(story, note, "case")
    held = ticks(story).held
    story.journal.do(answers.write, story.note_id, "note.text", THREE + " En m4.")
    after = ticks(story)
    assert after.lapsed == {note}
    assert after.held == {id_ for id_ in held if not id_.startswith(note)}
    assert taken(story).notes == ()
    tick(story, note)
    assert ticks(story).lapsed == frozenset()
    assert "m4" in taken(story).notes[0].pieces[0].text


def test_a_changed_sentence_takes_only_itself_away(story, note):
    tick(story, f"{note}#1", f"{note}#2")
    story.journal.do(answers.write, story.note_id, "note.text", "Eerst m1. Toen iets heel anders. Ten slotte m3.")
    assert (ticks(story).held, ticks(story).lapsed) == ({f"{note}#1"}, {f"{note}#2"})
    assert taken(story).notes[0].pieces[0].text == "Eerst m1."
    story.journal.do(answers.write, story.note_id, "note.text", "Nog maar dit")
    assert (ticks(story).held, ticks(story).lapsed) == (set(), {note})
    tick(story, note, on=False)
    assert rows(story) == set()


def test_a_new_sentence_before_it_takes_the_tick_of_the_others_away(story, note):
    tick(story, f"{note}#2")
    story.journal.do(answers.write, story.note_id, "note.text", "Nieuw. " + THREE)
    assert (ticks(story).held, ticks(story).lapsed) == (set(), {f"{note}#2"})


def test_white_space_changes_nothing(story, note):
    tick(story, note)
    story.journal.do(answers.write, story.note_id, "note.text", "Eerst  m1. Toen m2 met iemand. Ten slotte m3.\n\n")
    assert note in ticks(story).held


def test_another_name_of_the_entry_lapses_what_brings_it_along(story, note):
    tick(story, note, f"piece.{story.reflection_id}.stage.trials.me")
    story.journal.do(entries.set_title, story.note_id, "Iets anders")
    assert ticks(story).lapsed == {note}
    assert f"piece.{story.reflection_id}.stage.trials.me" in ticks(story).held


def test_a_new_question_place_or_mark_is_not_shared_by_an_old_tick(story):
    tick(story, "question", "question.earlier", "places", "themes")
    story.journal.do(questions.write_version, story.journey_id, "Hoe mQd?", on=dt.date(2026, 11, 28))
    assert "question" in ticks(story).lapsed
    assert taken(story).question == ()
    story.journal.do(places.place, story.reflection_id, "me", ["ordeal"])
    assert "places" in ticks(story).lapsed
    assert taken(story).places is None
    story.journal.do(marks.mark, story.reflection_id, "transformation", 5)
    assert f"piece.{story.reflection_id}.mark.transformation" in ticks(story).lapsed
    assert taken(story).themes.lines[0].level is None


def test_the_outcome_of_an_experiment_is_a_text_of_its_own(story):
    tick(story, f"experiment.{story.experiment_id}")
    story.journal.do(answers.write, story.experiment_id, "experiment.saw", "Het ging mis.")
    assert ticks(story).lapsed == frozenset()
    assert "mis" not in repr(taken(story))


def test_ticks_from_before_wordings_were_kept_have_lapsed(story):
    def old(session):
        for fragment in ("case", "question", "next_step", f"experiment.{story.experiment_id}", "harvest", "gone"):
            session.add(TickedFragment(preparation_id=story.preparation_id, recipient="group", fragment=fragment))

    old.changes = preparations.set_method.changes
    story.journal.do(old)
    case = {id_ for id_ in story.markers if ".case." in id_ and "since" not in id_}
    told = {id_ for id_ in story.markers if ".experiment." in id_ or "next.will" in id_ or ".question." in id_}
    asked = {"question", "harvest"}
    assert ticks(story).held == frozenset()
    assert ticks(story).lapsed == case | told | asked
    assert taken(story).fragments == ()
    one = min(case)
    tick(story, one)
    assert one in ticks(story).held
    assert ticks(story).lapsed == (case | told | asked) - {one}
    tick(story, *case, on=False)
    assert ticks(story).lapsed == told | asked


def test_what_was_thrown_away_is_not_shared_and_lapses_nothing(story, note):
    tick(story, *story.markers, note)
    before = ticks(story)
    story.journal.do(entries.throw_away, story.note_id)
    assert taken(story).notes == ()
    assert ticks(story) == preparations.Ticks(frozenset(i for i in before.held if not i.startswith(note)))
    story.journal.do(entries.fetch_back, story.note_id)
    assert ticks(story) == before


def test_a_letter_to_oneself_is_closed_here_too(story):
    letter = story.journal.do(entries.start, story.journey_id, "letter", on=ON)
    story.journal.do(answers.write, letter, "letter.text", "Lieve ik, mBa.")
    assert "mBa" in repr(group(story, "notes"))
    story.journal.do(letters.seal, letter, dt.date(2027, 6, 1))
    assert "mBa" not in repr(group(story, "notes"))


def test_the_loop_on_top_tells_what_came_of_it_in_its_order(story):
    case_id = story.journal.read(preparations.current, story.journey_id).case_entry_id
    told = {"case.advice_used": "Raad.", "case.promised": "Beloofd. Nog iets.", "case.since_effect": "Gevolg."}
    for prompt_id, text in told.items():
        story.journal.do(answers.write, case_id, prompt_id, text)
    tick(story, "since")
    tick(story, f"piece.{case_id}.case.promised#2", on=False)
    found = taken(story).since
    assert [(part.prompt_id, part.text) for part in found.parts] == [
        ("case.promised", "Beloofd."),
        ("case.since_effect", "Gevolg."),
        ("case.advice_used", "Raad."),
    ]
    assert (found.text, found.fragment) == ("Ik nam mee mSa.", f"piece.{case_id}.case.since")


def test_days_of_writing_stay_in_the_journal(story):
    other = story.journal.do(entries.start, story.journey_id, "reflection", on=dt.date(2026, 10, 13), depth="free")
    story.journal.do(answers.write, other, "free.text", "Los.")
    story.journal.do(places.place, other, "me", ["trials"])
    tick(story, *(each.id for group in _offered(story) for each in group.answers()))
    found = taken(story)
    assert found.places.dates == (dt.date(2026, 9, 24),)
    assert [(told.starts_on, told.ends_on) for told in found.reflections] == [
        (dt.date(2026, 9, 24), dt.date(2026, 9, 25)),
        (None, None),
    ]
    assert "datetime.date(2026, 10, 13)" not in repr(found)


def _offered(story):
    return story.journal.read(fragments.offered, story.preparation_id, story.guidance)
