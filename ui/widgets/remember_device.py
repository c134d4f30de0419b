"""The setting that lets this device open the journal without a passphrase, with what it costs in words."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal.text import tr
from ui import jobs, theme
from ui.widgets.speak import announce
from ui.widgets.words import words


class RememberDevice(QWidget):
    """``changed(on)`` once the device has done it. Off at first."""

    changed = Signal(bool)

    def __init__(self, journal: Any, *, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.box = QCheckBox(tr("Remember on this device"))
        self.box.setObjectName("settings.remember_device")
        self.box.setChecked(on)
        hint = tr(
            "Then Reisgezel opens with one click, without your passphrase. The key lies in the safe of this computer. "
            "Whoever can use your account on this computer can then read your journal too."
        )
        self.box.setAccessibleDescription(hint)
        self.result = words("", "ui", "warn", name="settings.remember_device.result")
        self.result.hide()
        self.box.clicked.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.box)
        column.addWidget(words(hint, "ui", "text2"))
        column.addWidget(self.result)

    def renew(self) -> None:
        """The journal has another recovery code: keep that one."""
        if self.box.isChecked():
            self._chosen(on=True)

    def _chosen(self, on: bool) -> None:
        self.box.setEnabled(False)
        self.result.hide()
        journal = self._journal
        jobs.run(self, lambda: _keep(journal, on=on), lambda _none: self._done(on), self._failed)

    def _done(self, on: bool) -> None:
        self.box.setEnabled(True)
        self.changed.emit(on)

    def _failed(self, error: Exception) -> None:
        from journal.keystore import NoKeystore

        if not isinstance(error, NoKeystore):
            raise error
        self.box.setEnabled(True)
        self.box.setChecked(False)
        self.result.setText(tr("This computer has no safe for keys that Reisgezel can use. Your passphrase stays."))
        self.result.show()
        announce(self.result, self.result.text())
        self.changed.emit(False)


def _keep(journal: Any, *, on: bool) -> None:
    from journal import keystore

    place = keystore.of_this_device()
    if on:
        keystore.remember(place, journal.fingerprint(), journal.recovery_code())
    else:
        keystore.forget(place, journal.fingerprint())
