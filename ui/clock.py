"""The time, as everything in the window asks for it; a demo or a test brings its own."""

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]
"""Gives the time, aware and in UTC."""


def utc_now() -> dt.datetime:
    """The computer's own clock."""
    return dt.datetime.now(dt.UTC)
