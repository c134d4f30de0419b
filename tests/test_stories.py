"""The stories of invented participants: right by their programmes, in the order of time, and whole once written."""

import datetime as dt
import re

import pytest

from journal import answer_words, guidance_files, sample, stories
from journal.domain.experiments import ENDINGS
from journal.domain.records import Who
from journal.sample_events import KINDS, events
from journal.storage import database, entries, experiments, journeys, letters, lookback, questions
from tests.conftest import CHEAP

WHOLE = [name for name in stories.names() if name != stories.USUAL]
_NO_FORM = {"learning_question", "letter"}


@pytest.fixture(params=stories.names())
def story(request):
    return stories.read(request.param)


@pytest.fixture
def guidance(story):
    return guidance_files.for_journey(story["programme"], None)


@pytest.fixture(params=WHOLE, scope="module")
def lived(request, tmp_path_factory):
    """A journal of a whole edition, open to read, with the day on which its story has arrived."""
    folder = tmp_path_factory.mktemp("lived") / "journal"
    moment = sample.write_sample(folder, story=request.param, cost=CHEAP)
    with database.unlock(folder, sample.PASSPHRASE, now=lambda: moment) as journal:
        yield journal, journal.read(journeys.current), moment.date()


def test_every_programme_was_lived_whole_by_somebody():
    programmes = {programme.id for programme in guidance_files.shipped()}
    assert {stories.read(name)["programme"] for name in WHOLE} == programmes
    assert stories.names()[0] == "marjan"


def test_a_story_that_nobody_told_is_not_found():
    with pytest.raises(KeyError):
        stories.read("../sample/marjan")


def asked(guidance, event) -> set[str]:
    """All prompts that somebody who fills in this form, at these places, meets."""
    form_id = "reflection_short" if event.get("depth") == "short" else event["form"]
    form = guidance.form(form_id)
    found = {prompt.id for prompt in form.prompts()}
    kinds = {step.kind for step in form.steps}
    if "themes" in kinds:
        found |= {theme.prompt.id for theme in guidance.programme.themes}
    if "stage_prompts" in kinds:
        placed = {stage for who in Who for stage in event.get(who.value, {})}
        found |= {prompt.id for stage in placed for prompt in guidance.stage(stage).prompts}
    return found


def test_a_story_answers_only_what_its_programme_asks(story, guidance):
    for event in story["entry"]:
        assert event["answers"].keys() <= asked(guidance, event), event["at"]
    for kind, form_id in (("experiment", "experiment"), ("outcome", "experiment")):
        prompts = {prompt.id for prompt in guidance.form(form_id).prompts()}
        for event in story.get(kind, ()):
            assert event["answers"].keys() <= prompts, event["at"]
    case = {prompt.id for prompt in guidance.form("case").prompts()}
    harvest = {prompt.id for prompt in guidance.form("harvest").prompts()}
    prepared = {event["key"] for event in story["preparation"]}
    for event in story.get("harvest", ()):
        assert event["answers"].keys() <= harvest
        assert event["of"] in prepared
    for event in story["preparation"]:
        assert event["case"].keys() <= case
        assert guidance.method(event["method"])


def test_a_story_names_only_stages_themes_and_sessions_of_its_programme(story, guidance):
    stages = {stage.id for stage in guidance.stages}
    themes = {theme.id for theme in guidance.programme.themes}
    sessions = {session.id for session in guidance.programme.sessions}
    assert {meeting["session"] for meeting in story["meeting"]} == sessions
    for event in story["entry"]:
        for who in Who:
            assert event.get(who.value, {}).keys() <= stages
        for marked in ("marks", "beginning"):
            assert event.get(marked, {}).keys() <= themes
            assert all(1 <= level <= len(guidance.marks) for level in event.get(marked, {}).values())
            assert all(event["answers"].get(f"theme.{theme}") for theme in event.get(marked, {}))
        assert event.get("session", story["meeting"][0]["session"]) in sessions


def test_what_is_chosen_or_placed_in_a_story_can_be_chosen(story, guidance):
    for event in story["entry"]:
        for prompt_id, text in event["answers"].items():
            prompt = guidance.prompt(prompt_id)
            if prompt.kind in {"choice", "checklist"}:
                assert set(answer_words.chosen(text)) <= {option.id for option in prompt.options}
            if prompt.kind == "choice":
                assert len(answer_words.chosen(text)) == 1
            if prompt.kind == "curve":
                assert answer_words.placed_text(answer_words.placed(text)) == text


def test_a_story_goes_forward_in_time(story):
    first = dt.datetime.combine(story["began_on"], dt.time())
    last = dt.datetime.combine(story["today"], dt.time.max)
    days = {meeting["session"]: meeting["first"] for meeting in story["meeting"]}
    known: set[str] = set()
    for at, _, event in sorted(events(story), key=lambda found: found[0]):
        assert first <= at <= last
        for name in ("caused_by", "goes_on_from", "experiment", "entry"):
            assert event.get(name) is None or event[name] in known, event
        assert set(re.findall(r"@([a-z0-9-]+)", " ".join(event.get("ticked", [])))) <= known
        if "session" in event:
            assert at.date() >= days[event["session"]], event["at"]
        known.add(event.get("key", ""))
    assert set(story) - set(KINDS) == {
        "today", "own_name", "group_name", "edition", "programme", "began_on", "meeting",
    }  # fmt: skip


def test_a_whole_edition_looks_back_on_every_session(lived):
    journal, journey, _ = lived
    guidance = guidance_files.for_journey(journey.programme_id, None)
    for meeting in journal.read(journeys.meetings, journey.id):
        form = guidance.form_of(meeting.session_id, meeting.kind)
        if form is not None:
            entry_id = journal.read(entries.of_meeting, meeting.id, form.id)
            assert entry_id is not None, meeting.session_id
            assert journal.read(entries.whole, entry_id).entry.finished_at is not None


def test_a_whole_edition_sharpens_its_question_and_says_why(lived):
    journal, journey, _ = lived
    versions = journal.read(questions.versions, journey.id)
    assert 2 <= len(versions) <= 4
    assert all(version.reason and version.caused_by_id for version in versions[:-1])


def test_in_a_whole_edition_one_experiment_stopped_one_failed_and_one_went_on(lived):
    journal, journey, _ = lived
    found = journal.read(experiments.listed, journey.id)
    states = {line.state for line in found}
    assert {"stopped", "go_on"} <= states <= {"running", *ENDINGS}
    stopped = next(line for line in found if line.state == "stopped")
    assert stopped.answers["experiment.known"]
    assert any(line.answers.get("experiment.reacted") for line in found)


def test_a_whole_edition_looks_anew_at_its_beginning(lived):
    journal, journey, _ = lived
    themes = {theme.id for theme in guidance_files.for_journey(journey.programme_id, None).programme.themes}
    found = journal.read(lookback.look_back, journey.id)
    assert set(found.beginnings) == themes
    assert {note.theme_id for note in found.themes if note.level} == themes


def test_a_whole_edition_leaves_a_letter(lived):
    journal, journey, today = lived
    (letter,) = journal.read(letters.listed, journey.id)
    assert letter.opens_on is not None
    if letter.opens_on <= today:
        assert journal.read(letters.text_of, letter.entry_id, today)
    else:
        with pytest.raises(letters.StillClosed):
            journal.read(letters.text_of, letter.entry_id, today)


def test_a_story_moves_by_whole_weeks_to_today(tmp_path):
    told = stories.read("petra")
    moment = sample.write_sample(tmp_path / "journal", story="petra", today=dt.date(2030, 3, 5), cost=CHEAP)
    assert (moment.date() - told["today"]).days % 7 == 0
    assert abs((moment.date() - dt.date(2030, 3, 5)).days) <= 4


def test_a_story_can_be_told_as_far_as_a_day(tmp_path):
    moment = sample.write_sample(tmp_path / "journal", story="jeroen", until=dt.date(2025, 3, 2), cost=CHEAP)
    assert moment.date() == dt.date(2025, 3, 2)
    with database.unlock(tmp_path / "journal", sample.PASSPHRASE, now=lambda: moment) as journal:
        journey = journal.read(journeys.current)
        assert len(journal.read(questions.versions, journey.id)) == 3, "the fourth is of later"
