"""The caret in the colour of the accent; Qt paints its own in the colour of the text."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QTextEdit

from ui import theme

WIDTH = 2


class Caret(QObject):
    """Blinks as the system asks; paint it after the text."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit, self._on = edit, True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)
        edit.setCursorWidth(0)
        edit.cursorPositionChanged.connect(self.wake)
        edit.textChanged.connect(self.wake)

    def wake(self) -> None:
        """Show it steadily for a moment: something moved."""
        self._on = True
        rest = QGuiApplication.styleHints().cursorFlashTime() // 2
        if self._edit.hasFocus() and rest > 0:
            self._blink.start(rest)
        else:
            self._blink.stop()
        self._update()

    def paint(self, painter: QPainter) -> None:
        """Paint it where it stands, when the field has the keyboard."""
        if self._on and self._edit.hasFocus() and not self._edit.isReadOnly():
            rect = self._edit.cursorRect()
            painter.fillRect(rect.x(), rect.y(), WIDTH, rect.height(), theme.color("accent"))

    def _turn(self) -> None:
        self._on = not self._on
        self._update()

    def _update(self) -> None:
        self._edit.viewport().update(self._edit.cursorRect().adjusted(-1, 0, WIDTH + 1, 0))
