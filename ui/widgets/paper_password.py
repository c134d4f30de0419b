"""An optional password for a paper: typed twice, and with a plain word on what it means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.export.locked import SHORTEST
from journal.text import tr
from ui import theme
from ui.widgets.passphrase_edit import PassphraseEdit
from ui.widgets.prose import Prose
from ui.widgets.switch import Switch


class PasswordPart(QWidget):
    """``changed`` when there is another password, or none."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        self.switch = Switch(tr("With a password"), object_name=f"{name}.password")
        self.switch.toggled.connect(self._turned)
        head.addWidget(self.switch)
        head.addWidget(Prose(tr("With a password"), "ui_bold"), 1)
        column.addLayout(head)
        self._panel = QFrame()
        self._panel.setProperty("kind", "card")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(14))
        inside.setSpacing(theme.px(8))
        self.first = PassphraseEdit(f"{name}.password.first", tr("Password"))
        self.again = PassphraseEdit(f"{name}.password.again", tr("The same again"))
        for edit in (self.first, self.again):
            edit.setPlaceholderText(edit.accessibleName())
            edit.textChanged.connect(self._typed)
            inside.addWidget(edit)
        self._says = Prose("", "caption", "text2", name=f"{name}.password.says")
        inside.addWidget(self._says)
        warning = tr("Without this password nobody opens the file, and there is no way around it. Write it down.")
        inside.addWidget(Prose(warning, "caption", "warn"))
        lost = tr("Give it in another way than the file. A file with a password is no longer fit for archives (PDF/A).")
        inside.addWidget(Prose(lost, "caption", "text2"))
        column.addWidget(self._panel)
        self._panel.hide()

    def password(self) -> str:
        """The password; empty when none is wanted."""
        return self.first.text() if self.switch.isChecked() else ""

    def is_ready(self) -> bool:
        """Whether a paper can be made: without password, or with one that was typed twice alike."""
        return not self.switch.isChecked() or not self.problem()

    def problem(self) -> str:
        """What is the matter with what was typed."""
        if len(self.first.text()) < SHORTEST:
            return tr("Take {n} signs or more; a few words are easy to remember.", n=SHORTEST)
        return tr("Not the same yet.") if self.first.text() != self.again.text() else ""

    def forget(self) -> None:
        """Let go of what was typed."""
        self.switch.setChecked(False)

    def _turned(self, on: bool) -> None:
        self._panel.setVisible(on)
        for edit in (self.first, self.again):
            edit.clear()
        self._typed()
        if on:
            self.first.setFocus()

    def _typed(self) -> None:
        self._says.setText(self.problem() if self.switch.isChecked() else "")
        self._says.setVisible(bool(self._says.text()))
        self.changed.emit()
