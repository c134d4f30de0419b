"""What is said after words were taken over, and the way to undo it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.speak import announce
from ui.widgets.words import button


class TakenOver(QWidget):
    """Hidden until there is something to say."""

    undo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._note = Prose("", "ui", "text2", name="case.taken")
        self._undo = button(tr("Undo"), "link", icon="undo-2", name="case.undo")
        self._undo.clicked.connect(self.undo_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._note)
        column.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def say(self, text: str, *, can_undo: bool) -> None:
        """Say it, also to a screen reader."""
        self._note.setText(text)
        self._undo.setVisible(can_undo)
        self.show()
        announce(self, text)
