"""What is worth a quiet word, and what is not."""

import datetime as dt
from dataclasses import dataclass, field

from journal.domain.reminders import Kind, reminder

TODAY = dt.date(2026, 11, 20)


@dataclass
class Meeting:
    starts_on: dt.date | None
    id: int = 1
    session_id: str = "webinar-4"
    kind: str = "webinar"
    ends_on: dt.date | None = None
    skipped: bool = False
    moved: bool = False


@dataclass
class Experiment:
    first_on: dt.date | None
    entry_id: int = 7
    state: str = "running"
    answers: dict[str, str] = field(default_factory=dict)


def day(later: int) -> dt.date:
    return TODAY + dt.timedelta(days=later)


def test_a_session_tomorrow_comes_before_everything_else():
    found = reminder(
        TODAY, meetings=[Meeting(day(1))], intervisie_on=day(3), experiments=[Experiment(day(-3))], postponed=()
    )
    assert found is not None
    assert (found.kind, found.session_id) == (Kind.SESSION, "webinar-4")


def test_a_session_today_later_skipped_or_without_a_day_needs_no_word():
    meetings = [Meeting(day(0)), Meeting(day(2)), Meeting(day(-1)), Meeting(day(1), skipped=True), Meeting(None)]
    assert reminder(TODAY, meetings=meetings) is None


def test_intervisie_is_told_from_ten_days_before_and_never_afterwards():
    assert [n for n in range(-3, 15) if reminder(TODAY, intervisie_on=day(n))] == list(range(11))


def test_an_experiment_that_would_have_begun_waits_until_something_is_written():
    assert reminder(TODAY, experiments=[Experiment(day(1)), Experiment(None)]) is None
    assert reminder(TODAY, experiments=[Experiment(day(-1), answers={"experiment.saw": "Het werd stil."})]) is None
    assert reminder(TODAY, experiments=[Experiment(day(-1), state="stopped")]) is None
    found = reminder(TODAY, experiments=[Experiment(day(-40))])
    assert found is not None
    assert found.kind is Kind.EXPERIMENT


def test_what_was_put_off_stays_quiet_and_the_next_thing_is_told():
    found = reminder(TODAY, meetings=[Meeting(day(1))], intervisie_on=day(3), postponed={"meeting.1"})
    assert found is not None
    assert found.kind is Kind.INTERVISIE
    assert reminder(TODAY, meetings=[Meeting(day(1))], postponed={"meeting.1"}) is None
