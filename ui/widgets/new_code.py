"""Another recovery code for the journal: shown and kept first, taken into use after that."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal.domain.backup_policy import Reason
from journal.errors import JournalError, WrongPassphrase
from journal.text import tr
from ui import backup_making, jobs, notices, theme
from ui.widgets.code_to_keep import CodeToKeep
from ui.widgets.field_error import FieldError
from ui.widgets.passphrase_edit import PassphraseEdit
from ui.widgets.speak import announce
from ui.widgets.words import button, words

_FIELD = 420


class NewCode(QWidget):
    """A button that opens a small form in place. Until the last button nothing has changed; then ``renewed``."""

    renewed = Signal()

    def __init__(self, journal: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._root = b""
        self.code: CodeToKeep | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.open = button(tr("New recovery code…"), icon="life-buoy", name="settings.new_code")
        self.open.clicked.connect(self._show_form)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.open)
        row.addStretch()
        column.addLayout(row)
        self.result = words("", "ui", "text2", name="settings.new_code_result")
        self.result.hide()
        column.addWidget(self.result)
        self._form = QWidget()
        self._form.hide()
        column.addWidget(self._form)
        self._fill_form()

    def _fill_form(self) -> None:
        self._inside = column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        why = tr(
            "Has somebody seen your code, or is the paper gone? Then take a new one. The old code no longer opens this "
            "journal; copies and backups from before keep the code of then."
        )
        column.addWidget(words(why, "ui", "text2"))
        column.addSpacing(theme.px(4))
        self._room = QVBoxLayout()
        column.addLayout(self._room)
        label = words(tr("Present passphrase"), "ui_bold")
        self.present = PassphraseEdit("settings.new_code.passphrase", tr("Present passphrase"))
        self.present.setMaximumWidth(theme.px(_FIELD))
        label.setBuddy(self.present)
        column.addSpacing(theme.px(8))
        column.addWidget(label)
        column.addWidget(self.present)
        self.error = FieldError("settings.new_code.error")
        column.addWidget(self.error)
        column.addSpacing(theme.px(6))
        self.take = button(tr("Use this code from now on"), "primary", name="settings.new_code.take")
        never_mind = button(tr("Never mind"), "text", name="settings.new_code.never_mind")
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.take)
        row.addWidget(never_mind)
        row.addStretch()
        column.addLayout(row)
        self.take.clicked.connect(self._submit)
        self.present.returnPressed.connect(self._submit)
        never_mind.clicked.connect(self._hide_form)

    def _show_form(self) -> None:
        from journal.storage import keys

        self._root = keys.new_root()
        self.code = CodeToKeep(keys.recovery_code(self._root), "settings.new_code")
        self._room.addWidget(self.code)
        self.open.hide()
        self.result.hide()
        self._form.show()
        self.code.kept.setFocus()

    def _hide_form(self) -> None:
        self._root = b""
        if self.code is not None:
            self._room.removeWidget(self.code)
            self.code.hide()
            self.code.deleteLater()
            self.code = None
        self.present.clear()
        self.error.clear()
        self._form.hide()
        self.open.show()
        self.open.setFocus()

    def _submit(self) -> None:
        self.error.clear()
        if self.code is None or not self.take.isEnabled():
            return
        if not self.code.kept.isChecked():
            self.error.show_error(tr("First tick that you have kept the code"))
            self.code.kept.setFocus()
            return
        root, passphrase = self._root, self.present.text()
        self.take.setEnabled(False)
        self.take.setText(tr("One moment…"))
        jobs.run(self, lambda: _renew(self._journal, root, passphrase), lambda _none: self._done(), self._failed)

    def _ready(self) -> None:
        self.take.setEnabled(True)
        self.take.setText(tr("Use this code from now on"))

    def _done(self) -> None:
        self._ready()
        self._hide_form()
        self.result.setText(
            tr(
                "From now on your new recovery code opens your journal. "
                "The old one only opens copies and backups from before; keep it as long as you keep those."
            )
        )
        self.result.show()
        announce(self.result, self.result.text())
        self.renewed.emit()

    def _failed(self, error: Exception) -> None:
        self._ready()
        if not isinstance(error, JournalError):
            raise error
        self.error.show_error(notices.sentence(error))
        if isinstance(error, WrongPassphrase):
            self.present.setFocus()
            self.present.selectAll()


def _renew(journal: Any, root: bytes, passphrase: str) -> None:
    from journal.storage import new_root

    backup_making.before(journal, Reason.PASSPHRASE)
    new_root.renew(journal, root, passphrase)
