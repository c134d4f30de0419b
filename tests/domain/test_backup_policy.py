"""Which backups are kept: never the newest gone, whatever the clock does."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.backup_policy import BEFORE, DAYS, MONTHS, RECENT, WEEKS, Made, Reason, too_many

MOST = RECENT + DAYS + WEEKS + MONTHS + len(BEFORE)
START = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
MOMENTS = st.integers(-5_000, 40_000).map(lambda days: START + dt.timedelta(days=days / 3))
SERIES = st.lists(st.tuples(MOMENTS, st.sampled_from(Reason)), max_size=80).map(
    lambda found: [Made(number, moment, reason) for number, (moment, reason) in enumerate(found, 1)]
)


def made(number: int, moment: dt.datetime, reason: Reason = Reason.CLOSE) -> Made:
    return Made(number, moment, reason)


@given(SERIES)
def test_the_newest_and_the_last_few_always_stay_whatever_the_clock_said(backups: list[Made]):
    gone = too_many(backups)
    assert not gone & set(backups[-RECENT:])
    assert gone <= set(backups)
    assert len(backups) - len(gone) <= MOST


@given(SERIES)
def test_thinning_what_was_thinned_takes_nothing_more_of_the_last(backups: list[Made]):
    left = set(backups) - too_many(backups)
    assert not too_many(left)


@given(SERIES, MOMENTS)
def test_a_clock_that_jumps_for_one_backup_never_costs_the_ones_after_it(backups: list[Made], moment: dt.datetime):
    wrong = made(len(backups) + 1, moment)
    right = [made(wrong.number + n, dt.datetime(2026, 11, 20, 12, n, tzinfo=dt.UTC)) for n in range(1, RECENT + 1)]
    assert not too_many([*backups, wrong, *right]) & set(right)


@given(st.permutations(range(1, 30)))
def test_the_order_in_which_they_are_listed_does_not_matter(numbers: list[int]):
    start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    there = [made(number, start + dt.timedelta(days=3 * number)) for number in numbers]
    assert too_many(there) == too_many(sorted(there))


def test_half_a_year_of_days_leaves_days_weeks_and_months():
    start = dt.datetime(2026, 1, 1, 20, tzinfo=dt.UTC)
    there = [made(2 * n + k, start + dt.timedelta(days=n, hours=k)) for n in range(180) for k in (0, 1)]
    left = sorted(set(there) - too_many(there))
    assert len({one.made_at.date() for one in left[-RECENT - DAYS :]}) >= DAYS
    assert {one.made_at.month for one in left} == {1, 2, 3, 4, 5, 6}
    assert len(left) < RECENT + DAYS + WEEKS + 6


def test_the_last_one_from_before_something_large_stays_while_it_is_old():
    start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    large = made(1, start, Reason.MERGE)
    there = [large, *(made(2 + n, start + dt.timedelta(days=n)) for n in range(100))]
    assert large not in too_many(there)
    assert large in too_many([*there, made(200, start + dt.timedelta(days=101), Reason.MERGE)])
