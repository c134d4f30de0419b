"""Another root, and so another recovery code, for a journal; a kill leaves either the old or the new one at work.

The key file of the new root stands ready beside the old one before anything is encrypted anew, and ``unlock``
takes whichever opens.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import CannotWrite, JournalError
from journal.files import take_the_place_of
from journal.paths import KEY_FILE, NEXT_KEY_FILE
from journal.storage import key_file, keys
from journal.storage.keys import USUAL_COST, Cost

if TYPE_CHECKING:
    from journal.storage.database import OpenJournal


def renew(journal: "OpenJournal", root: bytes, passphrase: str, *, cost: Cost = USUAL_COST) -> None:
    """Let the recovery code of ``root`` open this journal from now on; the passphrase stays.

    Raises WrongPassphrase, CannotWrite; all is then as before.
    """
    key, following = journal.folder / KEY_FILE, journal.folder / NEXT_KEY_FILE
    if journal.read_only:
        raise CannotWrite(journal.database, "read-only")
    before = key_file.read(key).root(passphrase)
    key_file.wrap(following, root, passphrase, cost)
    try:
        journal.take_root(root)
        try:
            take_the_place_of(key, following)
        except CannotWrite:
            journal.take_root(before)  # else the old code would open nothing, and nobody would know
            raise
    except CannotWrite:
        with suppress(OSError):  # then the next opening takes it away
            following.unlink(missing_ok=True)
        raise


def following(folder: Path, passphrase: str) -> bytes | None:
    """The root that a change that was cut short was going to."""
    with suppress(JournalError):
        return key_file.read(folder / NEXT_KEY_FILE).root(passphrase)
    return None


def settle(folder: Path, root: bytes) -> None:
    """End a change that was cut short, in a journal that opened: the key file that fits stays, the other goes."""
    waiting = folder / NEXT_KEY_FILE
    if not waiting.exists():
        return
    mark = keys.fingerprint(root)
    with suppress(JournalError, OSError):
        if _mark(folder / KEY_FILE) != mark and _mark(waiting) == mark:
            take_the_place_of(folder / KEY_FILE, waiting)
        else:
            waiting.unlink()


def _mark(path: Path) -> str:
    with suppress(JournalError):
        return key_file.read(path).fingerprint
    return ""
