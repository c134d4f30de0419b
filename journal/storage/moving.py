"""A journal to another folder: copied, compared byte by byte, and only then used there. The old one stays."""

import shutil
from pathlib import Path

from journal.errors import CannotWrite, NoJournal
from journal.files import new_folder, sync_file
from journal.paths import DATABASE, KEY_FILE, LOCK_FILE, NEXT_KEY_FILE, is_journal
from journal.storage import backup_files, closing
from journal.storage.lock import FolderLock

_PARTS = (DATABASE, f"{DATABASE}-journal", KEY_FILE, NEXT_KEY_FILE)


def move(folder: Path, target: Path) -> None:
    """Copy a closed journal to a folder where nothing is; as a whole or not at all.

    Raises NoJournal, AlreadyOpen, JournalExists, CannotWrite. The old journal stays as it is.
    """
    if not is_journal(folder):
        raise NoJournal(folder)
    closing.wait(folder)
    lock = FolderLock(folder / LOCK_FILE)
    try:
        with new_folder(target) as stage:
            for name in _PARTS:
                if (folder / name).exists():
                    shutil.copyfile(folder / name, stage / name)
                    sync_file(stage / name)
                    if not backup_files.same(folder / name, stage / name):
                        raise CannotWrite(target, "the copy differs")
    finally:
        lock.release()
