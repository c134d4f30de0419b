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
    key_file.read(key).root(passphrase)
    key_file.wrap(following, root, passphrase, cost)
    try:
        journal.take_root(root)
    except CannotWrite:
        following.unlink(missing_ok=True)
        raise
    take_the_place_of(key, following)


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
    with suppress(JournalError, OSError):
        if key_file.read(waiting).fingerprint == keys.fingerprint(root):
            take_the_place_of(folder / KEY_FILE, waiting)
        else:
            waiting.unlink()
