"""An end that is asked for from outside (SIGTERM, Ctrl C in a terminal, a logout): save, then go."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

_LOOK_MS = 500


class Endings(QObject):
    """Calls ``leave`` on the screen's thread when the system asks the app to end.

    Python handles a signal only between two of its own steps, and Qt's loop may rest for long; so the signal writes a
    byte into a pipe that Qt watches. Where a pipe cannot be watched, a timer gives Python its turn.
    """

    def __init__(self, leave: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = leave
        self._pipe: tuple[int, int] | None = None
        if os.name == "posix":
            reading, writing = os.pipe()
            os.set_blocking(reading, False)
            os.set_blocking(writing, False)
            self._pipe = reading, writing
            self._before = signal.set_wakeup_fd(writing)
            self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._drain)
        else:
            self._timer = QTimer(self)
            self._timer.start(_LOOK_MS)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked)

    def stop(self) -> None:
        """Let signals do again what they did."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        if self._pipe is not None:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._before)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _drain(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], 64)  # Python runs the handler itself, now that it has its turn

    def _asked(self, _number: int, _frame: object) -> None:
        QTimer.singleShot(0, self._leave)
