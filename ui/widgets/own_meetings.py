"""Meetings that a participant fills in without a programme file: name, first and last day."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from journal.domain.own_programme import MOST_MEETINGS, OwnMeeting
from journal.text import tr
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.prose import Prose
from ui.widgets.words import button, restyle, rule


class OwnMeetings(QWidget):
    """The name of the programme and at least one meeting."""

    next_requested = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[_Row] = []
        self.name = QLineEdit()
        self.name.setObjectName("start.own.name")
        self.name.setFont(theme.font("input"))
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(tr("Name of your programme"))
        self.name.setAccessibleName(tr("Name of your programme"))
        self.name.returnPressed.connect(self.next_requested)
        self.more = button(tr("Add a meeting"), "text", icon="plus", name="start.own.add")
        self.more.clicked.connect(self.add_row)
        self._error = Prose("", "caption", "err", name="start.own.error")
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.name)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        column.addLayout(self._list)
        column.addWidget(self._error)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row()

    def add_row(self) -> None:
        """Room for one more meeting, a month after the last one."""
        last = self._rows[-1].last.day() if self._rows else self._today - dt.timedelta(weeks=4)
        row = _Row(len(self._rows) + 1, last + dt.timedelta(weeks=4))
        row.remove.clicked.connect(lambda: self._remove(row))
        row.name.returnPressed.connect(self.next_requested)
        self._rows.append(row)
        self._list.addWidget(row)
        self.more.setEnabled(len(self._rows) < MOST_MEETINGS)
        self._show_removals()
        row.name.setFocus()

    def meetings(self) -> list[OwnMeeting]:
        """The rows with a name."""
        return [
            OwnMeeting(row.name.text().strip(), row.first.day(), row.last.day())
            for row in self._rows
            if row.name.text().strip()
        ]

    def is_complete(self) -> bool:
        """Whether this can be a programme; what is missing is said under the rows, with the caret in it."""
        for row in self._rows:
            wrong = row.last.day() < row.first.day()
            row.last.setProperty("state", "error" if wrong else "")
            restyle(row.last)
            if wrong:
                return self._refuse(tr("The last day lies before the first."), row.last)
        if not self.name.text().strip():
            return self._refuse(tr("Give your programme a name."), self.name)
        if not self.meetings():
            return self._refuse(tr("Give at least one meeting a name."), self._rows[0].name)
        self._error.hide()
        return True

    def say(self, error: str) -> None:
        """Show what is wrong."""
        self._error.setText(error)
        self._error.setVisible(bool(error))

    def _refuse(self, error: str, field: QWidget) -> bool:
        self.say(error)
        field.setAccessibleDescription(error)
        field.setFocus()
        return False

    def _remove(self, row: "_Row") -> None:
        at = self._rows.index(row)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._rows[min(at, len(self._rows) - 1)].name.setFocus()
        self._show_removals()

    def _show_removals(self) -> None:
        for row in self._rows:
            row.remove.setVisible(len(self._rows) > 1)


class _Row(QWidget):
    """One meeting."""

    def __init__(self, number: int, day: dt.date) -> None:
        super().__init__()
        spoken = tr("Meeting {number}", number=number)
        self.name = QLineEdit()
        self.name.setObjectName(f"start.own.{number}.name")
        self.name.setFont(theme.font("input"))
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(tr("Name of the meeting"))
        self.name.setAccessibleName(f"{spoken}, {tr('Name of the meeting')}")
        self.first = DateField(day, name=f"start.own.{number}.first", spoken=tr("{name}, first day", name=spoken))
        self.last = DateField(day, name=f"start.own.{number}.last", spoken=tr("{name}, last day", name=spoken))
        self.first.dateChanged.connect(lambda: self.last.set_day(max(self.first.day(), self.last.day())))
        self.remove = button("", "icon", icon="x", name=f"start.own.{number}.remove", tip=tr("Remove this meeting"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        grid.addWidget(rule(), 0, 0, 1, 4)
        if theme.is_large():
            grid.addWidget(self.name, 1, 0, 1, 3)
            grid.addWidget(self.first, 2, 0)
            grid.addWidget(self.last, 2, 1)
        else:
            for at, field in enumerate((self.name, self.first, self.last)):
                field.setMinimumWidth(theme.px(160))
                grid.addWidget(field, 1, at)
            grid.setColumnStretch(0, 1)
        grid.addWidget(self.remove, 1, 3)
