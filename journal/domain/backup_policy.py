"""Which backups are kept: the last few, then one a day, a week and a month. One pure function decides.

The order is that of the numbers that backups are given, never that of the clock: a clock that was wrong for a week
must not make new backups look old.
"""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

RECENT, DAYS, WEEKS, MONTHS = 6, 7, 4, 12


class Reason(StrEnum):
    """Why a backup was made. The values stand in file names, so they are for ever."""

    CLOSE = "close"
    MEANWHILE = "meanwhile"
    ASKED = "asked"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    MERGE = "merge"
    PASSPHRASE = "passphrase"  # noqa: S105 - a reason
    WIPED = "wiped"


BEFORE = frozenset({Reason.MIGRATION, Reason.IMPORT, Reason.RESTORE, Reason.MERGE, Reason.PASSPHRASE})
"""Made before something large: the last one of each kind is kept beside the others."""


@dataclass(frozen=True, order=True)
class Made:
    """What the policy must know of a backup. ``number`` counts up; a backup with a higher one was made later."""

    number: int
    made_at: dt.datetime
    reason: Reason


def too_many(backups: Collection[Made]) -> frozenset[Made]:
    """The backups that may go. The newest never is among them, whatever the clock said."""
    newest_first = sorted(backups, reverse=True)
    kept = set(newest_first[:RECENT])
    kept |= _newest_of_each(newest_first, lambda made: made.made_at.date(), DAYS)
    kept |= _newest_of_each(newest_first, lambda made: made.made_at.isocalendar()[:2], WEEKS)
    kept |= _newest_of_each(newest_first, lambda made: (made.made_at.year, made.made_at.month), MONTHS)
    before = [made for made in newest_first if made.reason in BEFORE]
    kept |= _newest_of_each(before, lambda made: made.reason, len(BEFORE))
    return frozenset(backups) - kept


def _newest_of_each(newest_first: list[Made], span: Callable[[Made], object], most: int) -> set[Made]:
    found: dict[object, Made] = {}
    for made in newest_first:
        if span(made) not in found and len(found) < most:
            found[span(made)] = made
    return set(found.values())
