"""Locks a journal that nobody is at: after some minutes without a key, and when the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LOOK_MS = 5_000
WARN_S = 30
"""So long before the lock falls, it says so."""
SLEPT_S = 30
"""A gap this long between two looks means that the computer slept."""


class IdleLock(QObject):
    """Emits ``idle`` when it is time to lock. ``clock`` runs while the computer is awake, ``wall`` always.

    ``soon(seconds)`` comes shortly before, at every look; ``stirred`` when somebody is there after that.
    """

    idle = Signal()
    soon = Signal(int)
    stirred = Signal()

    def __init__(
        self,
        minutes: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._warned = False
        self._clock, self._wall = clock, wall
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._state)
        self.touch()
        self._looked = wall()

    def start(self) -> None:
        """Begin to watch: a journal is open now."""
        self.touch()
        self._looked = self._wall()
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Nothing to lock."""
        self._timer.stop()
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()
        if self._warned:
            self._warned = False
            self.stirred.emit()

    def look(self) -> None:
        """See whether it is time."""
        now, before = self._wall(), self._looked
        self._looked = now
        slept = now - before > LOOK_MS / 1000 + SLEPT_S
        left = self.minutes * 60 - (self._clock() - self._touched)
        if slept or left <= 0:
            self.idle.emit()
        elif left <= WARN_S:
            self._warned = True
            self.soon.emit(round(left))

    def _state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended and self._timer.isActive():
            self.idle.emit()
