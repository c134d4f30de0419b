"""A newer file of a programme that somebody is already following: dates, sessions and words change, answers stay."""

import datetime as dt

import pytest

from journal import guidance_files, programme_text
from journal.answer_words import readable
from journal.domain.programme_update import compare
from journal.errors import GuidanceError
from journal.storage import answers, entries, journeys, programme_updates
from journal.storage.journeys import PlannedMeeting

D = dt.date
OLD = """
format = 1
id = "green"
version = "1"
name.nl = "Groen"
summary.nl = "Groen"

[[themes]]
id = "growth"
name.nl = "Groei"
[themes.prompt]
id = "theme.growth"
ask.nl = "Wat groeit er?"

[[sessions]]
id = "start"
kind = "workshop"
name.nl = "Start"
starts_on = 2026-10-01
form = "after"

[[sessions]]
id = "walk"
kind = "workshop"
name.nl = "Wandeling"
starts_on = 2026-11-01

[[sessions]]
id = "garden"
kind = "workshop"
name.nl = "Tuin"

[[forms]]
id = "after"
name.nl = "Na afloop"
[[forms.steps]]
id = "after"
title.nl = "Na afloop"
ask.nl = "Hoe was het?"
[[forms.steps.prompts]]
id = "after.how"
ask.nl = "Hoe was “het”?"
starters = [{ nl = "Ik zag…" }]
[[forms.steps.prompts]]
id = "after.what"
kind = "checklist"
ask.nl = "Wat zag je?"
[[forms.steps.prompts.options]]
id = "tree"
name.nl = "een boom"
[[forms.steps.prompts.options]]
id = "bird"
name.nl = "een vogel"
"""
NEW = """
format = 1
id = "green"
version = "2"
name.nl = "Groen"
summary.nl = "Groen"

[[sessions]]
id = "walk"
kind = "workshop"
name.nl = "Lange wandeling"
starts_on = 2026-11-08

[[sessions]]
id = "wood"
kind = "workshop"
name.nl = "Bos"
starts_on = 2026-12-01
days = 2
"""
STILL_A_CHECKLIST = """
[[forms]]
id = "after"
name.nl = "Na afloop"
[[forms.steps]]
id = "after"
title.nl = "Na afloop"
ask.nl = "Hoe was het?"
[[forms.steps.prompts]]
id = "after.how"
ask.nl = "Hoe ging het?"
[[forms.steps.prompts]]
id = "after.what"
kind = "checklist"
ask.nl = "Wat zag je?"
[[forms.steps.prompts.options]]
id = "bird"
name.nl = "een merel"
[[forms.steps.prompts.options]]
id = "frog"
name.nl = "een kikker"
"""


class Travelling:
    """A journey through the old programme, with something written about its start."""

    def __init__(self, journal, folder) -> None:
        self.journal, self.folder = journal, folder
        days = {"start": D(2026, 10, 1), "walk": D(2026, 11, 1), "garden": None}
        planned = [PlannedMeeting(id_, "workshop", day, day) for id_, day in days.items()]
        self.id = journal.do(journeys.begin, "green", source=OLD, began_on=D(2026, 9, 1), meetings=planned)
        self.entry = journal.do(
            entries.start, self.id, "after", on=D(2026, 10, 1), meeting_id=self.meetings()["start"].id
        )
        for prompt_id, text in (("after.how", "Stil."), ("after.what", "bird\ntree"), ("theme.growth", "Wilgen.")):
            journal.do(answers.write, self.entry, prompt_id, text)

    def meetings(self):
        return {meeting.session_id: meeting for meeting in self.journal.read(journeys.meetings, self.id)}

    def guidance(self):
        journey = self.journal.read(journeys.current)
        return guidance_files.for_journey(journey.programme_id, journey.programme_source)

    def receive(self, text):
        file = self.folder / "new.toml"
        file.write_text(text, "utf-8")
        before = self.guidance()
        programme, source = programme_text.updated(before, file)
        after = guidance_files.guidance_for(programme)
        update = compare(before, after, list(self.meetings().values()))
        self.journal.do(programme_updates.take_over, self.id, source, update)
        return update


@pytest.fixture
def travelling(journal, tmp_path) -> Travelling:
    return Travelling(journal, tmp_path)


def test_the_preview_says_what_is_added_moved_gone_and_reworded(travelling):
    update = travelling.receive(NEW)
    assert [session.id for session in update.added] == ["wood"]
    assert [(new.session.id, new.before, new.first) for new in update.moved] == [
        ("walk", D(2026, 11, 1), D(2026, 11, 8))
    ]
    assert {session.id for session in update.gone} == {"start", "garden"}
    assert [(each.id, each.before["nl"], each.after["nl"]) for each in update.reworded] == [
        ("walk", "Wandeling", "Lange wandeling")
    ]
    assert {prompt.id for prompt in update.gone_questions} == {"after.how", "after.what", "theme.growth"}


def test_a_session_that_is_gone_stays_when_something_was_written_about_it(travelling):
    travelling.receive(NEW)
    meetings = travelling.meetings()
    assert set(meetings) == {"start", "walk", "wood"}
    assert (meetings["start"].added, meetings["start"].own_name) == (True, "Start")
    assert (meetings["wood"].starts_on, meetings["wood"].ends_on) == (D(2026, 12, 1), D(2026, 12, 2))


def test_no_answer_is_lost_and_each_keeps_the_words_of_its_question(travelling):
    travelling.receive(NEW)
    guidance = travelling.guidance()
    whole = travelling.journal.read(entries.whole, travelling.entry)
    assert {id_: answer.text for id_, answer in whole.answers.items()} == {
        "after.how": "Stil.",
        "after.what": "bird\ntree",
        "theme.growth": "Wilgen.",
    }
    assert guidance.form("after").name["nl"] == "Na afloop"
    assert guidance.prompt("after.how").ask["nl"] == "Hoe was “het”?"
    assert guidance.theme("growth").name["nl"] == "Groei"
    assert guidance.session("start").name["nl"] == "Start"
    assert readable(guidance, "after.what", "bird\ntree") == "een vogel\neen boom"
    assert guidance.programme.themes == ()


def test_words_of_two_versions_ago_are_still_there(travelling):
    travelling.receive(NEW + STILL_A_CHECKLIST)
    assert readable(travelling.guidance(), "after.what", "bird\ntree\nfrog") == "een merel\neen boom\neen kikker"
    travelling.receive(NEW)
    guidance = travelling.guidance()
    assert guidance.prompt("after.how").ask["nl"] == "Hoe ging het?"
    assert readable(guidance, "after.what", "bird\ntree\nfrog") == "een merel\neen boom\neen kikker"


def test_a_day_that_the_participant_chose_stays(travelling):
    travelling.journal.do(journeys.set_dates, travelling.meetings()["walk"].id, D(2026, 11, 3), D(2026, 11, 3))
    update = travelling.receive(NEW)
    assert update.moved == ()
    assert [session.id for session in update.own_dates] == ["walk"]
    assert travelling.meetings()["walk"].starts_on == D(2026, 11, 3)


def test_the_same_file_once_more_changes_nothing(travelling):
    travelling.receive(NEW)
    assert travelling.receive(NEW).is_empty()
    assert set(travelling.meetings()) == {"start", "walk", "wood"}


def test_a_meeting_that_the_participant_added_is_left_alone(travelling):
    own = travelling.journal.do(journeys.add, travelling.id, "Koffie", starts_on=D(2026, 11, 5), ends_on=D(2026, 11, 5))
    travelling.receive(NEW)
    found = next(meeting for meeting in travelling.meetings().values() if meeting.id == own)
    assert (found.own_name, found.starts_on) == ("Koffie", D(2026, 11, 5))


@pytest.mark.parametrize(
    "wrong",
    [
        NEW.replace('id = "green"', 'id = "other"'),
        NEW.replace('id = "wood"', 'id = "walk"'),
        NEW.replace("format = 1", "format = 2"),
        NEW.replace("Bos", "<b>Bos</b>"),
        "<html></html>",
        "# " + "x" * 10_000_000,
    ],
)
def test_a_wrong_file_is_refused_whole_and_nothing_changes(travelling, wrong):
    before = (travelling.meetings().keys(), travelling.journal.read(journeys.current).programme_source)
    with pytest.raises(GuidanceError) as caught:
        travelling.receive(wrong)
    assert caught.value.problems[0][2]
    assert (travelling.meetings().keys(), travelling.journal.read(journeys.current).programme_source) == before


@pytest.mark.parametrize("before", guidance_files.shipped(), ids=lambda programme: programme.id)
def test_all_of_a_programme_can_vanish_and_keeps_its_words(before, tmp_path):
    bare = NEW.replace('id = "green"', f'id = "{before.id}"')
    (tmp_path / "bare.toml").write_text(bare, "utf-8")
    programme, source = programme_text.updated(guidance_files.guidance_for(before), tmp_path / "bare.toml")
    assert guidance_files.read_programme(source) == programme
    assert programme.earlier.sessions == before.sessions
    assert programme.earlier.themes == before.themes
    assert programme.earlier.forms == before.forms
    old, new = guidance_files.guidance_for(before), guidance_files.guidance_for(programme)
    for prompt in old.prompts():
        assert new.prompt(prompt.id).ask
        assert new.option_names(prompt.id) == old.option_names(prompt.id)
