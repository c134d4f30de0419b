"""A snapshot holds what was ticked and nothing else; an archive holds everything."""

import datetime as dt
import itertools
import json
import random

import pytest

from journal.domain.snapshot import SinceLastTime
from journal.storage import answers, entries, names, preparations, shares, snapshot
from tests.storage.intervisie_story import ON, a_share, tell


@pytest.fixture
def story(journal):
    return tell(journal)


def taken(story):
    return story.journal.read(snapshot.take, story.preparation_id, story.guidance, on=ON)


def test_nothing_ticked_nothing_taken(story):
    found = taken(story)
    assert found.fragments == ()
    assert not any(marker in repr(found) for marker in itertools.chain(*story.markers.values()))


@pytest.mark.parametrize("seed", range(25))
def test_only_what_is_ticked_is_in_the_snapshot(story, seed):
    chance = random.Random(seed)
    ticked = {id_ for id_ in story.markers if chance.random() < chance.random()}
    story.journal.do(preparations.tick_all, story.preparation_id, ticked, True, guidance=story.guidance)
    found = repr(taken(story))
    for id_, markers in story.markers.items():
        shared = {id_, *story.company(id_)} <= ticked
        for marker in markers:
            assert (marker in found) == shared, (id_, marker)


def test_the_snapshot_knows_meeting_writer_and_edition(story):
    found = taken(story)
    assert (found.writer, found.group_name, found.edition) == ("Marjan de Wit", "Groep Oost", "najaar 2026")
    assert (found.meeting_on, found.made_on, found.after_session_id) == (dt.date(2026, 12, 8), ON, "two-day-1")


def test_names_of_others_get_their_initials_or_the_writers_words(story):
    journal = story.journal
    journal.do(preparations.tick_all, story.preparation_id, story.markers, True, guidance=story.guidance)
    assert {each.name: each.replacement for each in taken(story).names} == {"Henk": "H.", "Fatima": "F."}
    journal.do(names.print_as, story.journey_id, "Henk", "collega")
    left = [f"piece.{story.note_id}.note.text", f"piece.{story.reflection_id}.moment.story"]
    journal.do(preparations.tick_all, story.preparation_id, left, False, guidance=story.guidance)
    assert {each.name: each.replacement for each in taken(story).names} == {"Henk": "collega"}
    journal.do(preparations.set_initials, story.preparation_id, False)
    assert taken(story).names == ()


def test_the_own_name_prints_in_the_chosen_style(story):
    story.journal.do(preparations.set_own_name_style, story.preparation_id, "initials")
    found = taken(story)
    assert found.writer == "M. de W."
    assert {each.name: each.replacement for each in found.names} == {
        "Marjan de Wit": "M. de W.",
        "Marjan": "M.",
        "Wit": "W.",
        "de Wit": "de W.",
    }


def test_places_themes_and_steps_are_as_they_stand_now(story):
    story.journal.do(preparations.tick_all, story.preparation_id, story.markers, True, guidance=story.guidance)
    found = taken(story)
    assert [place.stage_id for place in found.places.me] == ["trials"]
    assert [place.stage_id for place in found.places.us] == ["threshold"]
    assert (found.places.visited, found.places.furthest) == (("trials",), "trials")
    assert [(line.theme_id, line.level, line.earlier) for line in found.themes.lines] == [("transformation", 3, None)]
    assert found.reflections[0].starts_on == dt.date(2026, 9, 24)
    assert [version.shift for version in found.question] == ["Om mQc.", ""]


def test_the_loop_on_top_counts_from_the_meeting_before(story, clock):
    journal = story.journal
    second = journal.do(preparations.prepare, story.journey_id, on=ON, method_id="gossip")
    case_id = journal.read(preparations.whole, second).preparation.case_entry_id
    journal.do(answers.write, case_id, "case.since", "Dat werd een wandeling.")
    journal.do(preparations.tick, second, f"piece.{case_id}.case.since", True, guidance=story.guidance)
    found = journal.read(snapshot.take, second, story.guidance, on=clock.today())
    assert found.since == SinceLastTime(dt.date(2026, 12, 8), "Dat werd een wandeling.", f"piece.{case_id}.case.since")


def test_a_ticked_entry_that_was_thrown_away_is_not_taken(story):
    journal = story.journal
    journal.do(preparations.tick_all, story.preparation_id, story.markers, True, guidance=story.guidance)
    journal.do(entries.throw_away, story.reflection_id)
    found = taken(story)
    assert found.reflections == ()
    assert found.places is None
    assert not any(marker in repr(found) for marker in ("mRa", "mRt", "mRb", "mTa", "mXa", "mPa"))


def test_the_archive_holds_all_that_was_ever_written(story, clock):
    journal = story.journal
    journal.do(entries.throw_away, story.note_id)
    clock.later(minutes=30)
    journal.do(answers.write, story.reflection_id, "moment.story", "Heel anders.")
    journal.do(preparations.tick, story.preparation_id, "case", True, guidance=story.guidance)
    journal.do(names.print_as, story.journey_id, "Henk", "collega")
    journal.do(shares.remember, story.journey_id, **a_share(story.preparation_id, fragments=["case"]))
    found = json.loads(json.dumps(journal.read(snapshot.archive)))
    assert found["format"] == 1
    journey = found["journeys"][0]
    written = {entry["id"]: entry for entry in journey["entries"]}
    assert written[story.note_id]["thrown_away_at"].endswith("+00:00")
    told = {answer["prompt_id"]: answer for answer in written[story.reflection_id]["answers"]}
    assert told["moment.story"]["text"] == "Heel anders."
    assert told["moment.story"]["versions"][0]["text"] == "Het moment mRa met Henk en Fatima."
    assert {place["stage_id"] for place in written[story.reflection_id]["placements"]} == {"trials", "threshold"}
    assert written[story.reflection_id]["marks"][0]["level"] == 3
    assert written[story.experiment_id]["experiment"]["state"] == "running"
    assert written[story.note_id]["experiment"] is None
    assert len(journey["preparations"][0]["ticked"]) == 3
    assert journey["shares"][0]["fragments"] == ["case"]
    assert journey["names"] == [{"name": "Henk", "kind": "", "replacement": "collega"}]
    everything = json.dumps(journey, ensure_ascii=False)
    assert all(marker in everything for marker in itertools.chain(*story.markers.values()))
