"""A page for a journal that does not open: what happened, that nothing was touched, and what one can do."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.errors import AlreadyOpen, DamagedKeyFile, JournalError, NoJournal
from journal.storage.backups import of_folder
from journal.text import tr
from ui import notices, theme
from ui.crash import technical
from ui.widgets.lock_card import LockCard
from ui.widgets.speak import alert, announce
from ui.widgets.words import button, words

_WIDTH, _RAISED = 680, 40


class TroublePage(LockCard):
    """Reads and writes nothing itself: every button is a wish, except looking at the folder and copying the facts."""

    other_requested = Signal()
    close_requested = Signal()
    recovery_requested = Signal()
    forward_requested = Signal()
    again_requested = Signal()
    new_requested = Signal()
    restore_requested = Signal()

    def __init__(self, error: JournalError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, _RAISED, parent)
        self.setObjectName("trouble")
        self.error, self.folder = error, folder
        self.body.addWidget(words(notices.title(error), "question", name="trouble.title"))
        self.body.addSpacing(theme.px(3))
        self.said = words(notices.sentence(error), "ui", "text2", name="trouble.words")
        self.body.addWidget(self.said)
        self.body.addSpacing(theme.px(24))
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        choices = self._choices()
        for text, kind, name, wish in choices:
            made = button(text, kind, name=f"trouble.{name}")
            made.setProperty("tall", True)
            made.clicked.connect(wish)
            row.addWidget(made)
            if name == choices[0][2]:
                self.setFocusProxy(made)
        row.addStretch()
        self.body.addLayout(row)
        self._add_foot()

    def tell(self) -> None:
        """Say it to a screen reader; the words are not where the focus is."""
        alert(self.said, f"{notices.title(self.error)}. {notices.sentence(self.error)}")

    def _choices(self) -> list[tuple[str, str, str, SignalInstance]]:
        other = (tr("Choose a file…"), "", "other", self.other_requested)
        close = (tr("Close without doing anything"), "text", "close", self.close_requested)
        again = (tr("Try again"), "primary", "again", self.again_requested)
        restore = (tr("Put a backup back"), "", "restore", self.restore_requested)
        match self.error:
            case AlreadyOpen():
                forward = (tr("To that window"), "primary", "forward", self.forward_requested)
                return [forward, (again[0], "", "again", self.again_requested)]
            case DamagedKeyFile():
                first = (tr("Open with your recovery code"), "primary", "recovery", self.recovery_requested)
                return [first, restore, close]
            case NoJournal():
                new = (tr("Begin a new journal"), "text", "new", self.new_requested)
                return [again, other, restore, new] if of_folder(self.folder) else [again, other, new]
        return [again, other, close]

    def _add_foot(self) -> None:
        self.foot.setDirection(
            QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        )
        show = button(tr("Open the folder of your journal"), "text", icon="folder-open", name="trouble.folder")
        show.clicked.connect(self._show_folder)
        copy = button(tr("Copy technical details for a help desk"), "text", icon="copy", name="trouble.copy")
        copy.clicked.connect(self._copy)
        for made in (show, copy):
            self.foot.addWidget(made, 0, Qt.AlignmentFlag.AlignCenter)

    def _show_folder(self) -> None:
        folder = self.folder if self.folder.exists() else self.folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(technical(self.error))
        announce(self, tr("Copied"))
