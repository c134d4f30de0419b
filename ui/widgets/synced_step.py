"""Said before saving: the chosen folder is read by others too. Two ways on, and nothing is blocked."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.synced_folders import Synced, Why
from journal.text import tr
from ui import theme
from ui.widgets import speak
from ui.widgets.prose import Prose
from ui.widgets.words import button


class SyncedStep(QWidget):
    """``anyway(Path)`` when it may stay there; ``elsewhere`` for another folder. Hidden until ``ask``."""

    anyway = Signal(object)
    elsewhere = Signal()

    def __init__(self, name: str = "synced") -> None:
        super().__init__()
        self._target: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._words = Prose("", "ui", "warn", name=f"{name}.words")
        self._here = button(tr("Save here anyway"), "primary", name=f"{name}.anyway")
        self._other = button(tr("Choose another folder"), name=f"{name}.elsewhere")
        self._here.clicked.connect(self._stay)
        self._other.clicked.connect(self._leave)
        for each in (self._words, self._other, self._here):
            column.addWidget(each)
        self.hide()

    def ask(self, found: Synced, target: Path) -> None:
        """Say where this folder goes, and wait for a choice."""
        self._target = target
        self._words.setText(sentence(found))
        self.show()
        self._other.setFocus(Qt.FocusReason.OtherFocusReason)
        speak.announce(self, self._words.text())

    def _stay(self) -> None:
        self.hide()
        self.anyway.emit(self._target)

    def _leave(self) -> None:
        self.hide()
        self.elsewhere.emit()


def sentence(found: Synced) -> str:
    """One line on where the folder goes."""
    if found.why is Why.NETWORK:
        told = tr("This folder is on the network ({name}). Others may be able to read what you save there.")
    else:
        told = tr("This folder is synced with {name}. What you save there also leaves this computer.")
    return told.format(name=found.name)
