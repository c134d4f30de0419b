"""The top of the page: which meeting it was, and with what question one came."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal import dates
from journal.storage import journeys
from journal.storage.harvests import MeetingLine
from journal.text import tr
from ui import theme
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.barred import Barred
from ui.widgets.prose import Prose
from ui.widgets.words import button


class Heading(QWidget):
    """``intervisie_requested`` goes back or, without a meeting, to prepare one; ``case_requested`` to the case."""

    intervisie_requested = Signal()
    case_requested = Signal()

    def __init__(self, store: Store, line: MeetingLine | None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        back = back_button(tr("Intervisie"), name="meeting.back")
        back.clicked.connect(self.intervisie_requested)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(12))
        column.addWidget(Prose(tr("After the meeting"), "question"))
        column.addSpacing(theme.px(2))
        if line is None:
            self._add_empty(column)
            return
        journey = store.read(journeys.current)
        group = journey.group_name if journey else ""
        when = _when(line)
        column.addWidget(Prose(f"{group}, {when}" if group else when[:1].upper() + when[1:], "ui", "text2"))
        column.addSpacing(theme.px(14))
        asked = line.question or tr("Your question to the group is still open.")
        barred = Barred(line.title, asked, name="meeting.question")
        open_case = button(tr("Read the case"), "link", name="meeting.case")
        open_case.clicked.connect(self.case_requested)
        barred.column.addSpacing(theme.px(4))
        barred.column.addWidget(open_case, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(barred)
        column.addSpacing(theme.px(8))

    def _add_empty(self, column: QVBoxLayout) -> None:
        lead = tr("Here you write down what a meeting with your group yielded. Prepare a meeting first.")
        column.addWidget(Prose(lead, "ui", "text2"))
        column.addSpacing(theme.px(20))
        prepare = button(tr("Go to intervisie"), "primary", name="meeting.prepare")
        prepare.clicked.connect(self.intervisie_requested)
        column.addWidget(prepare, 0, Qt.AlignmentFlag.AlignLeft)


def name_of(line: MeetingLine) -> str:
    """What a meeting is called in a list: its day and its case."""
    when = _when(line)
    name = line.title or tr("a case without a name")
    return f"{when[:1].upper()}{when[1:]}: {name}"


def _when(line: MeetingLine) -> str:
    day = line.meeting_on
    return f"{dates.weekday(day)} {day.year}" if day else tr("day not known yet")
