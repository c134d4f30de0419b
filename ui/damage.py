"""A damaged journal (08c): open a backup, save what can be read, or take another file. Until then nothing changes."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from journal.errors import DamagedJournal, JournalError
from journal.paths import DATABASE
from journal.storage import backups, restoring, salvage
from journal.storage.salvage import Salvaged
from journal.text import tr
from ui import backup_words, jobs, notices, theme
from ui.clock import Clock
from ui.crash import technical
from ui.restore import said_of
from ui.unlock_form import BusyButton
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.field_error import FieldError
from ui.widgets.lock_card import LockCard
from ui.widgets.speak import alert, announce
from ui.widgets.words import button, words

_WIDTH, _RAISED, _GAP = 680, 40, 10


class DamagePage(LockCard):
    """``went_on(Restored, str)`` with the new journal and what to say of it; the damaged files stay as they are."""

    went_on = Signal(object, str)
    read_requested = Signal(object)
    other_requested = Signal()
    close_requested = Signal()

    def __init__(self, error: DamagedJournal, folder: Path, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, _RAISED, parent)
        self.setObjectName("trouble")
        self.trouble, self.folder = error, folder
        self.found: Salvaged | None = None
        self._backup = next(iter(backups.of_folder(folder)[::-1]), None)
        self.body.addWidget(words(notices.title(error), "question", name="trouble.title"))
        self.body.addSpacing(theme.px(3))
        self.said = words(self._sentence(), "ui", "text2", name="trouble.words")
        self.body.addWidget(self.said)
        self.body.addSpacing(theme.px(19))
        self.group = QButtonGroup(self)
        cards = QVBoxLayout()
        cards.setSpacing(theme.px(_GAP))
        self.backup, self.readable, self.other = self._cards(now)
        self._offered = [card for card in (self.backup, self.readable, self.other) if card is not None]
        for card in self._offered:
            self.group.addButton(card.radio)
            card.chosen.connect(self._chosen)
            cards.addWidget(card)
        self.body.addLayout(cards)
        self.error = FieldError("trouble.error")
        self.body.addWidget(self.error)
        self.body.addSpacing(theme.px(24))
        self._add_buttons()
        self._offered[0].radio.setChecked(True)
        self.setFocusProxy(self._offered[0].radio)
        self._add_foot()
        self._look()

    def tell(self) -> None:
        """Say it to a screen reader; the words are not where the focus is."""
        alert(self.said, f"{notices.title(self.trouble)}. {self.said.text()}")

    def _sentence(self) -> str:
        rest = self.folder / f"{DATABASE}-journal"
        # What SQLite leaves beside the file when it was cut short in a save.
        cut_short = rest.exists() and rest.stat().st_size > 0
        first = tr("The file is damaged.")
        if cut_short:
            first = tr("The file is damaged, probably because the laptop went off while saving.")
        key = tr("Your passphrase is right.") if self.trouble.root is not None else ""
        kept = tr("Reisgezel has changed nothing and keeps the damaged file apart.")
        return " ".join(part for part in (first, key, kept) if part)

    def _cards(self, now: Clock) -> tuple[ChoiceCard | None, ChoiceCard | None, ChoiceCard]:
        backup = readable = None
        if self._backup is not None:
            backup = ChoiceCard(
                tr("Open the backup of {moment}", moment=backup_words.when(self._backup.made_at, now())),
                tr("Everything up to that moment is complete. What came after it, we try to save."),
                name="trouble.backup",
                tag=tr("usually the best"),
                snug=True,
            )
        if self.trouble.root is not None:
            readable = ChoiceCard(
                tr("Save what can be read"), tr("Looking what is whole…"), name="trouble.readable", snug=True
            )
        other = ChoiceCard(
            tr("Choose another file yourself"),
            tr("For example a copy on a USB stick or network drive."),
            name="trouble.other",
            snug=True,
        )
        return backup, readable, other

    def _add_buttons(self) -> None:
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        self.go = BusyButton("trouble.go", tr("Choose a file…"), tr("One moment…"))
        close = button(tr("Close without doing anything"), "text", name="trouble.close")
        close.setProperty("tall", True)
        for made in (self.go, close):
            row.addWidget(made)
        row.addStretch()
        self.body.addLayout(row)
        self.go.clicked.connect(self._go)
        close.clicked.connect(self.close_requested)

    def _chosen(self) -> None:
        self.error.clear()
        if self.backup is not None and self.backup.radio.isChecked():
            self.go.set_text(tr("Open the backup"))
        elif self.readable is not None and self.readable.radio.isChecked():
            self.go.set_text(tr("See what can be read"))
        else:
            self.go.set_text(tr("Choose a file…"))

    def _look(self) -> None:
        root = self.trouble.root
        if root is not None:
            jobs.run(self, lambda: salvage.read(self.folder, root), self._looked, self._unreadable)

    def _looked(self, found: Salvaged) -> None:
        self.found = found
        if self.readable is not None:
            whole = tr("{whole} of {all} parts are whole.", whole=found.whole, all=len(found.parts))
            self.readable.explain(whole + " " + tr("You first see what is missing."))

    def _unreadable(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        if self.readable is not None:
            self.readable.explain(tr("Nothing in this file can be read any more."))
            self.readable.setEnabled(False)
            if self.readable.radio.isChecked():
                self.other.radio.setChecked(True)

    def _go(self) -> None:
        if self.backup is not None and self.backup.radio.isChecked():
            self._open_backup()
        elif self.readable is not None and self.readable.radio.isChecked():
            if self.found is not None:
                self.read_requested.emit(self.found)
        else:
            self.other_requested.emit()

    def _open_backup(self) -> None:
        backup, found, old = self._backup, self.found, self.folder
        assert backup is not None
        self.go.setEnabled(False)
        self.go.set_busy(True)

        def work() -> restoring.Restored:
            if found is None:
                return restoring.put_back(backup.path, old)
            return restoring.put_back_and_add(backup.path, found)

        jobs.run(self, work, lambda restored: self.went_on.emit(restored, said_of(restored, old)), self._failed)

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self.go.set_busy(False)
        if not isinstance(error, JournalError):
            raise error
        if isinstance(error, DamagedJournal):
            self.error.show_error(tr("This backup is damaged. Nothing was changed; take another one."))
        else:
            self.error.show_error(notices.sentence(error))

    def _add_foot(self) -> None:
        self.foot.setDirection(
            QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        )
        show = button(tr("Open the folder of your journal"), "text", icon="folder-open", name="trouble.folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))))
        copy = button(tr("Copy technical details for a help desk"), "text", icon="copy", name="trouble.copy")
        copy.clicked.connect(self._copy)
        for made in (show, copy):
            self.foot.addWidget(made, 0, Qt.AlignmentFlag.AlignCenter)

    def _copy(self) -> None:
        lines = [technical(self.trouble)]
        if self.found is not None:
            lines.append(f"pages {self.found.pages}, bad {self.found.bad_pages}, sealed {self.found.sealed}")
            lines.append(f"schema {self.found.version}, parts {len(self.found.parts)}, whole {self.found.whole}")
        QGuiApplication.clipboard().setText("\n".join(lines))
        announce(self, tr("Copied"))
