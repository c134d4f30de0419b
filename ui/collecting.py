"""Python's garbage collector, on the screen's thread only.

Left to itself it runs in whichever thread happens to make an object, also in a job's; there it may find a widget
that nobody holds any more and delete it, and Qt allows that on the screen's thread alone. It would crash, seldom.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000


class Collector(QObject):
    """From now on collects by a timer, by Python's own measure of what is worth it; until then nothing is collected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation for which it is time, as the automatic collector would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
