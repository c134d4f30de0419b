import datetime as dt
from dataclasses import dataclass, field, replace

import pytest

from journal.domain.progress import Kind, NextStep, Situation, Standing, after, next_step, standing

D = dt.date
TODAY = D(2026, 11, 20)
BEGUN = D(2026, 11, 17)


@dataclass
class Meeting:
    id: int | None
    session_id: str
    kind: str
    starts_on: D | None
    ends_on: D | None = None
    skipped: bool = False
    moved: bool = False


@dataclass(frozen=True)
class Reflection:
    id: int
    meeting_id: int | None = None
    finished: bool = True


@dataclass(frozen=True)
class Experiment:
    entry_id: int = 30
    state: str = "running"
    first_on: D | None = BEGUN
    answers: dict[str, str] = field(default_factory=dict)


FIRST = Meeting(1, "two-day-1", "two_day", D(2026, 9, 24), D(2026, 9, 25))
WEBINAR = Meeting(2, "webinar-3", "webinar", D(2026, 11, 3))
SECOND = Meeting(3, "two-day-2", "two_day", D(2026, 11, 19), D(2026, 11, 20))
NEXT_WEBINAR = Meeting(4, "webinar-4", "webinar", D(2026, 12, 1))
THIRD = Meeting(5, "two-day-3", "two_day", D(2027, 3, 11), D(2027, 3, 12))
CLOSING = Meeting(6, "closing", "closing", None)
MEETINGS = (FIRST, WEBINAR, SECOND, NEXT_WEBINAR, THIRD, CLOSING)
DONE_FIRST = Reflection(10, 1)
OPEN_SECOND = Reflection(11, 3, finished=False)
DONE_SECOND = Reflection(11, 3)
EVERYTHING = Situation(TODAY, MEETINGS, (OPEN_SECOND, DONE_FIRST), (Experiment(),), intervisie_on=D(2026, 11, 27))


def test_an_unfinished_reflection_comes_before_everything_else():
    assert next_step(EVERYTHING) == NextStep(Kind.RESUME, "entry.11", 11, 3, "two-day-2")


def test_a_free_unfinished_reflection_has_no_session():
    loose = Situation(TODAY, MEETINGS, (Reflection(12, None, finished=False), DONE_SECOND))
    assert next_step(loose) == NextStep(Kind.RESUME, "entry.12", 12)


def test_the_newest_of_two_unfinished_reflections_is_taken_and_later_gives_the_other_a_turn():
    two = replace(EVERYTHING, reflections=(OPEN_SECOND, Reflection(10, 1, finished=False)))
    assert next_step(two).entry_id == 11
    assert next_step(replace(two, postponed={"entry.11"})).entry_id == 10


def test_a_two_day_session_that_is_just_over_asks_how_it_was():
    found = next_step(replace(EVERYTHING, reflections=(DONE_FIRST,)))
    assert (found.kind, found.meeting_id, found.under_way) == (Kind.LOOK_BACK, 3, False)


def test_on_the_evening_of_day_one_it_asks_after_the_first_day():
    found = next_step(replace(EVERYTHING, today=D(2026, 11, 19), reflections=(DONE_FIRST,)))
    assert (found.kind, found.under_way) == (Kind.LOOK_BACK, True)


@pytest.mark.parametrize(
    ("today", "kind"),
    [(D(2026, 12, 4), Kind.LOOK_BACK), (D(2026, 12, 5), Kind.NOTHING), (D(2026, 11, 18), Kind.NOTHING)],
)
def test_a_session_is_just_over_for_two_weeks(today, kind):
    assert next_step(Situation(today, (FIRST, SECOND), (DONE_FIRST,))).kind is kind


def test_a_skipped_session_asks_nothing():
    skipped = replace(SECOND, skipped=True)
    assert next_step(Situation(TODAY, (FIRST, skipped), (DONE_FIRST,))).kind is Kind.NOTHING


def test_later_on_an_unfinished_reflection_does_not_ask_how_the_same_session_was():
    found = next_step(replace(EVERYTHING, postponed={"entry.11"}))
    assert found.kind is Kind.PREPARE


def test_a_session_that_was_put_off_waits_until_tomorrow():
    put_off = Situation(TODAY, MEETINGS, (DONE_FIRST,), postponed={"meeting.3"})
    assert next_step(put_off).kind is Kind.NOTHING


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (D(2026, 11, 30), Kind.PREPARE),
        (TODAY, Kind.PREPARE),
        (D(2026, 12, 1), Kind.NOTHING),
        (D(2026, 11, 19), Kind.NOTHING),
    ],
)
def test_intervisie_is_prepared_within_ten_days(day, kind):
    found = next_step(Situation(TODAY, MEETINGS, (DONE_SECOND,), intervisie_on=day))
    assert found.kind is kind


def test_an_experiment_whose_day_came_is_looked_at():
    found = next_step(Situation(TODAY, MEETINGS, (DONE_SECOND,), (Experiment(),)))
    assert found == NextStep(Kind.EXPERIMENT, "experiment.30", 30, day=D(2026, 11, 17))


@pytest.mark.parametrize(
    "experiment",
    [
        Experiment(first_on=None),
        Experiment(first_on=D(2026, 11, 21)),
        Experiment(state="stopped"),
        Experiment(answers={"experiment.saw": "Het werd stil."}),
    ],
)
def test_an_experiment_without_a_day_stopped_or_described_asks_nothing(experiment):
    assert next_step(Situation(TODAY, MEETINGS, (DONE_SECOND,), (experiment,))).kind is Kind.NOTHING


def test_the_day_before_a_webinar_says_so():
    eve = Situation(D(2026, 11, 30), MEETINGS, (DONE_SECOND,))
    assert next_step(eve) == NextStep(
        Kind.WEBINAR, "meeting.4", meeting_id=4, session_id="webinar-4", day=D(2026, 12, 1)
    )
    assert next_step(replace(eve, postponed={"meeting.4"})).kind is Kind.NOTHING


def test_before_the_first_session_the_days_are_counted():
    found = next_step(Situation(D(2026, 9, 19), MEETINGS))
    assert (found.kind, found.session_id, found.day) == (Kind.COMING, "two-day-1", D(2026, 9, 24))


def test_nothing_is_needed_when_nothing_applies():
    assert next_step(Situation(TODAY, MEETINGS, (DONE_SECOND, DONE_FIRST))) == NextStep(Kind.NOTHING)
    assert next_step(Situation(TODAY)) == NextStep(Kind.NOTHING)


def test_what_comes_after_this_is_the_first_dated_meeting_ahead():
    assert after(MEETINGS, TODAY) == NEXT_WEBINAR
    assert after(MEETINGS, TODAY, kinds={"two_day"}) == THIRD
    assert after(MEETINGS, D(2027, 4, 1)) is None


def test_every_meeting_says_how_it_stands():
    now = [standing(meeting, MEETINGS, (OPEN_SECOND, DONE_FIRST), TODAY) for meeting in MEETINGS]
    assert now == [
        Standing.DONE,
        Standing.DONE,
        Standing.NOW,
        Standing.TO_COME,
        Standing.TO_COME,
        Standing.TO_COME,
    ]
    assert standing(SECOND, MEETINGS, (DONE_SECOND,), TODAY) is Standing.DONE


def test_a_session_within_two_weeks_is_near_and_a_moved_or_skipped_one_says_so():
    assert standing(THIRD, MEETINGS, (), D(2027, 3, 1)) is Standing.SOON
    assert standing(THIRD, MEETINGS, (), D(2027, 2, 1)) is Standing.TO_COME
    assert standing(replace(THIRD, moved=True), MEETINGS, (), D(2027, 2, 1)) is Standing.MOVED
    assert standing(replace(THIRD, skipped=True), MEETINGS, (), TODAY) is Standing.SKIPPED


def test_a_webinar_of_today_is_still_to_come_and_one_of_yesterday_done():
    assert standing(WEBINAR, MEETINGS, (), D(2026, 11, 3)) is Standing.TO_COME
    assert standing(WEBINAR, MEETINGS, (), D(2026, 11, 4)) is Standing.DONE


GROUP_MET = D(2026, 11, 18)


@dataclass(frozen=True)
class Met:
    preparation_id: int = 7
    meeting_on: D | None = GROUP_MET


def test_a_meeting_that_has_been_is_asked_what_it_yielded_before_the_next_is_prepared():
    been = replace(EVERYTHING, reflections=(DONE_SECOND, DONE_FIRST), met=Met())
    assert next_step(been) == NextStep(Kind.HARVEST, "harvest.7", day=D(2026, 11, 18), preparation_id=7)
    assert next_step(replace(been, postponed={"harvest.7"})).kind is Kind.PREPARE


@pytest.mark.parametrize(("days", "asked"), [(0, False), (1, True), (14, True), (15, False)])
def test_a_harvest_is_asked_for_from_the_day_after_and_not_for_ever(days, asked):
    met = Met(meeting_on=TODAY - dt.timedelta(days=days))
    found = next_step(Situation(TODAY, MEETINGS, (DONE_SECOND, DONE_FIRST), met=met))
    assert (found.kind is Kind.HARVEST) == asked
