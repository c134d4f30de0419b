"""What was written down of crashes: to read, to hand to a help desk, to delete. It holds no diary text."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from journal import paths
from journal.text import tr
from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.speak import announce
from ui.widgets.words import button, words

_SHOWN = 20_000


def reports(folder: Path) -> list[Path]:
    """The reports that there are, the newest first; an empty file is none."""
    found = [folder / "crash.log", folder / "crash.old.log"]
    return [file for file in found if file.is_file() and file.stat().st_size]


class CrashReports(QWidget):
    """Says so when there are none."""

    def __init__(self, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or paths.logs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.said = words("", "ui", "text2", name="settings.crash.said")
        column.addWidget(self.said)
        self._bar = QWidget()
        flow = Flow(self._bar, spacing=12)
        self.look = button(tr("Look at it"), name="settings.crash.look")
        self.look.setCheckable(True)
        self.where = button(tr("Open folder"), "text", icon="folder-open", name="settings.crash.folder")
        self.delete = button(tr("Delete"), "text", icon="trash-2", name="settings.crash.delete")
        for each in (self.look, self.where, self.delete):
            flow.addWidget(each)
        column.addWidget(self._bar)
        self.text = QPlainTextEdit()
        self.text.setObjectName("settings.crash.text")
        self.text.setAccessibleName(tr("Report of a crash"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("caption"))
        self.text.setMinimumHeight(theme.px(220))
        self.text.hide()
        column.addWidget(self.text)
        self.look.toggled.connect(self._show)
        self.where.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.delete.clicked.connect(self._delete)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        found = bool(reports(self._folder))
        self._bar.setVisible(found)
        if not found:
            self.look.setChecked(False)
        self.said.setText(
            tr("Reisgezel once stopped unexpectedly. This was written down; there is no text of yours in it.")
            if found
            else tr("Nothing went wrong that had to be written down.")
        )

    def _show(self, on: bool) -> None:
        parts = []
        for file in reports(self._folder) if on else ():
            with suppress(OSError):
                parts.append(file.read_text(encoding="utf-8", errors="replace")[-_SHOWN:])
        self.text.setPlainText("\n".join(parts))
        self.text.setVisible(on)

    def _delete(self) -> None:
        for file in reports(self._folder):
            with suppress(OSError):
                file.write_bytes(b"")  # the file itself stays open for the next crash
        self.refresh()
        announce(self.said, self.said.text())
        self.said.setFocus()
