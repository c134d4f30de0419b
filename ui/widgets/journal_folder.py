"""Where the journal is, a way to it, and a copy of it for another disk or another laptop."""

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.paths import COPY_SUFFIX
from journal.text import tr
from ui import jobs, notices, theme
from ui.widgets.speak import announce
from ui.widgets.words import button, words

_BUSY_AFTER_MS = 400


class JournalFolder(QWidget):
    """Path, "Open the folder" and "Make a copy…"."""

    def __init__(self, journal: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        # A path has few places to break, and must never make the page scroll sideways.
        path = words(str(journal.folder).replace("/", "/\u200b").replace("\\", "\\\u200b"), "ui", name="settings.path")
        column.addWidget(path)
        direction = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction)
        row.setSpacing(theme.px(12))
        show = button(tr("Open the folder"), icon="folder-open", name="settings.open_folder")
        self.copy = button(tr("Make a copy…"), icon="files", name="settings.copy")
        row.addWidget(show)
        row.addWidget(self.copy)
        row.addStretch()
        column.addLayout(row)
        hint = tr("A copy is one file, locked as your journal is. It opens anywhere with your passphrase.")
        column.addWidget(words(hint, "caption", "text3"))
        self.result = words("", "ui", "text2", name="settings.copy_result")
        self.result.hide()
        column.addWidget(self.result)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(journal.folder))))
        self.copy.clicked.connect(self._ask)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_BUSY_AFTER_MS)
        self._slow.timeout.connect(lambda: self._say(tr("One moment…")))

    def write_copy(self, target: Path) -> None:
        """Write it in a job; writing in the journal goes on meanwhile."""
        self.copy.setEnabled(False)
        self._slow.start()
        jobs.run(self, lambda: _write(self._journal, target), lambda _none: self._done(target), self._failed)

    def _ask(self) -> None:
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        usual = Path(places) / f"Reisgezel {dt.datetime.now().astimezone():%Y-%m-%d}{COPY_SUFFIX}"
        kinds = tr("Copies of a journal") + f" (*{COPY_SUFFIX})"
        given, _kind = QFileDialog.getSaveFileName(self, tr("Make a copy"), str(usual), kinds)
        if given:
            target = Path(given)
            self.write_copy(target if target.suffix == COPY_SUFFIX else Path(given + COPY_SUFFIX))

    def _done(self, target: Path) -> None:
        self._finished(tr("Your copy is there: {name}", name=target.name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            self._finished(tr("The copy was not made."))
            raise error
        self._finished(notices.sentence(error))

    def _finished(self, text: str) -> None:
        self._slow.stop()
        self.copy.setEnabled(True)
        self._say(text)
        announce(self.result, text)

    def _say(self, text: str) -> None:
        self.result.setText(text)
        self.result.show()


def _write(journal: Any, target: Path) -> None:
    from journal.storage.copies import write_copy

    write_copy(journal, target)
