"""Another passphrase for the journal: asks for the present one first."""

from typing import Any

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal.domain.backup_policy import Reason
from journal.errors import JournalError, WrongPassphrase
from journal.text import tr
from ui import backup_making, jobs, notices, theme
from ui.passphrases import passphrase_problem
from ui.widgets.field_error import FieldError
from ui.widgets.passphrase_edit import PassphraseEdit
from ui.widgets.speak import announce
from ui.widgets.words import button, words

_FIELD = 420


class ChangePassphrase(QWidget):
    """A button that opens a small form in place."""

    def __init__(self, journal: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.open = button(tr("Change passphrase…"), icon="key-round", name="settings.change_passphrase")
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.open)
        row.addStretch()
        column.addLayout(row)
        self.result = words("", "ui", "text2", name="settings.passphrase_result")
        self.result.hide()
        column.addWidget(self.result)
        self.form = self._form()
        self.form.hide()
        column.addWidget(self.form)
        self.open.clicked.connect(self._show_form)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        texts = (tr("Present passphrase"), tr("New passphrase"), tr("Once more"))
        names = ("present", "new", "again")
        fields = [PassphraseEdit(f"settings.{name}", text) for name, text in zip(names, texts, strict=True)]
        self.present, self.new, self.again = fields
        for text, field in zip(texts, fields, strict=True):
            label = words(text, "ui_bold")
            label.setBuddy(field)
            field.setMaximumWidth(theme.px(_FIELD))
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(theme.px(6))
        self.error = FieldError("settings.passphrase_error")
        column.addWidget(self.error)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.keep = button(tr("Keep this passphrase"), "primary", name="settings.keep_passphrase")
        never_mind = button(tr("Never mind"), "text", name="settings.never_mind")
        row.addWidget(self.keep)
        row.addWidget(never_mind)
        row.addStretch()
        column.addLayout(row)
        self.present.returnPressed.connect(self.new.setFocus)
        self.new.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._submit)
        self.keep.clicked.connect(self._submit)
        never_mind.clicked.connect(self._hide_form)
        return form

    def _show_form(self) -> None:
        self.open.hide()
        self.result.hide()
        self.form.show()
        self.present.setFocus()

    def _hide_form(self) -> None:
        for field in (self.present, self.new, self.again):
            field.clear()
        self.error.clear()
        self.form.hide()
        self.open.show()
        self.open.setFocus()

    def _submit(self) -> None:
        self.error.clear()
        problem = passphrase_problem(self.new.text(), self.again.text())
        if problem:
            self.error.show_error(problem)
            return
        present, new = self.present.text(), self.new.text()
        self.keep.setEnabled(False)
        jobs.run(self, lambda: _change(self._journal, present, new), lambda _none: self._done(), self._failed)

    def _done(self) -> None:
        self.keep.setEnabled(True)
        self._hide_form()
        self.result.setText(tr("From now on your new passphrase opens your journal."))
        self.result.show()
        announce(self.result, self.result.text())

    def _failed(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        if not isinstance(error, JournalError):
            raise error
        self.error.show_error(notices.sentence(error))
        if isinstance(error, WrongPassphrase):
            self.present.setFocus()
            self.present.selectAll()


def _change(journal: Any, present: str, new: str) -> None:
    from journal.paths import KEY_FILE
    from journal.storage import key_file

    key_file.read(journal.folder / KEY_FILE).root(present)  # raises WrongPassphrase
    backup_making.before(journal, Reason.PASSPHRASE)
    journal.set_passphrase(new)
