"""Asks where the journal is, for who already has one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.errors import JournalError, NoJournal
from journal.paths import COPY_SUFFIX, is_journal
from journal.text import tr
from ui import jobs, notices, theme
from ui.widgets.field_error import FieldError
from ui.widgets.lock_card import LockCard
from ui.widgets.words import button, words

_WIDTH, _RAISED = 480, 20


class ExistingPage(LockCard):
    """``chosen(folder)`` when there is a journal in that folder. A copy is first laid down as a folder of its own."""

    chosen = Signal(Path)
    archive_chosen = Signal(Path, Path)
    """An open archive, and the folder that its journal is to be made in."""
    back_requested = Signal()

    def __init__(self, usual: Path, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, _RAISED, parent)
        self.setObjectName("existing")
        self._usual = usual
        self.body.addWidget(words(tr("Where is your journal?"), "question"))
        self.body.addSpacing(theme.px(3))
        text = tr(
            "A journal is a folder. A copy is one file that ends in {ending}, an open archive one that ends in .zip.",
            ending=COPY_SUFFIX,
        )
        self.body.addWidget(words(text, "ui", "text2"))
        self.body.addSpacing(theme.px(24))
        copy = button(tr("Open a copy or an archive…"), "primary", name="existing.copy")
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
        """Take this folder, if there is a journal in it."""
        if is_journal(folder):
            self.chosen.emit(folder)
        else:
            self._failed(NoJournal(folder))

    def use_copy(self, file: Path) -> None:
        """Lay this copy down where no journal is yet; an open archive asks for a passphrase first."""
        folder = free_folder(self._usual)
        if file.suffix.lower() == ".zip":
            self.archive_chosen.emit(file, folder)
            return
        jobs.run(self, lambda: _lay_down(file, folder), lambda _none: self.chosen.emit(folder), self._failed)

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
