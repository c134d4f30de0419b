"""Long work: in a thread, with its result (or its error) back on the screen's thread; or a piece at a time."""

import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

R = TypeVar("R")


class _Job(QObject):
    ended = Signal(object, object)

    def __init__(self, owner: QObject, done: Callable[[Any], object], failed: Callable[[Exception], object]) -> None:
        # The application is the parent: a page may be gone before its work ends, and a thread must not delete this.
        super().__init__(QCoreApplication.instance())
        self._owner, self._done, self._failed = owner, done, failed
        self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def work(self, work: Callable[[], object]) -> None:
        """Runs in the thread."""
        result: object = None
        trouble: Exception | None = None
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the screen must hear of it
            trouble = error
        if isValid(self):
            self.ended.emit(result, trouble)

    @Slot(object, object)
    def _end(self, result: object, trouble: Exception | None) -> None:
        self.deleteLater()
        if not isValid(self._owner):
            return
        if trouble is None:
            self._done(result)
        else:
            self._failed(trouble)


def run(
    owner: QObject,
    work: Callable[[], R],
    done: Callable[[R], object],
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Run ``work`` in a thread, then ``done(result)`` or ``failed(error)`` here, unless ``owner`` is gone by then.

    Without ``failed`` an error goes where unexpected errors go. ``work`` must not touch widgets.
    """
    job = _Job(owner, done, failed or _unexpected)
    threading.Thread(target=job.work, args=(work,), name="reisgezel-job").start()


def _unexpected(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def one_a_turn(owner: QObject, steps: Sequence[Callable[[], object]], wanted: Callable[[], bool]) -> None:
    """Do one step a turn of the event loop, so that the window stays awake; stop when it is no longer wanted."""
    left = iter(steps)

    def step() -> None:
        do = next(left, None)
        if do is not None and wanted():
            do()
            QTimer.singleShot(0, owner, step)

    QTimer.singleShot(0, owner, step)
