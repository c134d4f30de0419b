"""One line that says what was just done, with a button that undoes it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journal.text import tr
from ui.widgets.flow import Flow
from ui.widgets.speak import announce
from ui.widgets.words import button, words


class UndoBar(QWidget):
    """``offer(said, undo)`` shows it; it goes when it was used."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._undo: Callable[[], object] | None = None
        row = Flow(self, spacing=12)
        self.said = words("", "ui", "text2", wrap=False, name=f"{name}.words")
        self.button = button(tr("Undo"), "link", icon="undo-2", name=name)
        self.button.clicked.connect(self._use)
        row.addWidget(self.said)
        row.addWidget(self.button)
        self.hide()

    def offer(self, said: str, undo: Callable[[], object]) -> None:
        """Say what was done, and how to undo it."""
        self._undo = undo
        self.said.setText(said)
        self.show()
        announce(self, said)

    def _use(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
