"""Dates and times as people write them: 20 november 2026, 20 nov, dinsdag 1 december, 20.14.

Twenty-four month names and fourteen days are less than a locale library, and the same on screen and paper.
"""

import datetime as dt

from journal.text import language

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_SHORT = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
_DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_AND = {"nl": "en", "en": "and"}


def month(day: dt.date) -> str:
    """Short month: nov."""
    return _SHORT[language()][day.month - 1]


def short(day: dt.date) -> str:
    """20 nov."""
    return f"{day.day} {month(day)}"


def middle(day: dt.date) -> str:
    """20 november."""
    return f"{day.day} {_MONTHS[language()][day.month - 1]}"


def full(day: dt.date) -> str:
    """20 november 2026."""
    return f"{middle(day)} {day.year}"


def weekday(day: dt.date) -> str:
    """Day and date: dinsdag 1 december."""
    return f"{_DAYS[language()][day.weekday()]} {middle(day)}"


def span(first: dt.date, last: dt.date | None, *, year: bool = False, brief: bool = False) -> str:
    """19 en 20 november (2026); 30 november en 1 december; with ``brief``: 19 en 20 nov."""
    name = short if brief else middle
    tail = f" {(last or first).year}" if year else ""
    if last is None or last == first:
        return name(first) + tail
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else name(first)
    return f"{start} {_AND[language()]} {name(last)}{tail}"


def clock(moment: dt.datetime) -> str:
    """20.14, in local time."""
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{local.hour}.{local.minute:02d}"
