"""What happens between the first picture and the first page, in a thread: imports, and the first reading.

Imported before the lock is on screen, so it imports what is heavy only when it is called.
"""

import importlib
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer

from journal.errors import CannotWrite
from ui import jobs

_REST_MS = 150
_HEAVY = (
    "journal.storage.database",
    "journal.guidance_files",
    "journal.storage.journeys",
    "ui.shell",
    "ui.pages.journey",
)


@dataclass(frozen=True)
class Opened:
    """An open journal with what the screen must know of it. ``journey_id`` is None when no journey has begun."""

    journal: Any
    journey_id: int | None
    guidance: Any


def preload() -> None:
    """Import what the first page needs, while somebody types a passphrase."""
    for name in _HEAVY:
        importlib.import_module(name)


def preload_pages(owner: QObject) -> None:
    """Import the other pages one by one, with rests: somebody looks at the first page, and may already be writing."""
    from ui import navigation

    rows = (*navigation.ROWS, *navigation.BEHIND[1:])
    names = iter((*(row.page.partition(":")[0] for row in rows), "ui.pages.reflection", "ui.pages.case"))

    def step() -> None:
        name = next(names, None)
        if name is not None:
            jobs.run(owner, lambda: importlib.import_module(name), lambda _module: rest())

    def rest() -> None:
        QTimer.singleShot(_REST_MS, owner, step)

    rest()


def prepare(journal: Any) -> Opened:
    """Read which journey this is, and its guidance. Raises JournalError; the journal is then closed again."""
    preload()
    from journal import guidance_files, method_files
    from journal.domain.own_meetings import with_own_meetings
    from journal.storage import home, journeys, own_methods, trash

    try:
        journey = journal.read(journeys.current)
        if journey is None:
            return Opened(journal, None, None)
        guidance = guidance_files.for_journey(journey.programme_id, journey.programme_source)
        guidance = with_own_meetings(guidance, journal.read(journeys.meetings, journey.id))
        guidance = method_files.with_own_methods(guidance, journal.read(own_methods.sources))
        with suppress(CannotWrite):  # a full or read-only disk is no reason not to open
            journal.do(trash.clear_old)
        journal.read(home.home, journey.id, journey.began_on)  # the first reading is slow; better here than on screen
    except BaseException:
        journal.close()
        raise
    return Opened(journal, journey.id, guidance)
