"""The system tray, for who wants a quiet word while the window is closed. It speaks of days, never of the diary."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from journal import reminder_file
from journal.errors import CannotWrite
from journal.text import tr
from ui.icons import icon
from ui.reminder_words import told_words

LOOK_MS = 15 * 60 * 1000
_STAYS_MS = 10_000


class Tray(QObject):
    """An icon with a menu. ``open_requested``, ``quit_requested``; ``told(words)`` after each message."""

    open_requested = Signal()
    quit_requested = Signal()
    told = Signal(str)

    def __init__(self, file: Path, today: Callable[[], dt.date], parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._today = file, today
        self._menu = QMenu()
        self._open = self._menu.addAction("", self.open_requested.emit)
        self._quit = self._menu.addAction("", self.quit_requested.emit)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.open_requested)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.renew()
        self._icon.show()
        self._timer.start()

    @staticmethod
    def is_possible() -> bool:
        """Whether this desktop has a tray at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def renew(self) -> None:
        """Look and speak as the app does now."""
        self._icon.setIcon(icon("mark", "accent", 32))
        self._icon.setToolTip("Reisgezel")
        self._open.setText(tr("Open Reisgezel"))
        self._quit.setText(tr("Quit Reisgezel"))

    def look(self) -> None:
        """Say what is worth a word today, each thing once."""
        found = reminder_file.read(self._file)
        due = found.due(self._today())
        if due is None:
            return
        try:
            reminder_file.write(self._file, found.days, found.told | {due.key})
        except CannotWrite:
            return  # what cannot be remembered would be said again and again
        words = told_words(due, self._today())
        self._icon.showMessage("Reisgezel", words, QSystemTrayIcon.MessageIcon.NoIcon, _STAYS_MS)
        self.told.emit(words)

    def leave(self) -> None:
        """Take the icon away."""
        self._timer.stop()
        self._icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_requested.emit()
