"""The setting for reminders while the window is closed, with what it costs in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSystemTrayIcon, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.words import words


class ReminderSetting(QWidget):
    """``changed(on)``. Where the desktop has no tray it says so, and can only be switched off."""

    changed = Signal(bool)

    def __init__(self, *, on: bool) -> None:
        super().__init__()
        possible = QSystemTrayIcon.isSystemTrayAvailable()
        self.box = QCheckBox(tr("Also when the window is closed"))
        self.box.setObjectName("settings.reminders")
        self.box.setChecked(on)
        self.box.setEnabled(possible or on)
        self.box.clicked.connect(self.changed)
        hint = _hint() if possible else tr("This computer shows no system tray, so this does not work here.")
        self.hint = words(hint, "ui", "text2", name="settings.reminders.hint")
        self.box.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(words(tr("On opening, Reisgezel says in one line what is near."), "ui", "text2"))
        column.addWidget(self.box)
        column.addWidget(self.hint)


def _hint() -> str:
    return " ".join(
        (
            tr("Reisgezel then stays in the system tray, locked, and says for instance: Tomorrow is webinar 4."),
            tr("For that, the days and names of your programme stand in a small open file outside your journal."),
            tr("Nothing of what you write is in it. Switch this off and the file is gone."),
        )
    )
