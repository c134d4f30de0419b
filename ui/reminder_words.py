"""The sentences of reminders: short, without haste."""

import datetime as dt

from journal.domain.reminders import Kind, Reminder
from journal.reminder_file import Day
from journal.text import tr, trn


def line(found: Reminder, session: str, today: dt.date) -> str:
    """The one line on opening. ``session`` is its name inside a sentence."""
    if found.kind is Kind.EXPERIMENT:
        return tr("There is an experiment that you can look at whenever you have time.")
    return _dated(found.kind, found.day, session, today)


def told_words(found: Day, today: dt.date) -> str:
    """What the tray says."""
    return _dated(found.kind, found.day, found.words, today)


def _dated(kind: Kind, day: dt.date, session: str, today: dt.date) -> str:
    if kind is Kind.SESSION:
        return tr("Tomorrow is {session}", session=session or tr("a meeting of your programme"))
    days = (day - today).days
    if days == 0:
        return tr("Today your group meets.")
    return trn("Tomorrow your group meets.", "In {n} days your group meets.", days)
