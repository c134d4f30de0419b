"""Moving a journal to the newest version; the copy from before becomes a backup like the others."""

import datetime as dt
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from journal.domain.backup_policy import Reason
from journal.errors import CannotWrite, JournalError
from journal.paths import KEY_FILE, backups
from journal.storage import backup_check, backup_files, connection, copies, key_file, schema


def move_to_head(
    engine: Engine, database: Path, key: bytes, now: Callable[[], dt.datetime], *, read_only: bool
) -> None:
    """Bring an older journal to the newest version, as a whole or not at all. Raises NewerJournal, CannotWrite."""
    found = schema.version(engine, database)
    schema.refuse_newer(found, database)
    if read_only:
        raise CannotWrite(database, "read-only")
    before = copies.free_name(database, found)
    copies.back_up(engine, threading.Lock(), before, key)
    try:
        with connection.typed(database, writing=True):
            schema.migrate(engine)
    except BaseException:
        # Nothing was changed, so the copy is one of what still stands there.
        before.unlink(missing_ok=True)
        raise
    keep(database, before, key, now)


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
            mark=mark,
            copy_database=lambda target: shutil.copyfile(raw, target),
            check=lambda copied: backup_check.check(copied, key),
        )
        raw.unlink()
        backup_files.thin(place, series)
