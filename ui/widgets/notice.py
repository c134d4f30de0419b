"""A short sentence at the foot of the window that goes away by itself."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.speak import announce
from ui.widgets.words import words

STAYS_MS = 5000
_FOOT = 24
_ANY_WIDTH = 16_777_215


class Notice(QFrame):
    """``say`` shows a sentence over the window, and tells it to a screen reader. It never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("notice")
        self.setProperty("kind", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9))
        self.label = words("", "ui", "bg", wrap=False, name="notice.words")
        row.addWidget(self.label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def forget(self) -> None:
        """Be silent at once, and keep nothing of what was said."""
        self._timer.stop()
        self.hide()
        self.label.setText("")

    def say(self, text: str, *, stays_ms: int = STAYS_MS) -> None:
        """Show it for some seconds."""
        self.setMinimumWidth(0)
        self.setMaximumWidth(_ANY_WIDTH)  # an earlier, longer sentence may have fixed it
        self.label.setWordWrap(False)
        self.label.setText(text)
        self.adjustSize()
        window = self._window
        widest = window.width() - 2 * _FOOT
        if self.width() > widest:
            self.label.setWordWrap(True)
            self.setFixedWidth(widest)
            self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _FOOT)
        self.show()
        self.raise_()
        self._timer.start(stays_ms)
        announce(self, text)
