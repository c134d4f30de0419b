"""A field for a passphrase: hidden until asked for, and then in the serif, where I, l and 1 differ."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from journal.text import tr
from ui import theme
from ui.icons import icon
from ui.widgets.words import restyle

_EYE = 18


class PassphraseEdit(QLineEdit):
    """``caps_lock`` is True, False, or None when nobody can tell: Qt does not say, but capitals without Shift do."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caps_lock: bool | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("tall", True)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QToolButton(self)
        self._eye.setObjectName(f"{name}.eye")
        self._eye.setProperty("kind", "eye")
        self._eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self._eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._eye.setIconSize(QSize(theme.px(_EYE), theme.px(_EYE)))
        self._eye.clicked.connect(self.toggle)
        self.setTextMargins(0, 0, theme.px(_EYE + 8), 0)
        self._show(hidden=True)

    def toggle(self) -> None:
        """Show what is hidden, or hide it again."""
        self._show(hidden=self.echoMode() != QLineEdit.EchoMode.Password)

    def set_wrong(self, wrong: bool) -> None:
        """The edge of a field that cannot be accepted."""
        self.setProperty("state", "error" if wrong else "")
        restyle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Learn from a letter whether Caps Lock is on."""
        letter = event.text()
        if letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock = letter.isupper() != shifted
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock = None if self.caps_lock is None else not self.caps_lock
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What was known of Caps Lock may have changed elsewhere."""
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self.caps_lock = None
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The eye stays at the end of the field."""
        super().resizeEvent(event)
        side = min(self.height() - 8, theme.px(36))
        self._eye.setGeometry(self.width() - side - theme.px(5), (self.height() - side) // 2, side, side)

    def _show(self, *, hidden: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.setFont(theme.font("input" if hidden else "read"))
        words = tr("Show passphrase") if hidden else tr("Hide passphrase")
        self._eye.setIcon(icon("eye" if hidden else "eye-off", "text2", _EYE))
        self._eye.setToolTip(words)
        self._eye.setAccessibleName(words)
