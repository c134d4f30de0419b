"""Nothing prepared yet: one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button


class Empty(QWidget):
    """``begin_requested`` begins a preparation; ``session_requested`` leads a meeting without one."""

    begin_requested = Signal()
    papers_requested = Signal()
    returned_requested = Signal()
    session_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), theme.px(30), theme.px(32), theme.px(24))
        column.setSpacing(0)
        column.addWidget(Prose(tr("Intervisie"), "question"))
        column.addSpacing(theme.px(32))
        column.addWidget(Prose(tr("Prepare your intervisie"), "card_title"))
        column.addSpacing(theme.px(8))
        lead = tr(
            "You write down your case, choose a method and tick what you want to share. Nothing is shared by itself."
        )
        words = Prose(lead, "ui", "text2")
        words.setMaximumWidth(theme.px(548))
        column.addWidget(words)
        column.addSpacing(theme.px(20))
        begin = button(tr("Prepare"), "primary", name="intervisie.begin")
        begin.clicked.connect(self.begin_requested)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        others = button(tr("Other papers"), "text", icon="files", name="intervisie.papers.empty")
        others.clicked.connect(self.papers_requested)
        column.addSpacing(theme.px(12))
        column.addWidget(others, 0, Qt.AlignmentFlag.AlignLeft)
        answer = button(tr("Answer of your coach"), "text", icon="message-circle-question", name="intervisie.answer")
        answer.clicked.connect(self.returned_requested)
        column.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(12))
        way = button(tr("Lead the meeting"), "text", icon="users", name="intervisie.session.without")
        way.setToolTip(tr("The steps and the time, for the case of somebody else"))
        way.clicked.connect(self.session_requested)
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
