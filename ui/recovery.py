"""For who does not know the passphrase: the recovery code, and then a new passphrase."""

from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.text import tr
from ui import jobs, notices, theme
from ui.passphrases import passphrase_problem
from ui.unlock_form import BusyButton
from ui.widgets.field_error import FieldError
from ui.widgets.passphrase_edit import PassphraseEdit
from ui.widgets.words import button, restyle, words


class _Journal(Protocol):
    def set_passphrase(self, new: str) -> None:
        """Let another passphrase open it from now on."""


class RecoveryForm(QWidget):
    """``submitted(code)``; dashes, spaces and small letters are all fine."""

    submitted = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        column = _column(self)
        column.addWidget(words(tr("Open with your recovery code"), "question"))
        column.addSpacing(theme.px(3))
        text = tr("You noted the code when you began: forty signs in eight groups. Dashes and capitals do not matter.")
        column.addWidget(words(text, "ui", "text2"))
        column.addSpacing(theme.px(24))
        self.field = QLineEdit()
        self.field.setObjectName("lock.code")
        self.field.setProperty("tall", True)
        self.field.setFont(theme.font("input"))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        _labelled(column, tr("Recovery code"), self.field)
        self.error = FieldError("lock.code_error")
        column.addWidget(self.error)
        column.addSpacing(theme.px(20))
        self.open = BusyButton("lock.open_with_code", tr("Open"), tr("One moment, your journal is opening…"))
        column.addWidget(self.open)
        column.addSpacing(theme.px(7))
        back = button(tr("Back to the passphrase"), "text", name="lock.back")
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        back.clicked.connect(self.back_requested)
        self.open.clicked.connect(self._submit)
        self.field.returnPressed.connect(self._submit)

    def set_busy(self, busy: bool) -> None:
        """While the journal is opened."""
        self._busy = busy
        self.field.setReadOnly(busy)
        self.open.set_busy(busy)

    def show_miss(self, *, mistyped: bool) -> None:
        """It does not fit."""
        if mistyped:
            self._show(tr("This code is not quite right."), tr("Look at it once more, sign by sign. Nothing is lost."))
        else:
            self._show(tr("This code belongs to another journal."), tr("Nothing is lost."))

    def _show(self, first: str, rest: str) -> None:
        self.field.setProperty("state", "error")
        restyle(self.field)
        self.error.show_error(first, rest)
        self.field.setAccessibleDescription(self.error.words)
        self.field.setFocus()
        self.field.selectAll()

    def _submit(self) -> None:
        if self._busy:
            return
        if not self.field.text().strip():
            self._show(tr("Enter your recovery code first."), "")
            return
        self.field.setProperty("state", "")
        restyle(self.field)
        self.error.clear()
        self.submitted.emit(self.field.text())


class NewPassphraseForm(QWidget):
    """Asks for a passphrase twice and sets it; ``done`` when it is set, or not wanted now."""

    done = Signal()

    def __init__(self, journal: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = cast("_Journal", journal)
        column = _column(self)
        column.addWidget(words(tr("Choose a new passphrase"), "question"))
        column.addSpacing(theme.px(3))
        text = tr("A sentence of four words or more is strong and still easy to remember. Your recovery code stays.")
        column.addWidget(words(text, "ui", "text2"))
        column.addSpacing(theme.px(24))
        self.first = PassphraseEdit("lock.new", tr("New passphrase"))
        self.again = PassphraseEdit("lock.new_again", tr("Once more"))
        _labelled(column, tr("New passphrase"), self.first)
        column.addSpacing(theme.px(16))
        _labelled(column, tr("Once more"), self.again)
        self.error = FieldError("lock.new_error")
        column.addWidget(self.error)
        column.addSpacing(theme.px(20))
        self.keep = BusyButton("lock.keep_new", tr("Keep this passphrase"), tr("One moment…"))
        column.addWidget(self.keep)
        column.addSpacing(theme.px(7))
        later = button(tr("Not now"), "text", name="lock.not_now")
        column.addWidget(later, 0, Qt.AlignmentFlag.AlignHCenter)
        later.clicked.connect(self.done)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._submit)
        self.keep.clicked.connect(self._submit)

    def _submit(self) -> None:
        self.error.clear()
        problem = passphrase_problem(self.first.text(), self.again.text())
        if problem:
            self.error.show_error(problem)
            (self.again if self.first.text() else self.first).setFocus()
            return
        self.keep.set_busy(True)
        new = self.first.text()
        jobs.run(self, lambda: self._journal.set_passphrase(new), lambda _none: self.done.emit(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.keep.set_busy(False)
        if not isinstance(error, JournalError):
            raise error
        self.error.show_error(notices.sentence(error))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _labelled(column: QVBoxLayout, text: str, field: QLineEdit) -> None:
    label = words(text, "ui_bold")
    label.setBuddy(field)
    field.setAccessibleName(text)
    column.addWidget(label)
    column.addSpacing(theme.px(7))
    column.addWidget(field)
