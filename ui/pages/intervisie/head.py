"""The top of the page: title, group and day of the meeting; both are changed where they stand."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal import dates
from journal.text import tr
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.prose import Prose
from ui.widgets.text_link import QuietLink
from ui.widgets.words import button, restyle


class Head(QWidget):
    """``changed(group, day)`` when done; ``new_requested``: a next meeting; ``after_requested``: what it yielded."""

    changed = Signal(str, object)
    new_requested = Signal()
    after_requested = Signal()
    coach_changed = Signal(str)

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self._today = today
        self._group = ""
        self._day: dt.date | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(Prose(tr("Intervisie"), "question"), 1)
        self._after = button(tr("After the meeting"), "text", name="intervisie.after")
        self._after.clicked.connect(self.after_requested)
        self._new = button(tr("New preparation"), "text", name="intervisie.new")
        self._new.clicked.connect(self.new_requested)
        self._new.hide()
        column.addLayout(top)
        buttons = top
        if theme.is_large():
            buttons = QHBoxLayout()
            column.addLayout(buttons)
        for made in (self._after, self._new):
            buttons.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if theme.is_large():
            buttons.addStretch(1)
        self._line = QuietLink(name="intervisie.meeting")
        self._line.setToolTip(tr("Change group, coach and day"))
        self._line.clicked.connect(self._edit)
        column.addSpacing(theme.px(1))
        column.addWidget(self._line)
        self._fields = self._make_fields()
        self._fields.hide()
        column.addWidget(self._fields)
        column.addSpacing(theme.px(19))

    def show_meeting(self, group: str, day: dt.date | None, *, may_begin_anew: bool) -> None:
        """Show the group and the day."""
        self._group, self._day = group, day
        when = f"{dates.weekday(day)} {day.year}" if day else tr("day not known yet")
        words = f"{group}, {when}" if group else when[:1].upper() + when[1:]
        self._line.setText(words)
        self._line.setAccessibleName(tr("{meeting}. Change group, coach and day", meeting=words))
        self._new.setVisible(may_begin_anew)
        been = day is not None and day <= self._today
        self._after.setProperty("kind", "" if been else "text")  # from that day on it is what one comes for
        restyle(self._after)

    def show_coach(self, name: str) -> None:
        """Show the name of the coach, where it can be changed."""
        self._coach_was = name

    def _make_fields(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._name = QLineEdit()
        self._name.setObjectName("intervisie.group")
        self._name.setFont(theme.font("input"))
        self._name.setPlaceholderText(tr("Name of your group"))
        self._name.setAccessibleName(tr("Name of your group"))
        self._name.setMaxLength(120)
        self._name.returnPressed.connect(self._done)
        self._date = DateField(self._today, name="intervisie.day", spoken=tr("Day of the meeting"))
        done = button(tr("Done"), name="intervisie.meeting.done")
        done.clicked.connect(self._done)
        self._coach = QLineEdit()
        self._coach.setObjectName("intervisie.coach")
        self._coach.setFont(theme.font("input"))
        self._coach.setPlaceholderText(tr("Name of your coach"))
        self._coach.setAccessibleName(tr("Name of your coach"))
        self._coach.setMaxLength(120)
        self._coach.returnPressed.connect(self._done)
        self._coach_was = ""
        row.addWidget(self._name, 1)
        row.addWidget(self._date)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self._coach, 1)
        below.addWidget(done)
        column.addLayout(row)
        column.addLayout(below)
        return holder

    def _edit(self) -> None:
        self._name.setText(self._group)
        self._coach.setText(self._coach_was)
        self._date.set_day(self._day or self._today)
        self._line.hide()
        self._fields.show()
        self._name.setFocus()

    def _done(self) -> None:
        self._fields.hide()
        self._line.show()
        self._line.setFocus()
        self.changed.emit(self._name.text().strip(), self._date.day())
        if (coach := " ".join(self._coach.text().split())) != self._coach_was:
            self.coach_changed.emit(coach)
