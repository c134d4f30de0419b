"""First start, page 3: the passphrase, and the recovery code for when it is forgotten."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.passphrase import ENOUGH_WORDS, Level, strength
from journal.errors import FileTrouble, JournalError, JournalExists
from journal.text import tr, trn
from ui import theme
from ui.widgets.code_to_keep import CodeToKeep
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.prose import Prose
from ui.widgets.start_footer import Footing
from ui.widgets.start_step import StartStep
from ui.widgets.words import button, rule


class PassphraseStep(StartStep):
    """``passphrase()`` once ``can_leave()``; ``folder_chosen(Path)`` when the first place would not do."""

    folder_chosen = Signal(object)

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.passphrase")
        self._made = False
        self.add_heading(
            tr("Choose a passphrase"),
            tr(
                "A sentence of four or more words is strong and yet easy to remember. Take something that you see, "
                "not something that everybody knows of you."
            ),
            wide=640,
        )
        self.column.addSpacing(theme.px(23))
        self._add_fields()
        self.column.addSpacing(theme.px(28))
        self.column.addWidget(rule())
        self.column.addSpacing(theme.px(24))
        self._add_code(code)
        self._add_trouble()
        self.column.addStretch(1)
        self._look()

    def footing(self) -> Footing:
        """Why one cannot go on yet stands beside the button."""
        return Footing(tr("Next"), back=tr("Your programme"), waits=self._missing())

    def arrive(self) -> None:
        """Begin at the passphrase."""
        if not self._made:
            self._first.edit.setFocus()

    def can_leave(self) -> bool:
        """Whether the journal can be made."""
        return not self._missing()

    def passphrase(self) -> str:
        """What was typed twice."""
        return self._first.text()

    def set_busy(self, *, busy: bool) -> None:
        """While the journal is being made nothing here can change."""
        for part in (self._first, self._again, self._kept):
            part.setEnabled(not busy and not self._made)

    def keep(self) -> None:
        """The journal is made: its passphrase is chosen. The code stays readable until the first start ends."""
        self._made = True
        self.say_trouble(None)
        self.set_busy(busy=False)
        self._first.say(tr("Your journal is made, and locked with this passphrase."))
        self._again.say("")
        self.changed.emit()

    def say_trouble(self, error: JournalError | None) -> None:
        """Why the journal could not be made, and what can be done now. Nothing that was typed is lost."""
        self._trouble.setVisible(error is not None)
        if error is None:
            return
        where = str(error.path) if isinstance(error, FileTrouble) else ""
        if isinstance(error, JournalExists):
            text = tr(
                "There is something already in this folder, so your journal cannot be made there. It was not touched."
            )
        else:
            text = tr(
                "Your journal cannot be made here. Is there room on the disk, and may you write in this folder? "
                "What you filled in still stands here."
            )
        self._trouble_words.setText(f"{text}\n{where}" if where else text)
        self._trouble.setAccessibleName(text)
        self._other_folder.setFocus()
        QTimer.singleShot(0, self._trouble, lambda: self.ensureWidgetVisible(self._trouble))

    def _add_fields(self) -> None:
        self._first = PassphraseField(tr("Passphrase"), name="start.passphrase.first")
        self._again = PassphraseField(tr("Once more"), name="start.passphrase.again")
        row = QHBoxLayout()
        row.setSpacing(16)
        if theme.is_large():
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        for field in (self._first, self._again):
            field.changed.connect(self._look)
            row.addWidget(field, 1)
        self._first.entered.connect(self._again.edit.setFocus)
        self._again.entered.connect(self.next_requested)
        self.column.addLayout(row)

    def _add_code(self, code: str) -> None:
        self.column.addWidget(Prose(tr("Your recovery code"), "card_title"))
        self.column.addSpacing(theme.px(3))
        lead = Prose(
            tr(
                "If you forget your passphrase, this code lets you in again. You see it only now. Keep it on paper or "
                "in a password safe, not on this device."
            ),
            "ui",
            "text2",
        )
        lead.setMaximumWidth(theme.px(640))
        self.column.addWidget(lead)
        self.column.addSpacing(theme.px(17))
        self._code = CodeToKeep(code, "start.code")
        self._code.changed.connect(self.changed)
        self._kept = self._code.kept
        self.column.addWidget(self._code)

    def _add_trouble(self) -> None:
        self._trouble = QFrame()
        self._trouble.setObjectName("start.trouble")
        self._trouble.setProperty("kind", "err")
        inside = QVBoxLayout(self._trouble)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        self._trouble_words = Prose("", "ui", "err", name="start.trouble.words")
        self._other_folder = button(tr("Choose another folder…"), icon="folder-open", name="start.trouble.folder")
        self._other_folder.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self._other_folder)
        row.addStretch(1)
        inside.addWidget(self._trouble_words)
        inside.addLayout(row)
        self._trouble.hide()
        self.column.addSpacing(theme.px(12))
        self.column.addWidget(self._trouble)

    def _look(self) -> None:
        found = strength(self._first.text())
        if found.is_enough:
            by_words = found.words >= ENOUGH_WORDS
            self._first.say(_number(found.words), strong=tr("Strong enough:")) if by_words else self._first.say(
                "", strong=tr("Strong enough")
            )
        else:
            self._first.say({Level.SHORT: tr("Still short"), Level.ALMOST: tr("Almost")}.get(found.level, ""))
        again = self._again.text()
        same = again == self._first.text()
        self._again.say("" if not again else tr("The same") if same else tr("Not the same yet"))
        self.changed.emit()

    def _missing(self) -> str:
        if self._made:
            return ""
        if not strength(self._first.text()).is_enough:
            return tr("Choose a passphrase of four or more words first")
        if self._again.text() != self._first.text():
            return tr("Type your passphrase once more first")
        if not self._kept.isChecked():
            return tr("First tick that you have kept the code")
        return ""

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose another folder"), str(Path.home()))
        if chosen:
            self.folder_chosen.emit(_place_in(Path(chosen)))


def _place_in(folder: Path) -> Path:
    """The folder itself when it is empty, else a new one in it: a journal shares its folder with nothing."""
    with suppress(OSError):
        if not any(folder.iterdir()):
            return folder
    return folder / "Reisgezel"


def _number(words: int) -> str:
    names = (
        *(tr("one word"), tr("two words"), tr("three words"), tr("four words"), tr("five words"), tr("six words")),
        *(tr("seven words"), tr("eight words"), tr("nine words"), tr("ten words")),
    )
    if 1 <= words <= len(names):
        return names[words - 1]
    return trn("{n} word", "{n} words", words)
