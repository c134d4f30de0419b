import datetime as dt
import tomllib
from types import SimpleNamespace

import pytest

from journal.domain import planning
from journal.domain.guidance import Programme, Session
from journal.domain.own_programme import OwnMeeting, own_programme
from journal.domain.planning import Dates, Moment


def day(text):
    return dt.date.fromisoformat(text)


def htc():
    def session(id_, kind, week, days=1):
        return Session(id=id_, kind=kind, name={"nl": id_}, week=week, days=days)

    order = [session("two-day-1", "two_day", 0, 2)]
    order += [session(f"webinar-{n}", "webinar", 2 * n) for n in (1, 2, 3)]
    order += [session("two-day-2", "two_day", 8, 2)]
    order += [session(f"webinar-{n}", "webinar", 2 * n + 2) for n in range(4, 10)]
    order += [session("two-day-3", "two_day", 24, 2), session("closing", "closing", 28)]
    words = {"nl": "htc"}
    return Programme(format=1, id="htc", version="1", name=words, summary=words, sessions=tuple(order))


KNOWN = {
    "two-day-1": Dates(day("2026-09-24"), day("2026-09-25")),
    "two-day-2": Dates(day("2026-11-19"), day("2026-11-20")),
    "two-day-3": Dates(day("2027-03-11"), day("2027-03-12")),
}


def test_the_first_two_day_session_is_proposed_on_the_coming_thursday():
    found = planning.proposal(htc(), day("2026-09-21"))

    assert found["two-day-1"] == Dates(day("2026-09-24"), day("2026-09-25"))
    assert found["two-day-2"].first == day("2026-11-19")
    assert list(found) == ["two-day-1", "two-day-2", "two-day-3"]


def test_webinars_come_on_tuesdays_every_other_week_but_not_at_christmas():
    found = planning.webinar_dates(htc(), KNOWN)

    assert [found[f"webinar-{n}"].isoformat() for n in range(1, 10)] == [
        "2026-10-06", "2026-10-20", "2026-11-03",
        "2026-12-01", "2026-12-15", "2027-01-12", "2027-01-26", "2027-02-09", "2027-02-23",
    ]  # fmt: skip


def test_webinars_that_do_not_fit_are_spread_over_the_room_there_is():
    close = KNOWN | {"two-day-3": Dates(day("2026-12-17"), day("2026-12-18"))}

    found = planning.webinar_dates(htc(), close)

    days = [found[f"webinar-{n}"] for n in range(4, 10)]
    assert days == sorted(set(days))
    assert day("2026-11-20") < days[0]
    assert days[-1] < day("2026-12-17")


@pytest.mark.parametrize("known", [{}, {"two-day-1": Dates(day("2026-09-24"), day("2026-09-23"))}])
def test_without_a_good_date_no_webinar_gets_one(known):
    assert planning.webinar_dates(htc(), known) == {}


def test_with_one_two_day_session_known_the_webinars_follow_and_precede_it():
    found = planning.webinar_dates(htc(), {"two-day-2": KNOWN["two-day-2"]})

    assert len(found) == 9
    assert found["webinar-3"] < day("2026-11-19") < found["webinar-4"]


def test_a_day_lies_during_after_or_before_the_meetings():
    meetings = [
        SimpleNamespace(session_id="two-day-2", starts_on=day("2026-11-19"), ends_on=day("2026-11-20")),
        SimpleNamespace(session_id="webinar-2", starts_on=day("2026-10-20"), ends_on=day("2026-10-20")),
        SimpleNamespace(session_id="closing", starts_on=None, ends_on=None),
    ]

    assert planning.moment_of(day("2026-11-20"), meetings) == Moment("during", "two-day-2")
    assert planning.moment_of(day("2026-11-21"), meetings) == Moment("after", "two-day-2")
    assert planning.moment_of(day("2026-10-20"), meetings) == Moment("after", "webinar-2")
    assert planning.moment_of(day("2026-09-19"), meetings) == Moment("before")


def test_meetings_filled_in_by_hand_become_a_programme_in_order_of_date():
    rows = [
        OwnMeeting("Slot “samen” \\ verder", day("2027-02-01"), day("2027-02-01")),
        OwnMeeting("Start\nweekend", day("2026-12-01"), day("2026-12-02")),
    ]

    found = tomllib.loads(own_programme('Leergang "Noord"\x7f', rows, htc().themes))

    programme = Programme.model_validate(found)
    assert programme.name["nl"] == 'Leergang "Noord"'
    assert [(session.kind, session.name["nl"]) for session in programme.sessions] == [
        ("two_day", "Start weekend"),
        ("workshop", "Slot “samen” \\ verder"),
    ]
