"""The lock's usual form: one field, one button, and kind words when the passphrase does not fit."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.field_error import FieldError
from ui.widgets.passphrase_edit import PassphraseEdit
from ui.widgets.words import button, words

BUSY_AFTER_MS = 400


class BusyButton(QPushButton):
    """Says "one moment" when it takes longer than people notice, and nothing before that."""

    def __init__(self, name: str, text: str, busy: str) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("kind", "primary")
        self.setProperty("tall", True)
        self.setFont(theme.font("ui_bold"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._texts = text, busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BUSY_AFTER_MS)
        self._timer.timeout.connect(lambda: self.setText(busy))

    def set_text(self, text: str) -> None:
        """Ask for something else from now on."""
        self._texts = text, self._texts[1]
        self.setText(text)

    def set_busy(self, busy: bool) -> None:
        """Start or stop being busy."""
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
            self.setText(self._texts[0])


class UnlockForm(QWidget):
    """``submitted(passphrase)``; while busy it does not submit again, and keeps the focus."""

    submitted = Signal(str)
    recovery_requested = Signal()
    device_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words(tr("Your journal is locked"), "question", name="lock.title"))
        column.addSpacing(theme.px(3))
        column.addWidget(words(tr("Enter your passphrase to go on."), "ui", "text2"))
        column.addSpacing(theme.px(24))
        label = words(tr("Passphrase"), "ui_bold")
        column.addWidget(label)
        column.addSpacing(theme.px(7))
        self.field = PassphraseEdit("lock.passphrase", tr("Passphrase"))
        label.setBuddy(self.field)
        column.addWidget(self.field)
        self.error = FieldError("lock.error")
        column.addWidget(self.error)
        column.addSpacing(theme.px(20))
        self.open = BusyButton("lock.open", tr("Open"), tr("One moment, your journal is opening…"))
        column.addWidget(self.open)
        self.device = button(tr("Open without passphrase"), icon="key-round", name="lock.device")
        self.device.setProperty("tall", True)
        self.device.clicked.connect(self._ask_device)
        self.device.hide()
        self.forgotten = button(tr("I no longer know my passphrase"), "text", name="lock.forgotten")
        self.recovery = button(tr("Open with your recovery code"), icon="key-round", name="lock.recovery")
        self.recovery.setProperty("tall", True)
        self.recovery.hide()
        column.addSpacing(theme.px(7))
        column.addWidget(self.forgotten, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.recovery)
        self._after = column
        self.open.clicked.connect(self._submit)
        self.field.returnPressed.connect(self._submit)
        self.forgotten.clicked.connect(self.recovery_requested)
        self.recovery.clicked.connect(self.recovery_requested)
        self.setFocusProxy(self.field)

    def offer_device(self) -> None:
        """A click is enough: the device was asked to remember the key."""
        column = self._after
        at = column.indexOf(self.open) + 1
        column.insertWidget(at, self.device)
        column.insertSpacing(at, theme.px(10))
        self.device.show()
        self.setFocusProxy(self.device)

    def device_fails(self) -> None:
        """The device does not know the key any more."""
        self.device.hide()
        self.setFocusProxy(self.field)
        first = tr("This device no longer knows the key.")
        self.error.show_error(first, tr("Enter your passphrase; nothing is lost."))
        self.field.setFocus()

    def _ask_device(self) -> None:
        if not self._busy:
            self.error.clear()
            self.device_requested.emit()

    def set_busy(self, busy: bool) -> None:
        """While the key is derived."""
        self._busy = busy
        self.field.setReadOnly(busy)
        self.open.set_busy(busy)

    def show_miss(self) -> None:
        """It does not fit. Nothing is lost, and the text stays selected to be typed again."""
        caps = tr("Caps Lock is on; perhaps that is it.") + " " if self.field.caps_lock else ""
        rest = tr("Nothing is lost, just try again in your own time.")
        self._show(tr("This passphrase does not fit."), caps + rest)
        if self.recovery.isHidden():
            self.forgotten.hide()
            self.recovery.show()
            self._after.insertSpacing(self._after.indexOf(self.recovery), theme.px(3))
            self._after.addSpacing(theme.px(5))

    def pause(self) -> None:
        """Too many misses in a row: a short rest."""
        self.show_miss()
        self._show(tr("Wait a moment, then you can try again."), "")
        self.field.setEnabled(False)
        self.open.setEnabled(False)

    def resume(self) -> None:
        """The rest is over."""
        self.field.setEnabled(True)
        self.open.setEnabled(True)
        self.error.clear()
        self.field.set_wrong(False)
        self.field.setFocus()
        self.field.selectAll()

    def _show(self, first: str, rest: str) -> None:
        self.field.set_wrong(True)
        self.error.show_error(first, rest)
        self.field.setAccessibleDescription(self.error.words)
        self.field.setFocus()
        self.field.selectAll()

    def _submit(self) -> None:
        if self._busy or not self.field.isEnabled():
            return
        if not self.field.text():
            self._show(tr("Enter your passphrase first."), "")
            return
        self.field.set_wrong(False)
        self.error.clear()
        self.submitted.emit(self.field.text())
