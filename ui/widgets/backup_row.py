"""One backup in the list of settings: when, why, how large, that it was looked through, and a way back to it."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.storage.backup_files import Backup
from journal.text import tr
from ui import backup_words, theme
from ui.icons import pixmap
from ui.widgets.words import button, words

_LEAST = 62


class BackupRow(QFrame):
    """``wanted(Backup)`` when its writer asks for it back."""

    wanted = Signal(object)

    def __init__(self, backup: Backup, now: dt.datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backup = backup
        self.setObjectName(f"backups.row.{backup.number}")
        if not theme.is_large():
            self.setMinimumHeight(theme.px(_LEAST))
        row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight, self
        )
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(12))
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        moment = backup_words.when(backup.made_at, now)
        column.addWidget(words(moment, "ui_bold"))
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        sign = QLabel()
        sign.setPixmap(pixmap("check", "text3", 16))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        about = tr(
            "checked, {size}, {reason}", size=backup_words.size(backup.bytes), reason=backup_words.reason(backup.reason)
        )
        line.addWidget(words(about, "caption", "text3"), 1)
        column.addLayout(line)
        row.addLayout(column, 1)
        self.back = button(tr("Put back…"), "text", name=f"backups.back.{backup.number}")
        self.back.setAccessibleName(tr("Put back the backup of {moment}", moment=moment))
        self.back.clicked.connect(lambda: self.wanted.emit(self.backup))
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
