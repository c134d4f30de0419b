"""Answers to choose from that are put into the text as words, one a line; the text stays free."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme
from ui.icons import icon
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.flow import Flow
from ui.widgets.words import button


class ChoiceChips(QWidget):
    """One chip a choice. It is checked while its words are a line of the text; a click puts them in or takes them out.

    Both can be undone in the text, like typing.
    """

    def __init__(self, choices: Sequence[str], edit: AnswerEdit, *, name: str) -> None:
        super().__init__()
        self._edit = edit
        self.chips: dict[str, QPushButton] = {}
        row = Flow(self, spacing=theme.px(8))
        for number, choice in enumerate(choices, 1):
            chip = button(choice, "chip", name=f"{name}.{number}")
            chip.setCheckable(True)
            chip.setIconSize(QSize(theme.px(16), theme.px(16)))
            chip.clicked.connect(lambda on, choice=choice: self._choose(choice, on=on))
            self.chips[choice] = chip
            row.addWidget(chip)
        edit.textChanged.connect(self.look)
        self.look()

    def _choose(self, choice: str, *, on: bool) -> None:
        lines = self._edit.text().split("\n")
        if on:
            lines = [*(lines if any(line.strip() for line in lines) else []), choice]
        else:
            lines = [line for line in lines if _plain(line) != choice]
        self._edit.replace_text("\n".join(lines))
        self.look()

    def look(self) -> None:
        """Check the chips whose words stand in the text."""
        present = {_plain(line) for line in self._edit.text().split("\n")}
        for choice, chip in self.chips.items():
            chosen = choice in present
            chip.setChecked(chosen)
            chip.setFont(theme.font("ui_bold" if chosen else "ui"))
            chip.setIcon(icon("check", "on_soft", 16) if chosen else QIcon())
            chip.updateGeometry()


def _plain(line: str) -> str:
    return line.strip().rstrip(".,;")
