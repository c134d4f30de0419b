"""The backups of a journal: made when something changed, looked through, thinned, and made anew after a true wipe.

All of this may run in a thread while somebody writes; ``ui/backing_up.py`` does so.
"""

import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journal.domain.backup_policy import Reason
from journal.errors import CannotWrite, JournalError
from journal.paths import DATABASE, KEY_FILE, backups
from journal.storage import backup_files, key_file
from journal.storage.backup_check import counts
from journal.storage.backup_files import Backup, listed
from journal.storage.database import OpenJournal

__all__ = ["Backup", "Renewed", "before", "changed", "listed", "make", "of_folder", "renew"]

_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Renewed:
    """What ``renew`` did. ``elsewhere``: older backups in the second place, which still hold what was wiped."""

    fresh: Backup
    removed: int
    elsewhere: int


def of_folder(folder: Path) -> list[Backup]:
    """The backups that belong to the journal in this folder, oldest first; needs no passphrase.

    Those that were made of this folder, and those of other copies with the same root. Without a readable key file
    only the first.
    """
    mark = ""
    with suppress(JournalError):
        mark = key_file.read(folder / KEY_FILE).fingerprint
    mine = backup_files.series(folder)
    return [found for found in listed(backups(folder)) if found.series == mine or found.fingerprint == mark]


def changed(journal: OpenJournal) -> bool:
    """Whether something was written since the newest backup was begun."""
    own = _own(journal.folder)
    return not own or backup_files.stamp_of(own[-1]) != _stamp(journal.folder)


def make(journal: OpenJournal, reason: Reason, *, anyway: bool = False) -> Backup:
    """The newest good backup: made now, unless nothing changed since the last. Then older ones are thinned.

    Raises CannotWrite, DamagedKeyFile, and DamagedJournal when the journal cannot be copied whole; then all older
    backups stay.
    """
    with _one_at_a_time:
        return _make(journal, reason, anyway=anyway)


def before(journal: OpenJournal, reason: Reason) -> Backup:
    """A good backup before something large (import, merge, restore, another passphrase).

    Raises as ``make``; then do not begin.
    """
    return make(journal, reason)


def renew(journal: OpenJournal, second: Path | None = None) -> Renewed:
    """After a true wipe: a fresh good backup, and then away with the older ones of this journal in the first place.

    Nothing is removed before the fresh one is good. The second place is only looked at: it may not be there.
    """
    with _one_at_a_time:
        fresh = _make(journal, Reason.WIPED, anyway=True)
        older = [found for found in of_folder(journal.folder) if found.path != fresh.path]
        removed = 0
        for path in (*(backup.path for backup in older), *journal.folder.glob("journal-before-*.db")):
            with suppress(OSError):
                path.unlink()
                removed += 1
    elsewhere = listed(second, fresh.fingerprint) if second else []
    return Renewed(fresh, removed, sum(backup.path.name != fresh.path.name for backup in elsewhere))


def _make(journal: OpenJournal, reason: Reason, *, anyway: bool) -> Backup:
    if not journal.database.exists():
        raise CannotWrite(journal.database, "gone")
    mark = key_file.read(journal.folder / KEY_FILE).fingerprint
    place, stamp = backups(journal.folder), _stamp(journal.folder)
    own = _own(journal.folder)
    if own and not anyway and backup_files.stamp_of(own[-1]) == stamp:
        return own[-1]
    mine = backup_files.series(journal.folder)
    name = backup_files.name_of(backup_files.next_number(place), journal.now(), reason, mark, mine)
    first = journal.read(counts)

    def copy(database: Path) -> None:
        if journal.copy_database(database) != mark:
            raise CannotWrite(database, "another key just now")

    def look(database: Path) -> None:
        if journal.fingerprint() != mark:
            raise CannotWrite(database, "another key just now")
        found = journal.check_copy(database)
        if first == journal.read(counts) and found != first:
            raise CannotWrite(database, "other counts")

    key = journal.folder / KEY_FILE
    path = backup_files.write(place, name, key, mark=mark, copy_database=copy, check=look, stamp=stamp)
    backup_files.thin(place, mine)
    made = backup_files.read_name(path)
    assert made is not None
    return made


def _own(folder: Path) -> list[Backup]:
    mine = backup_files.series(folder)
    return [found for found in listed(backups(folder)) if found.series == mine]


def _stamp(folder: Path) -> str:
    """Changes with every write. Only sizes and times are looked at: reading a live database would drop its locks."""
    found = []
    for name in (DATABASE, KEY_FILE):
        try:
            state = (folder / name).stat()
        except OSError as error:
            raise CannotWrite(folder / name, error.strerror or str(error)) from error
        found.append(f"{state.st_mtime_ns}:{state.st_size}")
    return " ".join(found)
