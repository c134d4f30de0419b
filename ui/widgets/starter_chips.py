"""Beginnings of a sentence to choose from; a chosen one is put into the field, ready to go on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme
from ui.icons import icon
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.flow import Flow
from ui.widgets.words import button


class StarterChips(QWidget):
    """One chip a starter. The chip with which the text (its last line) begins is checked.

    With ``swaps`` a starter that stands at the beginning makes place for the one that is chosen.
    """

    def __init__(self, starters: Sequence[str], edit: AnswerEdit, *, name: str, swaps: bool) -> None:
        super().__init__()
        self._edit, self._swaps = edit, swaps
        self._chips: dict[str, QPushButton] = {}
        row = Flow(self)
        for number, starter in enumerate(starters, 1):
            chip = button(starter, "chip", name=f"{name}.{number}")
            chip.setCheckable(True)
            chip.setIconSize(QSize(theme.px(16), theme.px(16)))
            chip.clicked.connect(lambda _on=False, starter=starter: self._begin(starter))
            self._chips[starter] = chip
            row.addWidget(chip)
        edit.textChanged.connect(self._show)
        self._show()

    def _begin(self, starter: str) -> None:
        start = starter.rstrip("….") + " "
        text = self._edit.text()
        present = self._present(text)
        if present == starter:
            pass  # it stands there; only the focus goes back to it
        elif self._swaps and present:
            rest = text[len(present.rstrip("….")) :].lstrip()
            self._edit.replace_text(start + rest)
        elif self._swaps and text.strip():
            self._edit.replace_text(start + text[:1].lower() + text[1:])
        else:
            cursor = self._edit.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(start if not text.strip() else ("\n" if text[-1:] != "\n" else "") + start)
            self._edit.setTextCursor(cursor)
        self._edit.setFocus()
        self._show()

    def _present(self, text: str) -> str:
        begin = text if self._swaps else text.rpartition("\n")[2]
        return next((starter for starter in self._chips if begin.startswith(starter.rstrip("….") + " ")), "")

    def _show(self) -> None:
        present = self._present(self._edit.text())
        for starter, chip in self._chips.items():
            chosen = starter == present
            chip.setChecked(chosen)
            chip.setFont(theme.font("ui_bold" if chosen else "ui"))
            chip.setIcon(icon("check", "on_soft", 16) if chosen else QIcon())
