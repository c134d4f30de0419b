"""A recovery code with the ways to keep it: on paper, on the clipboard for a minute, and a tick when that is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.recovery_code import RecoveryCode, copy_for_a_minute, print_code
from ui.widgets.words import button


class CodeToKeep(QWidget):
    """``changed`` when its tick does; ``kept`` is the tick. Names of its parts begin with ``name``."""

    changed = Signal()

    def __init__(self, code: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(RecoveryCode(code))
        column.addSpacing(theme.px(14))
        row = QHBoxLayout()
        row.setSpacing(12)
        to_paper = button(tr("Print"), icon="printer", name=f"{name}.print")
        to_paper.clicked.connect(self._print)
        copy = button(tr("Copy"), icon="copy", name=f"{name}.copy")
        copy.clicked.connect(self._copy)
        self._copied = Prose(tr("The clipboard is emptied after a minute."), "caption", "text3", name=f"{name}.hint")
        row.addWidget(to_paper)
        row.addWidget(copy)
        row.addWidget(self._copied, 1)
        column.addLayout(row)
        column.addSpacing(theme.px(25))
        self.kept = QCheckBox(tr("I have kept the recovery code in a safe place"))
        self.kept.setObjectName(f"{name}.kept")
        self.kept.setFont(theme.font("input"))
        self.kept.toggled.connect(self.changed)
        column.addWidget(self.kept)

    def _copy(self) -> None:
        copy_for_a_minute(self._code)
        self._copied.setText(tr("Copied. The clipboard is emptied after a minute."))

    def _print(self) -> None:
        # Only who prints pays for loading the printer support.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(tr("Print the recovery code"))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            print_code(printer, self._code)
        dialog.deleteLater()
