"""Putting a backup back: always as a new journal in a new folder. The old one stays where it is, under its own name."""

from dataclasses import dataclass
from pathlib import Path

from journal.errors import JournalError
from journal.storage import backup_files, copies, database, salvage_writing
from journal.storage.salvage import Salvaged


@dataclass(frozen=True)
class Restored:
    """Where the backup now is, and whether what came after it was brought in too (None: not tried)."""

    folder: Path
    newer: bool | None = None


def free_folder(usual: Path) -> Path:
    """The usual place, or one beside it with a number when something is there already."""
    name, _, number = usual.name.rpartition("-")
    base, count = (name, int(number)) if name and number.isdecimal() else (usual.name, 1)
    folder = usual
    while folder.exists():
        count += 1
        folder = usual.with_name(f"{base}-{count}")
    return folder


def put_back(file: Path, old: Path) -> Restored:
    """Lay a backup down beside the old journal; its passphrase is the one of when it was made.

    Raises ForeignFile, DamagedJournal, DamagedKeyFile, CannotRead, CannotWrite; nothing is then made.
    """
    backup_files.look_whole(file)
    folder = free_folder(old)
    copies.open_copy(file, folder)
    return Restored(folder)


def put_back_and_add(file: Path, salvaged: Salvaged) -> Restored:
    """As ``put_back``, and then add what was written after it, as far as the damaged journal can be read.

    When that does not succeed the backup stands as it was made.
    """
    restored = put_back(file, salvaged.folder)
    try:
        with database.open_with_root(restored.folder, salvaged.root) as journal:
            newer = salvage_writing.bring_after(salvaged, journal)
    except JournalError:
        newer = False
    return Restored(restored.folder, newer)


def save_readable(salvaged: Salvaged) -> Restored:
    """A new journal of all that can be read. Raises CannotWrite."""
    folder = free_folder(salvaged.folder)
    salvage_writing.write(salvaged, folder)
    return Restored(folder)
