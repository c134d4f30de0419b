"""A journal out of an open archive: a passphrase and a recovery code of its own, and then it opens."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.errors import GuidanceError, JournalError
from journal.text import tr
from ui import jobs, notices, theme
from ui.pages.start.passphrase import PassphraseStep
from ui.widgets.field_error import FieldError
from ui.widgets.words import button, rule, words


class ArchivePage(QWidget):
    """``chosen(folder)`` when the journal is made; ``back_requested`` makes nothing."""

    chosen = Signal(Path)
    back_requested = Signal()

    def __init__(self, file: Path, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("archive")
        from journal.storage import keys  # not before the first picture

        self._file, self._folder, self._root = file, folder, keys.new_root()
        self._busy = False
        self.step = PassphraseStep(keys.recovery_code(self._root))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.step, 1)
        column.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(32), theme.px(16), theme.px(32), theme.px(16))
        foot.setSpacing(theme.px(12))
        back = button(tr("Back"), "text", name="archive.back")
        self.hint = words("", "ui", "text2", name="archive.hint")
        self.error = FieldError("archive.error")
        self.make = button(tr("Make a journal of it"), "primary", name="archive.make")
        foot.addWidget(back)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.error, 1)
        foot.addWidget(self.make)
        column.addLayout(foot)
        back.clicked.connect(self.back_requested)
        self.make.clicked.connect(self.read_in)
        self.step.next_requested.connect(self.read_in)
        self.step.changed.connect(self._look)
        self.setFocusProxy(self.step)
        self._look()
        self.step.arrive()

    def read_in(self) -> None:
        """Lay the archive down as a journal."""
        if self._busy or not self.step.can_leave():
            return
        self._busy = True
        self.step.set_busy(busy=True)
        self._look()
        file, folder, root, passphrase = self._file, self._folder, self._root, self.step.passphrase()

        def work() -> None:
            from journal import open_archive  # heavy, and seldom needed

            open_archive.read_in(file, folder, passphrase, root)

        jobs.run(self, work, lambda _none: self.chosen.emit(folder), self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.step.set_busy(busy=False)
        self._look()
        if not isinstance(error, JournalError):
            raise error
        if isinstance(error, GuidanceError):
            self.error.show_error(tr("This archive has a programme that this Reisgezel does not know. Update first."))
        else:
            self.error.show_error(notices.sentence(error))

    def _look(self) -> None:
        waits = self.step.footing().waits
        self.hint.setText(tr("One moment…") if self._busy else waits)
        self.make.setEnabled(not waits and not self._busy)
