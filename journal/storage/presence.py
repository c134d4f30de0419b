"""Whether the open database is still the file that stands under its name.

A system may let one write on to a file that was removed or moved with its folder: those saves would be nowhere.
"""

from pathlib import Path

from journal.errors import CannotWrite


class Presence:
    """Made when the database is opened; ``check`` before and after every save costs microseconds."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._opened = self._now()

    def check(self) -> None:
        """Raises CannotWrite when the file is gone, or another one stands there."""
        if self._now() != self._opened:
            raise CannotWrite(self._database, "gone")

    def _now(self) -> tuple[int, int]:
        try:
            found = self._database.stat()
        except OSError as error:
            raise CannotWrite(self._database, error.strerror or "gone") from error
        return found.st_dev, found.st_ino
