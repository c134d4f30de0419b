"""Asks which paper something is an answer to, when that does not show."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.pages.returned.fragment_choice import QuietCombo
from ui.widgets.flow import Flow
from ui.widgets.speak import announce
from ui.widgets.words import button, words


class AskPaper(QFrame):
    """``chosen(share id or None)``; ``left``: it is not taken in."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("returned.ask")
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, theme.px(18), side, theme.px(18))
        column.setSpacing(theme.px(10))
        self._said = words("", "ui", name="returned.ask.words")
        column.addWidget(self._said)
        self.papers = QuietCombo("returned.ask.paper", tr("Which paper it answers"))
        column.addWidget(self.papers)
        bar = QWidget()
        row = Flow(bar, spacing=12)
        take = button(tr("Take it in"), "primary", name="returned.ask.take")
        take.clicked.connect(lambda: self.chosen.emit(self.papers.currentData()))
        leave = button(tr("Leave it"), "text", name="returned.ask.leave")
        leave.clicked.connect(self._leave)
        row.addWidget(take)
        row.addWidget(leave)
        column.addWidget(bar)
        self.hide()

    def appear(self, papers: Sequence[tuple[int, str]], name: str) -> None:
        """Ask it about this file."""
        question = tr("Which paper is this an answer to?")
        self._said.setText(f"{question} ({name})" if name else question)
        self.papers.clear()
        for share_id, words_ in papers:
            self.papers.addItem(words_, share_id)
        self.papers.addItem(tr("None of these"), None)
        self.show()
        announce(self, self._said.text())
        self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
