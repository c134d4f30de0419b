"""One meeting among the dates: its name, its days, whether I am there. Every change is kept at once."""

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.domain.records import Meeting
from journal.text import tr
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.words import button, restyle, rule, words


class MeetingRow(QWidget):
    """``renamed(name)``, ``dated(first, last)``, ``skipped(bool)``, ``removed()``. ``name``: as the programme says."""

    renamed = Signal(str)
    dated = Signal(object, object)
    skipped = Signal(bool)
    removed = Signal()

    def __init__(self, meeting: Meeting, name: str, today: dt.date) -> None:
        super().__init__()
        self.meeting_id = meeting.id or 0
        id_ = f"dates.{meeting.id}"
        self._programme_name = name
        self.name = QLineEdit(meeting.own_name or name)
        self.name.setObjectName(f"{id_}.name")
        self.name.setFont(theme.font("input"))
        self.name.setMaxLength(120)
        self.name.setAccessibleName(tr("Name of {meeting}", meeting=name))
        self.name.editingFinished.connect(self._rename)
        first = meeting.starts_on or today
        self.first = DateField(first, name=f"{id_}.first", spoken=tr("{name}, first day", name=name), parent=self)
        self.last = DateField(
            meeting.ends_on or first, name=f"{id_}.last", spoken=tr("{name}, last day", name=name), parent=self
        )
        self._length = self.last.day() - self.first.day()
        self.choose = button(tr("Choose a date"), icon="calendar", name=f"{id_}.choose")
        self.choose.clicked.connect(self._choose)
        self.there = QCheckBox(tr("I am not there"))
        self.there.setObjectName(f"{id_}.skip")
        self.there.setAccessibleName(tr("I am not there: {meeting}", meeting=name))
        self.there.setChecked(meeting.skipped)
        self.there.clicked.connect(self.skipped)
        self.remove = button("", "icon", icon="x", name=f"{id_}.remove", tip=tr("Take {meeting} away", meeting=name))
        self.remove.clicked.connect(self.removed)
        self.error = words("", "caption", "err", name=f"{id_}.error")
        self.error.hide()
        self._lay_out(dated=meeting.starts_on is not None)
        self.remove.setVisible(meeting.added)
        self.first.dateChanged.connect(self._first_moved)
        self.last.dateChanged.connect(self._last_moved)

    def say(self, error: str) -> None:
        """What is wrong, under the row."""
        self.error.setText(error)
        self.error.setVisible(bool(error))

    def _lay_out(self, *, dated: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addSpacing(theme.px(6))
        upright = theme.is_large()
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        row.addWidget(self.name, 1)
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(theme.px(8))
        for field in (self.first, self.last):
            field.setMinimumWidth(theme.px(146))
        days.addWidget(self.first)
        days.addWidget(words(tr("to"), "ui", "text3", wrap=False))
        days.addWidget(self.last)
        days.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(theme.px(4))
        last.addWidget(self.there)
        last.addWidget(self.remove)
        last.addStretch(1)
        for widget in (self._days, self.choose):
            row.addWidget(widget)
        row.addLayout(last)
        column.addLayout(row)
        self._days.setVisible(dated)  # not before they stand in the row: alone they would be windows
        self.choose.setVisible(not dated)
        column.addWidget(self.error)
        column.addWidget(rule())

    def _rename(self) -> None:
        given = self.name.text().strip()
        if not given:
            self.name.setText(self._programme_name)
        self.renamed.emit("" if given == self._programme_name else given)

    def _choose(self) -> None:
        self.choose.hide()
        self._days.show()
        self.first.setFocus()
        self._tell()

    def _first_moved(self, day: QDate) -> None:
        self.last.blockSignals(True)
        self.last.setDate(day.addDays(max(self._length.days, 0)))
        self.last.blockSignals(False)
        self._tell()

    def _last_moved(self) -> None:
        self._length = self.last.day() - self.first.day()
        self._tell()

    def _tell(self) -> None:
        wrong = self.last.day() < self.first.day()
        self.say(tr("The last day lies before the first.") if wrong else "")
        self.last.setProperty("state", "error" if wrong else "")
        restyle(self.last)
        if not wrong:
            self.dated.emit(self.first.day(), self.last.day())
