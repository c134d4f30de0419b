"""Whether the window stays out of screen captures, and "presenting" for when others may see along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal.text import tr
from ui import screen_shield, theme
from ui.widgets.words import button, words


class ShieldSetting(QWidget):
    """``changed(on)``; ``present_requested(on)``. Where the system cannot do it, it says so."""

    changed = Signal(bool)
    present_requested = Signal(bool)

    def __init__(self, *, on: bool, possible: bool | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        possible = screen_shield.of_this_system() is not None if possible is None else possible
        self.box = QCheckBox(tr("Stay out of screen captures and shared screens"))
        self.box.setObjectName("settings.screen_shield")
        self.box.setChecked(on and possible)
        self.box.setEnabled(possible)
        self.box.clicked.connect(self._chosen)
        hint = (
            tr("In a video call others then see a black place or nothing where your journal is.")
            if possible
            else tr("This system does not let an app do that. In a video call, share one window and not your screen.")
        )
        self.box.setAccessibleDescription(hint)
        self.present = button(tr("Present until the lock"), name="settings.present")
        self.present.setCheckable(True)
        self.present.setVisible(possible and on)
        self.present.setToolTip(tr("Others may see along until your journal locks."))
        self.present.toggled.connect(self.present_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.box)
        column.addWidget(words(hint, "ui", "text2", name="settings.screen_shield.hint"))
        column.addWidget(self.present)

    def _chosen(self, on: bool) -> None:
        self.present.setChecked(False)
        self.present.setVisible(on)
        self.changed.emit(on)
