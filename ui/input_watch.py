"""Whether somebody is there, and with which hand: listens at the windows, not at every widget."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_KEYS = {QEvent.Type.KeyPress}
_POINTER = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
_SIGNS_OF_LIFE = _KEYS | _POINTER | {QEvent.Type.Wheel, QEvent.Type.MouseMove, QEvent.Type.TouchUpdate}


class InputWatch(QObject):
    """``touched`` at every sign of life; ``by_keyboard`` tells whether the last act was a key.

    A filter on the application would run Python for every event of every object; windows get the input first anyway.
    """

    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by_keyboard = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Notes, and lets everything through."""
        kind = event.type()
        if kind in _SIGNS_OF_LIFE:
            if kind in _KEYS:
                self.by_keyboard = True
            elif kind in _POINTER:
                self.by_keyboard = False
            self.touched.emit()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
