"""Puts a backup back, while no journal is open: choose one, and it becomes a journal in a new folder."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFileDialog, QVBoxLayout, QWidget

from journal.errors import DamagedJournal, JournalError
from journal.paths import COPY_SUFFIX
from journal.storage import backups, restoring
from journal.storage.backup_files import Backup
from journal.storage.restoring import Restored
from journal.text import tr, trn
from ui import backup_words, jobs, notices, theme
from ui.clock import Clock
from ui.doorway import wrapped
from ui.unlock_form import BusyButton
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.field_error import FieldError
from ui.widgets.lock_card import LockCard
from ui.widgets.words import button, words

_WIDTH, _RAISED, _GAP = 680, 40, 10
_FEW = 3


class RestorePage(LockCard):
    """``restored(Restored)`` when the new journal is there; the old one stays. ``back_requested`` to leave it."""

    restored = Signal(object)
    back_requested = Signal()

    def __init__(self, folder: Path, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, _RAISED, parent)
        self.setObjectName("restore")
        self.folder, self._now = folder, now
        self._found: list[Backup] = backups.of_folder(folder)[::-1]
        self.body.addWidget(words(tr("Put a backup back"), "question", name="restore.title"))
        self.body.addSpacing(theme.px(3))
        told = tr(
            "It becomes a journal in a new folder. The journal of now stays where it is. "
            "A backup opens with the passphrase of when it was made."
        )
        self.body.addWidget(words(told, "ui", "text2", name="restore.words"))
        self.body.addSpacing(theme.px(20))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(_GAP))
        self.body.addLayout(self._cards)
        self.group = QButtonGroup(self)
        self._paths: dict[ChoiceCard, Path | None] = {}
        self._fill(self._found[:_FEW])
        self.error = FieldError("restore.error")
        self.body.addWidget(self.error)
        self.body.addSpacing(theme.px(20))
        self._add_buttons()
        self.foot_frame.hide()

    def put_back(self, file: Path) -> None:
        """Do it with this backup, in a job."""
        self.error.clear()
        self.go.setEnabled(False)
        self.go.set_busy(True)
        jobs.run(self, lambda: restoring.put_back(file, self.folder), self.restored.emit, self._failed)

    def _fill(self, some: list[Backup]) -> None:
        for backup in some:
            about = tr(
                "checked, {size}, {reason}",
                size=backup_words.size(backup.bytes),
                reason=backup_words.reason(backup.reason),
            )
            card = ChoiceCard(backup_words.when(backup.made_at, self._now()), about, name=f"restore.{backup.number}")
            self._add(card, backup.path)
        if len(self._found) > len(some):
            text = trn("Show {n} backup", "Show all {n} backups", len(self._found))
            self.more: Any = button(text, "text", name="restore.all")
            self.more.clicked.connect(self._show_all)
            self._cards.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        other = ChoiceCard(
            tr("Choose another file yourself"),
            tr("For example a copy on a USB stick or network drive."),
            name="restore.other",
        )
        self._add(other, None)
        next(iter(self._paths)).radio.setChecked(True)

    def _add(self, card: ChoiceCard, path: Path | None) -> None:
        self._paths[card] = path
        self.group.addButton(card.radio)
        card.chosen.connect(self._chosen)
        self._cards.addWidget(card)

    def _show_all(self) -> None:
        for card in self._paths:
            self.group.removeButton(card.radio)
            card.deleteLater()
        self._paths.clear()
        self.more.deleteLater()
        self._fill(self._found)
        self.setFocus()

    def _add_buttons(self) -> None:
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        self.go = BusyButton("restore.go", self._says(), tr("One moment…"))
        back = button(tr("Back"), "text", name="restore.back")
        back.setProperty("tall", True)
        for made in (self.go, back):
            row.addWidget(made)
        row.addStretch()
        self.body.addLayout(row)
        self.go.clicked.connect(self._go)
        back.clicked.connect(self.back_requested)
        self.setFocusProxy(next(iter(self._paths)).radio)

    def _path(self) -> Path | None:
        return next((path for card, path in self._paths.items() if card.radio.isChecked()), None)

    def _says(self) -> str:
        return tr("Put this backup back") if self._path() else tr("Choose a file…")

    def _chosen(self) -> None:
        if hasattr(self, "go"):
            self.go.set_text(self._says())

    def _go(self) -> None:
        path = self._path()
        if path is None:
            kinds = tr("Copies of a journal") + f" (*{COPY_SUFFIX})"
            given, _kind = QFileDialog.getOpenFileName(self, tr("Open a copy of a journal"), str(Path.home()), kinds)
            path = Path(given) if given else None
        if path is not None:
            self.put_back(path)

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self.go.set_busy(False)
        if not isinstance(error, JournalError):
            raise error
        if isinstance(error, DamagedJournal):
            self.error.show_error(tr("This backup is damaged. Nothing was changed; take another one."))
        else:
            self.error.show_error(notices.sentence(error))


def said_of(restored: Restored, old: Path, *, readable: bool = False) -> str:
    """What the lock says after it: which journal this is now, and where the one before is."""
    first = tr("This is the backup. It opens with the passphrase or the recovery code of then.")
    if readable:
        first = tr("This is what could be read.")
    elif restored.newer:
        first = tr("This is the backup, with what came after it as far as it could be read.")
    elif restored.newer is False:
        first = tr("This is the backup. What came after it could not be added; it is still in the damaged file.")
    return first + " " + tr("The journal of before is still in {folder}.", folder=wrapped(old))
