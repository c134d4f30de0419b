"""The footer of the first start and of the question guide: back, put off, a hint, and the one next step."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.arrow_button import back_button, next_button
from ui.widgets.prose import Prose
from ui.widgets.words import button, rule

HEIGHT = 88


@dataclass(frozen=True)
class Footing:
    """What the footer says. An empty word leaves that control out; ``waits`` is the reason why next is disabled."""

    next: str
    back: str = ""
    aside: str = ""
    hint: str = ""
    waits: str = ""


class StartFooter(QWidget):
    """Shows a ``Footing``. The hint stands above the buttons where there is little room."""

    back_requested = Signal()
    aside_requested = Signal()
    next_requested = Signal()

    def __init__(self, name: str = "start", *, stacked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = back_button("", name=f"{name}.back")
        self.aside = button("", "link", name=f"{name}.aside")
        self.aside.setMinimumHeight(theme.px(40))
        self.next = next_button("", name=f"{name}.next")
        self.hint = Prose("", "caption", "text3", name=f"{name}.hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.back.clicked.connect(self.back_requested)
        self.aside.clicked.connect(self.aside_requested)
        self.next.clicked.connect(self.next_requested)
        self._lay_out(stacked=stacked)

    def show_footing(self, footing: Footing) -> None:
        """Say this, and let the screen reader say why next is disabled."""
        for control, word in ((self.back, footing.back), (self.aside, footing.aside)):
            control.setText(word)
            control.setVisible(bool(word))
        hint = footing.waits or footing.hint
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.next.setText(footing.next)
        self.next.setEnabled(not footing.waits)
        self.next.setAccessibleDescription(footing.waits)
        self.back.setAccessibleName(tr("Back to {page}", page=footing.back) if footing.back else "")

    def show_busy(self) -> None:
        """Say that it takes a while."""
        self.next.setText(tr("One moment…"))

    def _lay_out(self, *, stacked: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.px(24), 0, theme.px(23))
        row.setSpacing(16)
        row.addWidget(self.back)
        row.addWidget(self.aside)
        if stacked:
            column.addSpacing(theme.px(8))
            column.addWidget(self.hint)
            row.setContentsMargins(0, theme.px(8), 0, theme.px(12))
            row.addStretch(1)
        else:
            row.addStretch(1)
            row.addWidget(self.hint)
        row.addWidget(self.next)
        column.addLayout(row)
