"""Expected trouble: typed, with data and without sentences. Anything else is a bug.

The sentences that a user reads are made from these in ``ui/notices.py`` and ``journal/__main__.py``.
"""

from pathlib import Path


class JournalError(Exception):
    """Trouble that the user can understand and that loses nothing."""


class FileTrouble(JournalError):
    """Trouble with one file or folder."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class NoJournal(FileTrouble):
    """There is no journal in this place."""


class JournalExists(FileTrouble):
    """A new journal was asked for where something already is."""


class AlreadyOpen(FileTrouble):
    """Another window, or another program, has this journal open."""


class DamagedJournal(FileTrouble):
    """The key fits and the contents do not: truncated, altered or empty."""

    root: bytes | None = None
    """Known when a passphrase or code fitted: with it, what is whole can still be read. Never shown or written."""


class DamagedKeyFile(FileTrouble):
    """The key file is unreadable; the recovery code still opens the journal."""


class ForeignFile(FileTrouble):
    """Not a journal of Reisgezel."""


class NewerJournal(FileTrouble):
    """Made by a newer Reisgezel; nothing was changed."""


class BadArchive(FileTrouble):
    """An open archive that is damaged, or was changed into something that Reisgezel cannot trust."""


class OtherJournal(FileTrouble):
    """A copy of another journal: its key is another one."""


class Stopped(JournalError):
    """Long work was stopped by who asked for it; nothing was changed."""


class CannotWrite(FileTrouble):
    """The disk is full, the folder read-only, or the file busy."""


class CannotRead(FileTrouble):
    """The file is there and the system does not let us read it."""


class WrongPassphrase(JournalError):
    """The passphrase does not fit; nothing was touched."""


class WrongRecoveryCode(JournalError):
    """The recovery code does not fit. ``mistyped``: its own checksum already says so."""

    def __init__(self, *, mistyped: bool) -> None:
        super().__init__("mistyped" if mistyped else "other journal")
        self.mistyped = mistyped


class GuidanceError(JournalError):
    """A programme or guidance file is wrong. ``problems`` are (line from 1, key, reason in English)."""

    def __init__(self, path: Path, problems: list[tuple[int, str, str]]) -> None:
        super().__init__(str(path), problems)
        self.path = path
        self.problems = problems


class PaperError(JournalError):
    """The PDF could not be made in its strict form; ``detail`` is the engine's reason without diary text."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class MethodInUse(JournalError):
    """A method of one's own cannot go: a preparation leans on it."""
