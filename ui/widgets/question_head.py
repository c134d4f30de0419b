"""The learning question in large letters with what can be done with it; or that it may still come."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal.storage.questions import QuestionLine
from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button

LONG_QUESTION = 140
"""From this many signs on the question is set smaller."""


def question_role(text: str) -> str:
    """The role in which a question is set: smaller when it is long, or when all text is large already."""
    return "question" if len(text) >= LONG_QUESTION or theme.is_large() else "question_xl"


class QuestionHead(QWidget):
    """``line`` None: there is no question yet. ``begun``: a new version was begun and is waiting.

    ``explains``: what shifted is being written below.
    """

    write_requested = Signal()
    improve_requested = Signal()
    explain_requested = Signal()
    guide_requested = Signal()

    def __init__(
        self, line: QuestionLine | None, caption: str = "", *, begun: bool = False, explains: bool = False
    ) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if line is None:
            self._show_none()
        else:
            self._show_question(line, caption, begun=begun, explains=explains)

    def _show_question(self, line: QuestionLine, caption: str, *, begun: bool, explains: bool) -> None:
        asked = Prose(line.text, question_role(line.text), name="question.shown")
        asked.setMaximumWidth(theme.px(940))
        self._column.addWidget(asked)
        self._column.addSpacing(14)
        self._column.addWidget(Prose(caption, "caption", "text3", name="question.caption"))
        self._column.addSpacing(22)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        if theme.is_large():
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        label = tr("Go on with your new version") if begun else tr("Write a new version")
        write = button(label, "primary", icon="pen-line", name="question.write")
        write.clicked.connect(self.write_requested)
        improve = button(tr("Only improve a word"), "text", name="question.improve")
        improve.clicked.connect(self.improve_requested)
        for part in (write, improve):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        if line.number > 1 and not line.reason and not explains:
            explain = button(tr("What shifted?"), "text", name="question.explain")
            explain.clicked.connect(self.explain_requested)
            row.addWidget(explain, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self._column.addLayout(row)

    def _show_none(self) -> None:
        said = Prose(tr("Your learning question may still come."), question_role(""), name="question.none")
        self._column.addWidget(said)
        self._column.addSpacing(14)
        self._column.addWidget(Prose(tr("Four questions help you find a first version."), "ui", "text2"))
        self._column.addSpacing(22)
        seek = button(tr("Find a learning question"), "primary", icon="message-circle-question", name="question.guide")
        seek.clicked.connect(self.guide_requested)
        self._column.addWidget(seek, 0, Qt.AlignmentFlag.AlignLeft)
