"""The quiet clock of a meeting."""

import datetime as dt

import pytest

from journal.domain.meeting_clock import MeetingClock, read

NOW = dt.datetime(2026, 12, 8, 14, 0, tzinfo=dt.UTC)


def later(minutes):
    return NOW + dt.timedelta(minutes=minutes)


@pytest.fixture
def clock():
    made = MeetingClock((10, 10, 15))
    made.start(NOW)
    return made


def test_what_is_left_follows_the_time_and_not_a_count_of_ticks(clock):
    assert clock.left(later(4)) == 6 * 60
    assert clock.share_left(later(4)) == pytest.approx(0.6)
    assert clock.left(later(9.5)) == 30, "also when nobody looked for a while: the computer may have slept"


def test_a_step_may_take_longer(clock):
    assert clock.left(later(13)) == -3 * 60
    assert clock.share_left(later(13)) == 0


def test_five_minutes_more(clock):
    clock.more()
    assert clock.given() == 15
    assert clock.left(later(4)) == 11 * 60


def test_a_pause_stops_the_time_and_going_on_takes_it_up_again(clock):
    clock.pause(later(4))
    assert not clock.running
    assert clock.left(later(30)) == 6 * 60
    clock.start(later(30))
    clock.start(later(31))
    assert clock.left(later(31)) == 5 * 60


def test_the_next_step_has_its_own_time_and_an_earlier_one_goes_on_where_it_was(clock):
    clock.go(1, later(4))
    assert (clock.step, clock.left(later(5))) == (1, 9 * 60)
    clock.go(0, later(6))
    assert clock.left(later(7)) == 5 * 60
    clock.go(99, later(8))
    assert clock.is_last
    clock.go(-3, later(8))
    assert clock.step == 0


def test_all_that_is_still_to_come(clock):
    assert clock.to_come(later(4)) == (6 + 10 + 15) * 60
    assert clock.to_come(later(40)) == (10 + 15) * 60, "what runs over is not taken from the others"


def test_a_computer_whose_clock_is_set_back_takes_nothing_away(clock):
    assert clock.left(later(-60)) == 10 * 60


def test_a_step_without_minutes_has_nothing_left():
    assert MeetingClock((0, 5)).share_left(NOW) == 0


def test_the_clock_can_be_written_down_and_taken_up_again(clock):
    clock.more()
    clock.go(2, later(3))
    again = read(clock.minutes, clock.written())
    assert again == clock
    assert " " not in clock.written()
    assert read((10, 10), "nonsense") == MeetingClock((10, 10))
    assert read((10,), clock.written()).step == 0, "a method that has fewer steps by now"
