"""Enough for today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal.domain.evaluation import may_give
from journal.text import tr
from ui import theme
from ui.pages.reflection.next_step import closing_line
from ui.pages.reflection.written import Written
from ui.widgets.comes_back import ComesBack
from ui.widgets.words import button, words


class End(QWidget):
    """The closing line, and ways on; none is a duty."""

    closed_requested = Signal()
    question_requested = Signal()
    evaluation_requested = Signal()

    def __init__(self, written: Written) -> None:
        super().__init__()
        self._written = written
        self.setMaximumWidth(theme.px(640))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(88), 0, theme.px(40))
        column.setSpacing(0)
        self._enough = words(tr("Enough for today."), "question", name="reflection.enough")
        column.addWidget(self._enough)
        column.addSpacing(theme.px(16))
        self._line = words("", "read_italic", "text2", name="reflection.closing")
        column.addWidget(self._line)
        column.addSpacing(theme.px(28))
        direction = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction)
        row.setSpacing(theme.px(12))
        self.home = button(tr("To the journey"), "primary", name="reflection.home")
        question = button(tr("Refine the learning question"), name="reflection.refine")
        self.home.clicked.connect(self.closed_requested)
        question.clicked.connect(self.question_requested)
        row.addWidget(self.home)
        row.addWidget(question)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(theme.px(12))
        self.evaluation = button(tr("Evaluation for the group"), "text", name="reflection.evaluation")
        self.evaluation.clicked.connect(self.evaluation_requested)
        column.addWidget(self.evaluation, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(12))
        self.comes_back = ComesBack(written.store, written.entry_id)
        column.addWidget(self.comes_back)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the closing line that stands there now."""
        line = closing_line(self._written)
        self._line.setText(tr("“{words}”", words=line) if line else "")
        self._line.setVisible(bool(line))
        self.comes_back.refresh()
        meeting = self._written.meeting
        said = any(text.strip() and id_.startswith("theme.") for id_, text in self._written.texts.items())
        self.evaluation.setVisible(
            meeting is not None and may_give(meeting.kind, said=said or bool(self._written.marks))
        )

    def focus_text(self, *, last: bool = False) -> None:  # noqa: ARG002
        """Give the keyboard to the way home."""
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)
