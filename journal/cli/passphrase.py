"""Where a command gets its passphrase: a file, the environment, or a question at the terminal."""

import getpass
import os
from pathlib import Path

from journal.errors import CannotRead
from journal.text import tr

VARIABLE = "REISGEZEL_PASSPHRASE"


def given(file: Path | None) -> str | None:
    """The passphrase from a file or the environment; None when neither gives one. Raises CannotRead."""
    if file is None:
        return os.environ.get(VARIABLE)
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(file, str(getattr(error, "strerror", "") or "")) from error
    return lines[0] if lines else ""


def asked(file: Path | None) -> str:
    """The passphrase, asked at the terminal when nothing else gives it."""
    found = given(file)
    if found is not None:
        return found
    try:
        return getpass.getpass(tr("Passphrase: "))
    except EOFError:
        return ""
