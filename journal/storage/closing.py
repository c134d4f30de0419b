"""Journals that are being closed: the last backup is still made, and whoever opens one again waits for it."""

import threading
from collections.abc import Callable
from pathlib import Path

_LONGEST_SECONDS = 120
_threads: dict[Path, threading.Thread] = {}


def finish(folder: Path, work: Callable[[], object]) -> None:
    """Do the last work on a journal in a thread of its own. The process does not end before it has ended."""
    thread = threading.Thread(target=work, name="reisgezel-closing")
    _threads[folder.resolve()] = thread
    thread.start()


def wait(folder: Path, seconds: float = _LONGEST_SECONDS) -> None:
    """Until the journal in this folder is closed, if this process is closing it."""
    thread = _threads.get(folder.resolve())
    if thread is not None and thread is not threading.current_thread():
        thread.join(seconds)
        if not thread.is_alive():
            _threads.pop(folder.resolve(), None)
