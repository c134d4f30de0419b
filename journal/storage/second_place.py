"""A second place for backups, that may come and go: a USB stick, a drive at home."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from journal.errors import CannotWrite
from journal.files import save
from journal.storage import backup_files
from journal.storage.backup_files import Backup

_SEEN = "second-place.txt"


def bring(backup: Backup, place: Path, now: dt.datetime) -> bool:
    """Copy a good backup there, and thin what is there of its series. False when the place is not there now.

    Raises CannotWrite when it is there and takes nothing; a copy that was cut short never counts.
    """
    if not is_there(place):
        return False
    if not (place / backup.path.name).exists():
        backup_files.copy(backup, place)
        backup_files.thin(place, backup.series)
    with suppress(CannotWrite):
        save(f"{place}\n{now.astimezone(dt.UTC).isoformat()}\n".encode(errors="surrogateescape"), _seen(backup))
    return True


def last(first_place: Path, place: Path) -> dt.datetime | None:
    """When a backup last came there; kept in the first place, for the second may be in a drawer."""
    with suppress(OSError, ValueError):
        text = (first_place / _SEEN).read_text(encoding="utf-8", errors="surrogateescape")
        there, moment = text.splitlines()[:2]
        if there == str(place):
            return dt.datetime.fromisoformat(moment)
    return None


def is_there(place: Path) -> bool:
    """Whether it can be reached now. It is never made: an empty folder where a stick belongs is no stick."""
    try:
        return place.is_dir()
    except OSError:
        return False


def _seen(backup: Backup) -> Path:
    return backup.path.parent / _SEEN
