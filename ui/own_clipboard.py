"""What was copied out of the diary does not stay on the clipboard after the lock."""

import hashlib

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class OwnClipboard(QObject):
    """Remembers by a digest what was copied while a window of this app had the focus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._copied: dict[QClipboard.Mode, bytes] = {}
        self._board.changed.connect(self._changed)

    def forget(self) -> None:
        """Take off what is ours; what came from elsewhere stays."""
        ours = {
            QClipboard.Mode.Clipboard: self._board.ownsClipboard(),
            QClipboard.Mode.Selection: self._board.ownsSelection(),
        }
        for mode, owned in ours.items():
            if owned or self._copied.get(mode) == _digest(self._board.text(mode)):
                self._board.clear(mode)
        self._copied.clear()

    def _changed(self, mode: QClipboard.Mode) -> None:
        if QGuiApplication.focusWindow() is not None:
            self._copied[mode] = _digest(self._board.text(mode))
        else:
            self._copied.pop(mode, None)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
