"""Asks where the journal is, for who already has one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.errors import JournalError, NoJournal
from journal.paths import COPY_SUFFIX, backups, is_journal
from journal.text import tr
from ui import backup_words, jobs, notices, theme
from ui.clock import Clock, utc_now
from ui.widgets.field_error import FieldError
from ui.widgets.lock_card import LockCard
from ui.widgets.words import button, words

_WIDTH, _RAISED = 480, 20


class ExistingPage(LockCard):
    """``chosen(folder, said)`` when there is a journal in that folder; ``said`` is what the lock tells of it.

    A copy or backup is first laid down as a folder of its own.
    """

    chosen = Signal(Path, str)
    archive_chosen = Signal(Path, Path)
    """An open archive, and the folder that its journal is to be made in."""
    back_requested = Signal()

    def __init__(self, usual: Path, now: Clock = utc_now, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, _RAISED, parent)
        self.setObjectName("existing")
        self._usual, self._now = usual, now
        self.body.addWidget(words(tr("Where is your journal?"), "question"))
        self.body.addSpacing(theme.px(3))
        text = tr(
            "Is it on a USB stick? Then it is a backup or a copy: one file that ends in {ending}. An open archive ends "
            "in .zip. You may also choose the folder with your journal or your backups in it.",
            ending=COPY_SUFFIX,
        )
        self.body.addWidget(words(text, "ui", "text2"))
        self.body.addSpacing(theme.px(24))
        copy = button(tr("Open a backup, copy or archive…"), "primary", name="existing.copy")
        folder = button(tr("Choose the folder…"), name="existing.folder")
        back = button(tr("Back"), "text", name="existing.back")
        for made in (copy, folder):
            made.setProperty("tall", True)
            self.body.addWidget(made)
            self.body.addSpacing(theme.px(10))
        self.error = FieldError("existing.error")
        self.body.addWidget(self.error)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        copy.clicked.connect(self._ask_copy)
        folder.clicked.connect(self._ask_folder)
        back.clicked.connect(self.back_requested)
        self.setFocusProxy(copy)
        self.foot_frame.hide()

    def use_folder(self, folder: Path) -> None:
        """Take this folder, if there is a journal in it; or the newest backup, if that is what is in it."""
        if is_journal(folder):
            self.chosen.emit(folder, "")
            return
        found = _backups_in(folder)
        if found:
            self.use_copy(max(found, key=lambda backup: (backup.made_at, backup.number)).path)
        else:
            self._failed(NoJournal(folder))

    def use_copy(self, file: Path) -> None:
        """Lay this copy down where no journal is yet; an open archive asks for a passphrase first."""
        folder = free_folder(self._usual)
        if file.suffix.lower() == ".zip":
            self.archive_chosen.emit(file, folder)
            return
        said = self._said_of(file)
        jobs.run(self, lambda: _lay_down(file, folder), lambda _none: self.chosen.emit(folder, said), self._failed)

    def _said_of(self, file: Path) -> str:
        """What the lock tells: which copy this is, and which passphrase fits."""
        from journal.storage.backup_files import read_name  # heavy, and seldom needed

        try:
            backup = read_name(file)
        except OSError:
            backup = None
        if backup is None:
            return tr("This is your copy. It opens with the passphrase that you had when you made it.")
        when = backup_words.when(backup.made_at, self._now())
        return tr(
            "This is the backup of {moment}. It opens with the passphrase or the recovery code of then.", moment=when
        )

    def _ask_folder(self) -> None:
        given = QFileDialog.getExistingDirectory(self, tr("Choose the folder of your journal"), str(Path.home()))
        if given:
            self.use_folder(Path(given))

    def _ask_copy(self) -> None:
        kinds = tr("Copies and archives of a journal") + f" (*{COPY_SUFFIX} *.zip)"
        given, _kind = QFileDialog.getOpenFileName(self, tr("Open a copy of a journal"), str(Path.home()), kinds)
        if given:
            self.use_copy(Path(given))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        if isinstance(error, NoJournal):
            self.error.show_error(tr("There is no journal in that folder."))
        else:
            self.error.show_error(notices.sentence(error))


def _backups_in(folder: Path) -> list[Any]:
    from journal.storage.backup_files import listed  # as above

    return [*listed(folder), *listed(backups(folder / "journal"))]


def free_folder(usual: Path) -> Path:
    """The usual place, or one beside it when something is there already."""
    number, folder = 1, usual
    while folder.exists():
        number += 1
        folder = usual.with_name(f"{usual.name}-{number}")
    return folder


def _lay_down(file: Path, folder: Path) -> None:
    from journal.storage.copies import open_copy

    open_copy(file, folder)
