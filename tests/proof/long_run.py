"""How many: a few in every run of the tests, many when ``REISGEZEL_LONG=1`` asks for the long run."""

import os

LONG = os.environ.get("REISGEZEL_LONG") == "1"


def many(usual: int, in_a_long_run: int) -> int:
    """How often this time."""
    return in_a_long_run if LONG else usual
