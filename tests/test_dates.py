"""Dates and times read as people write them."""

import datetime as dt

import pytest

from journal import dates, text

NOV_19, NOV_20, DEC_1 = dt.date(2026, 11, 19), dt.date(2026, 11, 20), dt.date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _dutch_again():
    text.use("nl")
    yield
    text.use("nl")


def test_a_two_day_session_is_one_span():
    assert dates.span(NOV_19, NOV_20, year=True) == "19 en 20 november 2026"
    assert dates.span(NOV_19, NOV_20, brief=True) == "19 en 20 nov"


def test_a_span_over_the_month_names_both_months():
    assert dates.span(dt.date(2026, 11, 30), DEC_1) == "30 november en 1 december"


def test_one_day_is_no_span():
    assert dates.span(DEC_1, None) == dates.span(DEC_1, DEC_1) == "1 december"


def test_day_and_clock():
    assert dates.weekday(DEC_1) == "dinsdag 1 december"
    assert dates.full(NOV_20) == "20 november 2026"
    assert dates.clock(dt.datetime(2026, 11, 20, 20, 4)) == "20.04"  # noqa: DTZ001 - local time as it is


def test_english_has_its_own_names():
    text.use("en")
    assert dates.weekday(DEC_1) == "Tuesday 1 December"
    assert dates.span(NOV_19, NOV_20) == "19 and 20 November"
