"""Work on the screen's own thread, cut in pieces."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer


def one_a_turn(owner: QObject, steps: Sequence[Callable[[], object]], wanted: Callable[[], bool]) -> None:
    """Do one step a turn of the event loop, so that the window stays awake; stop when it is no longer wanted."""
    left = iter(steps)

    def step() -> None:
        do = next(left, None)
        if do is not None and wanted():
            do()
            QTimer.singleShot(0, owner, step)

    QTimer.singleShot(0, owner, step)
