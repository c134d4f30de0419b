"""The block under the preview: save, print, black and white, and what became of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets import speak
from ui.widgets.prose import Prose
from ui.widgets.synced_step import SyncedStep
from ui.widgets.words import button, set_ink


class Give(QWidget):
    """``save_requested``, ``print_requested``, ``grey_toggled(on)``."""

    save_requested = Signal()
    print_requested = Signal()
    grey_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._saved: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(30), theme.px(14), theme.px(30), theme.px(12))
        column.setSpacing(theme.px(7))
        warning = tr("This file is no longer locked. Reisgezel sends nothing; you choose who gets it.")
        self._warning = Prose(warning, "caption", "text2")
        column.addWidget(self._warning)
        self.step = SyncedStep("papers.synced")
        column.addWidget(self.step)
        self.save = button(tr("Save pdf…"), "primary", icon="file-down", name="papers.save")
        self.save.setProperty("tall", "true")
        self.save.clicked.connect(self.save_requested)
        column.addWidget(self.save)
        two = QHBoxLayout()
        two.setSpacing(0)
        self.print = button(tr("Print"), "text", icon="printer", name="papers.print")
        self.print.clicked.connect(self.print_requested)
        self.grey = button(tr("View in black and white"), "text", name="papers.grey")
        self.grey.setCheckable(True)
        self.grey.toggled.connect(self._greyed)
        two.addWidget(self.print, 1, Qt.AlignmentFlag.AlignHCenter)
        two.addWidget(self.grey, 1, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(two)
        last = QHBoxLayout()
        last.setSpacing(theme.px(8))
        self._note = Prose("", "caption", "text2", name="papers.note")
        self._folder = button(tr("Open folder"), "link", name="papers.folder")
        self._folder.setFont(theme.font("caption_bold"))
        self._folder.clicked.connect(self._open)
        last.addWidget(self._note, 1)
        last.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(last)
        self.clear_note()

    def set_ready(self, ready: bool) -> None:
        """Whether there is a paper to give."""
        for each in (self.save, self.print, self.grey):
            each.setEnabled(ready)

    def set_locked(self, locked: bool) -> None:
        """A file with a password needs another word; what is printed has none."""
        open_ = tr("This file is no longer locked. Reisgezel sends nothing; you choose who gets it.")
        shut = tr("This file opens with your password only. What you print has none.")
        self._warning.setText(shut if locked else open_)

    def clear_note(self) -> None:
        """Say nothing any more about an earlier paper."""
        self.step.hide()
        self._note.setText("")
        self._note.hide()
        self._folder.hide()

    def show_saved(self, target: Path) -> None:
        """Say under which name it was saved, and offer its folder."""
        self._saved = target
        self._say(tr("Saved as {name}", name=target.name), "text2")
        self._folder.show()
        speak.announce(self, self._note.text())

    def show_trouble(self, sentence: str) -> None:
        """Say why it did not succeed."""
        self._say(sentence, "err")
        self._folder.hide()
        speak.alert(self._note, sentence)

    def note(self) -> str:
        """What is said under the buttons."""
        return self._note.text()

    def _say(self, sentence: str, ink: str) -> None:
        set_ink(self._note, ink)
        self._note.setText(sentence)
        self._note.show()

    def _greyed(self, on: bool) -> None:
        self.grey.setText(tr("View in colour") if on else tr("View in black and white"))
        self.grey_toggled.emit(on)

    def _open(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))
