"""Things to choose from: one of them, or as many as one likes. Saved at every choice."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from journal.answer_words import chosen, chosen_text
from journal.domain.guidance import Option, Prompt
from journal.errors import JournalError
from journal.text import say, tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button


class Checklist(QWidget):
    """The options of a prompt under each other; of a ``choice`` one at most. ``written(text)`` after each save.

    ``save`` may raise JournalError: the choice then stays on screen, and ``settle`` tries again.
    """

    written = Signal(str)

    def __init__(self, prompt: Prompt, text: str, save: Callable[[str], object], *, name: str) -> None:
        super().__init__()
        self._prompt, self._save, self._kept = prompt, save, text
        self._dirty = False
        self.setObjectName(name)
        self.setAccessibleName(say(prompt.ask))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.rows: dict[str, OptionRow] = {}
        group = QButtonGroup(self)
        group.setExclusive(False)  # a radio button that is the only one chosen can then be let go of, below
        self._one = prompt.kind == "choice"
        for option in prompt.options:
            row = OptionRow(option, one=self._one, name=f"{name}.{option.id}")
            row.button.clicked.connect(lambda checked, id_=option.id: self._clicked(id_, checked=checked))
            group.addButton(row.button)
            self.rows[option.id] = row
            column.addWidget(row)
        self._none = button(tr("Choose nothing after all"), "link", name=f"{name}.none")
        self._none.clicked.connect(self._let_go)
        self._none.setVisible(False)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another answer, unless something here is still unsaved."""
        if self._dirty:
            return
        self._kept = text
        now = chosen(text)
        for id_, row in self.rows.items():
            row.button.setChecked(id_ in now)
        self._show_none()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        if self._dirty:
            self._write()
        return not self._dirty

    def focus_first(self) -> None:
        """Give the keyboard to what is chosen, else to the first."""
        rows = list(self.rows.values())
        found = next((row for row in rows if row.button.isChecked()), rows[0])
        found.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, id_: str, *, checked: bool) -> None:
        if self._one:
            for other, row in self.rows.items():
                row.button.setChecked(other == id_ and (checked or other in chosen(self._kept)))
        self._write()

    def _let_go(self) -> None:
        for row in self.rows.values():
            row.button.setChecked(False)
        self._write()
        self.focus_first()

    def _write(self) -> None:
        ids = [id_ for id_, row in self.rows.items() if row.button.isChecked()]
        text = chosen_text(self._prompt, ids, self._kept)
        self._show_none()
        self._dirty = True
        try:
            self._save(text)
        except JournalError:
            return  # the store has told the page
        self._dirty, self._kept = False, text
        self.written.emit(text)

    def _show_none(self) -> None:
        self._none.setVisible(self._one and any(row.button.isChecked() for row in self.rows.values()))


class OptionRow(QWidget):
    """A box or circle with a name that wraps, and a hint under it. A click anywhere counts."""

    def __init__(self, option: Option, *, one: bool, name: str) -> None:
        super().__init__()
        self.button: QAbstractButton = QRadioButton() if one else QCheckBox()
        self.button.setAutoExclusive(False)
        self.button.setObjectName(name)
        self.button.setAccessibleName(say(option.name))
        self.button.setAccessibleDescription(say(option.hint))
        self.button.setFixedWidth(theme.px(20))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(3), 0, theme.px(3))
        row.setSpacing(theme.px(12))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addSpacing(theme.px(4))
        column.addWidget(Prose(say(option.name), "ui"))
        if option.hint:
            column.addWidget(Prose(say(option.hint), "caption", "text3"))
        row.addLayout(column, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose, wherever in the row."""
        if self.rect().contains(event.position().toPoint()):
            self.button.click()
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)
