"""How a command opens a journal: its passphrase comes from a file, the environment, or a question at the terminal."""

import getpass
import os
from pathlib import Path

from journal import paths
from journal.errors import CannotRead, NoJournal
from journal.storage import database
from journal.text import tr

VARIABLE = "REISGEZEL_PASSPHRASE"


def passphrase_given(file: Path | None) -> str | None:
    """The passphrase from a file or the environment; None when neither gives one. Raises CannotRead."""
    if file is None:
        return os.environ.get(VARIABLE)
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(file, str(getattr(error, "strerror", "") or "")) from error
    return lines[0] if lines else ""


def unlocked(folder: Path, passphrase_file: Path | None) -> database.OpenJournal:
    """The open journal; asks for the passphrase when nothing else gives it, and only if there is a journal."""
    if not paths.is_journal(folder):
        raise NoJournal(folder)
    return database.unlock(folder, asked(passphrase_file))


def asked(file: Path | None) -> str:
    """The passphrase, from a file, the environment or the terminal."""
    found = passphrase_given(file)
    if found is not None:
        return found
    try:
        return getpass.getpass(tr("Passphrase: "))
    except EOFError:
        return ""
