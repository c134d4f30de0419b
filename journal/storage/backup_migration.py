"""The copy from before a migration becomes a backup like the others, listed, opened and thinned with them."""

import datetime as dt
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from journal.domain.backup_policy import Reason
from journal.errors import JournalError
from journal.paths import KEY_FILE, backups
from journal.storage import backup_check, backup_files, key_file


def keep(database: Path, raw: Path, key: bytes, now: Callable[[], dt.datetime]) -> None:
    """Make a backup of the copied database, and only then let go of the bare copy.

    Where no backup can be made (no key file, no room) the bare copy stays: the migration itself has succeeded.
    """
    folder = database.parent
    place = backups(folder)
    with suppress(JournalError, OSError):
        mark = key_file.read(folder / KEY_FILE).fingerprint
        series = backup_files.series(folder)
        name = backup_files.name_of(backup_files.next_number(place), now(), Reason.MIGRATION, mark, series)
        backup_files.write(
            place,
            name,
            folder / KEY_FILE,
            copy_database=lambda target: shutil.copyfile(raw, target),
            check=lambda copied: backup_check.check(copied, key),
        )
        raw.unlink()
        backup_files.thin(place, series)
