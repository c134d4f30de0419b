"""Whether the journal is in a good place: a synced folder is told, with a way out of it; copies beside it are named."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal import conflict_copies
from journal.paths import default_journal
from journal.storage.restoring import free_folder
from journal.synced_folders import kind_of
from journal.text import tr
from ui import theme
from ui.surrounding_words import copies_sentence, names, synced_sentence
from ui.widgets.words import button, words


class JournalPlace(QWidget):
    """``move_requested(Path)``: the new folder, where nothing is yet. Shows nothing when all is well but the move."""

    move_requested = Signal(Path)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.synced = kind_of(folder)
        if self.synced is not None:
            told = tr("A journal in use stands better on this computer itself; let its copies and backups be synced.")
            sentence = f"{synced_sentence(self.synced)} {told}"
            column.addWidget(words(sentence, "ui", "warn", name="settings.synced"))
        copies = conflict_copies.beside(folder)
        if copies:
            kept = tr("Is one of them yours? Put it as journal.db, with journal.key, in its own folder and open that.")
            sentence = f"{copies_sentence(len(copies))} {names(copies)}. {kept}"
            column.addWidget(words(sentence, "ui", "warn", name="settings.conflicts"))
        self.move_it = button(tr("Move…"), icon="folder-open", name="settings.move")
        self.move_it.clicked.connect(self._ask)
        column.addWidget(self.move_it, 0, Qt.AlignmentFlag.AlignLeft)
        hint = tr("Moving copies your journal, compares the copy, and goes on there. The old one stays where it is.")
        column.addWidget(words(hint, "caption", "text3"))

    def use(self, parent: Path) -> None:
        """Go on in a folder inside this one."""
        wanted = parent / self._folder.name
        self.move_requested.emit(free_folder(wanted))

    def _ask(self) -> None:
        usual = default_journal().parent if self.synced else self._folder.parent
        usual.mkdir(parents=True, exist_ok=True)
        given = QFileDialog.getExistingDirectory(self, tr("Where should your journal be?"), str(usual))
        if given:
            self.use(Path(given))
