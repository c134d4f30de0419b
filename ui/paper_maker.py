"""Makes a paper beside the screen: soon after a change, the newest wins, and never twice at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from journal.errors import JournalError
from ui import jobs
from ui.widgets.paper import Paper

REST_MS = 300


class PaperMaker(QObject):
    """``made(Paper)`` comes on the screen's thread; ``failed(error)`` when the paper cannot be made."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make: Callable[[], Paper] | None = None
        self._asked = self._delivered = 0
        self._busy = self._again = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)

    def make_soon(self, make: Callable[[], Paper], *, at_once: bool = False) -> None:
        """Make it anew after a rest, or at the next moment. ``make`` runs in a thread."""
        self._make = make
        self._asked += 1
        self._rest.start(0 if at_once else REST_MS)

    def is_fresh(self) -> bool:
        """Whether the newest paper is the one that was delivered: also after a pause, and when making it failed."""
        return self._delivered == self._asked

    def now(self) -> Paper:
        """Make it here and now, and deliver it. Raises JournalError."""
        assert self._make is not None
        self.pause()
        paper = self._make()
        self._delivered = self._asked
        self.made.emit(paper)
        return paper

    def pause(self) -> None:
        """Begin nothing more until the next ``ask``; what is under way is not delivered."""
        self._rest.stop()
        self._again = False
        self._asked += 1

    def _begin(self) -> None:
        if self._busy or self._make is None:
            self._again = self._busy
            return
        self._busy, self._again = True, False
        number = self._asked
        jobs.run(
            self,
            self._make,
            lambda paper: self._end(number, paper, None),
            lambda error: self._end(number, None, error),
        )

    def _end(self, number: int, paper: Paper | None, error: Exception | None) -> None:
        self._busy = False
        if number != self._asked:
            if self._again:
                self._begin()
        elif paper is not None:
            self._delivered = number
            self.made.emit(paper)
        elif isinstance(error, JournalError):
            self.failed.emit(error)
        elif error is not None:
            raise error
