"""A field for a passphrase: hidden until asked for, and then in the serif, where I, l and 1 differ."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from journal.text import tr
from ui import theme
from ui.icons import icon
from ui.widgets.words import restyle


class PassphraseEdit(QLineEdit):
    """``caps_lock`` is True, False, or None when nobody can tell: Qt does not say, but capitals without Shift do."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caps_lock: bool | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("size", "large")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(self)
        self._eye.triggered.connect(self.toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        button = next(found for found in self.findChildren(QToolButton) if found.defaultAction() is self._eye)
        button.setObjectName(f"{name}.eye")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.installEventFilter(self)
        self._button = button
        self._show(hidden=True)

    def toggle(self) -> None:
        """Show what is hidden, or hide it again."""
        self._show(hidden=self.echoMode() != QLineEdit.EchoMode.Password)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the eye is a press on the eye, not on the form's button."""
        if watched is self._button and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.toggle()
                return True
        return super().eventFilter(watched, event)

    def _show(self, *, hidden: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.setFont(theme.font("input" if hidden else "read"))
        words = tr("Show passphrase") if hidden else tr("Hide passphrase")
        self._eye.setIcon(icon("eye" if hidden else "eye-off", "text2", 18))
        self._eye.setText(words)
        self._eye.setToolTip(words)
        self._button.setAccessibleName(words)
