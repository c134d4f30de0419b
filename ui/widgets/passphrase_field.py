"""A passphrase with its label above it, and under it a line that says what is the matter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.domain.passphrase import MOST_SIGNS
from ui import theme
from ui.widgets.passphrase_edit import PassphraseEdit
from ui.widgets.prose import Prose


class PassphraseField(QWidget):
    """``changed`` with every sign, ``entered`` with Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = PassphraseEdit(name, label)
        self.edit.setMaxLength(MOST_SIGNS)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)
        above = QLabel(label)
        above.setFont(theme.font("ui_bold"))
        above.setBuddy(self.edit)
        self._under = Prose("", "caption", "text3", name=f"{name}.says")
        self._strong = QLabel()
        self._strong.setFont(theme.font("caption_bold"))
        self._strong.setProperty("ink", "accent")
        says = QHBoxLayout()
        says.setSpacing(3)
        says.addWidget(self._strong)
        says.addWidget(self._under, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addSpacing(theme.px(8))
        column.addWidget(self.edit)
        column.addSpacing(theme.px(6))
        column.addLayout(says)

    def text(self) -> str:
        """The passphrase."""
        return self.edit.text()

    def say(self, words: str, *, strong: str = "") -> None:
        """What stands under the field, after a strong word or two; a screen reader hears it with the field."""
        self._under.setText(words)
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        self.edit.setAccessibleDescription(f"{strong} {words}".strip())
