"""How far long work is, and a way to stop it. The work says where it is; who waits may say that it need not go on."""

import threading
from collections.abc import Callable

from journal.errors import Stopped


class Steps:
    """``said(done, total)`` is called in the thread of the work; ``stop`` may come from any thread."""

    def __init__(self, said: Callable[[int, int], object] | None = None) -> None:
        self._said = said
        self._stopped = threading.Event()

    def at(self, done: int, total: int) -> None:
        """So much is done. Raises Stopped when it need not go on."""
        if self._stopped.is_set():
            raise Stopped
        if self._said is not None:
            self._said(done, total)

    def stop(self) -> None:
        """Stop at the next step; what the work had begun is undone by the work itself."""
        self._stopped.set()
