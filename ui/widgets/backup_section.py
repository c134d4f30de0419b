"""Backups in settings: what there is, one now, the folder, one back, a second place, and the policy in plain words."""

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from journal.domain.backup_policy import DAYS, MONTHS, RECENT, WEEKS, Reason
from journal.errors import DamagedJournal, JournalError
from journal.paths import backups as place_of
from journal.storage import backups
from journal.storage.backup_files import Backup
from journal.text import tr, trn
from ui import backup_making, backup_words, jobs, theme
from ui.widgets.backup_row import BackupRow
from ui.widgets.backup_second import SecondPlace
from ui.widgets.speak import announce
from ui.widgets.words import button, clear, words

_FEW = 4


class BackupSection(QWidget):
    """``place_chosen(str)`` for settings, ``restore_requested(Path)``, ``damage_found(JournalError)``."""

    place_chosen = Signal(str)
    restore_requested = Signal(Path)
    damage_found = Signal(object)

    def __init__(self, store: Any, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self._store, self._place, self._all = store, place, False
        self._damage: JournalError | None = None
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.state = words("", "ui", "text2", name="backups.state")
        column.addWidget(self.state)
        column.addLayout(self._buttons())
        self.look = button(tr("See what you can do"), name="backups.damage")
        self.look.clicked.connect(lambda: self.damage_found.emit(self._damage))
        self.look.hide()
        column.addWidget(self.look)
        self._list = QWidget()
        QVBoxLayout(self._list).setContentsMargins(0, 0, 0, 0)
        self._list.layout().setSpacing(0)  # type: ignore[union-attr]
        column.addWidget(self._list)
        self.sure = self._question()
        column.addWidget(self.sure)
        self.second = SecondPlace(store.journal.folder, place)
        self.second.chosen.connect(self._use_place)
        column.addWidget(self.second)
        column.addWidget(words(_policy(), "caption", "text3", name="backups.policy"))
        self.refresh()

    def refresh(self) -> None:
        """Look what is there now."""
        now = self._store.now()
        found = backups.of_folder(self._store.journal.folder)[::-1]
        if found:
            total = backup_words.size(sum(backup.bytes for backup in found))
            last = backup_words.when(found[0].made_at, now)
            many = trn("{n} backup", "{n} backups", len(found))
            self.state.setText(tr("Last: {moment}. {many}, together {size}.", moment=last, many=many, size=total))
        else:
            self.state.setText(tr("There is no backup yet. The first is made when you close your journal."))
        self._fill(found, now)
        self.second.show_state(now)

    def make(self) -> None:
        """Make one now; writing goes on meanwhile."""
        self.now.setEnabled(False)
        self.state.setText(tr("Making a backup…"))
        journal, place = self._store.journal, self._place
        before = {backup.path for backup in backups.of_folder(journal.folder)}
        jobs.run(
            self,
            lambda: backup_making.make(journal, Reason.ASKED, place),
            lambda backup: self._made(backup, new=backup.path not in before),
            self._failed,
        )

    def _buttons(self) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        self.now = button(tr("Make a backup now"), icon="shield-check", name="backups.now")
        self.now.clicked.connect(self.make)
        show = button(tr("Open the folder of backups"), icon="folder-open", name="backups.folder")
        show.clicked.connect(self._show_folder)
        for made in (self.now, show):
            row.addWidget(made)
        row.addStretch()
        return row

    def _question(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "panel")
        frame.hide()
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(10))
        self._asked = words("", "ui", name="backups.question")
        column.addWidget(self._asked)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
        self.yes = button(tr("Put this backup back"), "primary", name="backups.yes")
        self.no = button(tr("Never mind"), "text", name="backups.no")
        for made in (self.yes, self.no):
            row.addWidget(made)
        row.addStretch()
        column.addLayout(row)
        self.no.clicked.connect(self._leave)
        self.yes.clicked.connect(lambda: self.restore_requested.emit(self._wanted.path))
        return frame

    def _fill(self, found: list[Backup], now: dt.datetime) -> None:
        shown = (*(backup.path for backup in found), self._all, now.astimezone().date())
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._list)
        column = self._list.layout()
        assert column is not None
        for backup in found if self._all else found[:_FEW]:
            row = BackupRow(backup, now)
            row.wanted.connect(self._ask)
            column.addWidget(row)
        if len(found) > _FEW and not self._all:
            more = button(trn("Show {n} backup", "Show all {n} backups", len(found)), "text", name="backups.all")
            more.clicked.connect(self._show_all)
            column.addWidget(more)
            column.setAlignment(more, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        rows = self._list.findChildren(BackupRow)
        rows[_FEW].back.setFocus()

    def _ask(self, backup: Backup) -> None:
        self._wanted = backup
        moment = backup_words.when(backup.made_at, self._store.now())
        told = tr(
            "The backup of {moment} becomes a journal in a new folder. The journal of now stays in {folder}."
            " You open the backup with the passphrase of that time.",
            moment=moment,
            folder=str(self._store.journal.folder).replace("/", "/\u200b").replace("\\", "\\\u200b"),
        )
        self._asked.setText(told)
        self.sure.show()
        self.yes.setFocus()
        announce(self.sure, told)

    def _leave(self) -> None:
        self.sure.hide()
        self.now.setFocus()

    def _made(self, _backup: Backup, *, new: bool) -> None:
        self.now.setEnabled(True)
        self.refresh()
        said = (
            tr("The backup is there, and good.") if new else tr("Nothing has changed since the last one; it is good.")
        )
        self.state.setText(f"{said} {self.state.text()}")
        announce(self.state, said)

    def _failed(self, error: Exception) -> None:
        self.now.setEnabled(True)
        if not isinstance(error, JournalError):
            raise error
        self.refresh()
        self.state.setText(backup_making.sentence(error))
        announce(self.state, self.state.text())
        if isinstance(error, DamagedJournal):
            self._damage = error
            self.look.show()

    def _use_place(self, place: str) -> None:
        self._place = place
        self.place_chosen.emit(place)
        self.second.show_state(self._store.now())
        if place:
            self.make()

    def _show_folder(self) -> None:
        place = place_of(self._store.journal.folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place if place.exists() else place.parent)))


def _policy() -> str:
    kept = tr(
        "Reisgezel makes a backup when your journal closes, every half hour when you have written, and before anything"
        " large. Each is sealed as your journal is, and was opened and looked through before it counts. Kept are the"
        " last {recent}, and then one of each of {days} days, {weeks} weeks and {months} months.",
        recent=RECENT,
        days=DAYS,
        weeks=WEEKS,
        months=MONTHS,
    )
    wiped = tr(
        "What you wipe for good would stay in older backups. So after wiping Reisgezel makes a fresh backup and removes"
        " the older ones here. Those in a second place you remove yourself."
    )
    opens = tr("A backup opens with the passphrase of when it was made.")
    return f"{kept}\n{wiped}\n{opens}"
