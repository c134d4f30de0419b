"""Making a backup, for whoever asks: the same in both places, and what to say when it does not succeed."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from journal.domain.backup_policy import Reason
from journal.errors import DamagedJournal, JournalError
from journal.text import tr


def sentence(error: JournalError) -> str:
    """What to say when no backup could be made."""
    if isinstance(error, DamagedJournal):
        return tr("A backup did not succeed: a part of your journal cannot be read. See Settings, Backups.")
    return tr("Making a backup does not work now. Your journal itself is saved. See whether there is room.")


def make(journal: Any, reason: Reason, place: str) -> Any:
    """The newest good backup, in both places. A second place that is not there, or not well, harms nothing."""
    from journal.storage import backups, second_place

    backup = backups.make(journal, reason)
    if place:
        with suppress(JournalError):
            second_place.bring(backup, Path(place), journal.now())
    return backup


def before(journal: Any, reason: Reason) -> None:
    """A backup before something that is itself all or nothing; where none can be made now, it may go on without."""
    from journal.storage import backups

    with suppress(JournalError):
        backups.before(journal, reason)
