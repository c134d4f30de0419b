"""Part 1: the case, its question, and the way to its form."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.pages.intervisie.numbered import Numbered
from ui.widgets.prose import Prose
from ui.widgets.words import button, set_ink


class _Barred(QWidget):
    """The question with a line of accent on its left."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(17), 0, 0, 0)
        self.words = Prose("", "read", line=25)
        column.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, theme.px(3), self.height(), theme.color("accent"))
        painter.end()


class CasePart(Numbered):
    """``edit_requested`` opens the form of the case."""

    edit_requested = Signal()

    def __init__(self) -> None:
        super().__init__(1, tr("Your case"), head=40, above=10)
        self._edit = button(tr("Change"), "text", icon="pen-line", name="intervisie.case")
        self._edit.clicked.connect(self.edit_requested)
        self.head.addWidget(self._edit)
        self._title = Prose("", "ui_bold")
        self._question = _Barred()
        self.content.addSpacing(theme.px(1))
        self.content.addWidget(self._title)
        self.content.addSpacing(theme.px(5))
        self.content.addWidget(self._question)

    def show_case(self, title: str, question: str, *, begun: bool) -> None:
        """Show the case as it stands."""
        self._edit.setText(tr("Change") if begun else tr("Write"))
        self._edit.setAccessibleName(tr("Change your case") if begun else tr("Write your case"))
        self._title.setText(title or (tr("Your case has no name yet.") if begun else tr("Nothing written yet.")))
        set_ink(self._title, "text" if title else "text3")
        fallback = tr("Your question to the group is still open.") if begun else tr("Begin with one moment that stays.")
        self._question.words.setText(question or fallback)
        set_ink(self._question.words, "text" if question else "text3")
        self.set_done(bool(question))
        self.updateGeometry()
