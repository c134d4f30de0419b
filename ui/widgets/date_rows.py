"""Rows with the first and the last day of meetings, and what is wrong with them under the row itself."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.domain.planning import Dates
from journal.text import tr
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.prose import Prose
from ui.widgets.words import restyle, rule

LABEL = 160


class DateRow(QWidget):
    """One meeting: its name, first day and, when it lasts longer, last day."""

    changed = Signal()

    def __init__(self, session_id: str, name: str, dates: Dates, *, one_day: bool = False) -> None:
        super().__init__()
        self.session_id = session_id
        self._one_day = one_day
        self._error = Prose("", "caption", "err", name=f"start.error.{session_id}")
        self._error.hide()
        self.first = DateField(
            dates.first, name=f"start.first.{session_id}", spoken=tr("{name}, first day", name=name), parent=self
        )
        self.last = DateField(
            dates.last, name=f"start.last.{session_id}", spoken=tr("{name}, last day", name=name), parent=self
        )
        self._length = dates.last - dates.first
        self.first.dateChanged.connect(self._first_moved)
        self.last.dateChanged.connect(self._last_moved)
        self._lay_out(name)

    def dates(self) -> Dates:
        """What the row says."""
        return Dates(self.first.day(), self.first.day() if self._one_day else self.last.day())

    def set_dates(self, dates: Dates) -> None:
        """Show other dates."""
        self._length = dates.last - dates.first
        self.first.set_day(dates.first)
        self.last.set_day(dates.last)

    def is_wrong(self) -> bool:
        """Whether the last day lies before the first; the row then says so."""
        return self.dates().is_reversed

    def focus_error(self) -> None:
        """Put the caret where it can be put right."""
        self.last.setFocus()

    def _lay_out(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = Prose(name, "ui_bold")
        until = QLabel(tr("up to and including"))
        until.setFont(theme.font("ui"))
        until.setProperty("ink", "text3")
        fields = QGridLayout() if theme.is_large() else QHBoxLayout()
        fields.setContentsMargins(0, theme.px(8), 0, theme.px(7))
        fields.setSpacing(16)
        if isinstance(fields, QGridLayout):
            fields.addWidget(label, 0, 0, 1, 4)
            fields.addWidget(self.first, 1, 0)
            if not self._one_day:
                fields.addWidget(until, 1, 1)
                fields.addWidget(self.last, 1, 2)
            fields.setColumnStretch(3, 1)
        else:
            label.setFixedWidth(theme.px(LABEL))
            for field in (label, self.first, *(() if self._one_day else (until, self.last))):
                fields.addWidget(field)
            fields.addStretch(1)
        self.last.setHidden(self._one_day)
        column.addLayout(fields)
        column.addWidget(self._error)

    def _first_moved(self) -> None:
        if not self._one_day and self._length.days >= 0:
            self.last.blockSignals(True)
            self.last.set_day(self.first.day() + self._length)
            self.last.blockSignals(False)
        self._look()

    def _last_moved(self) -> None:
        self._length = self.last.day() - self.first.day()
        self._look()

    def _look(self) -> None:
        wrong = self.is_wrong()
        self._error.setText(tr("The last day lies before the first.") if wrong else "")
        self._error.setVisible(wrong)
        self.last.setProperty("state", "error" if wrong else "")
        self.last.setAccessibleDescription(self._error.text())
        restyle(self.last)
        self.changed.emit()


class DateRows(QWidget):
    """Rows with hairlines between them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DateRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[DateRow]) -> None:
        """Take the place of the rows that were there."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.rows = list(rows)
        self._column.addWidget(rule())
        for row in rows:
            row.changed.connect(self.changed)
            self._column.addWidget(row)
            self._column.addWidget(rule())

    def dates(self) -> dict[str, Dates]:
        """What all rows say, by session."""
        return {row.session_id: row.dates() for row in self.rows}

    def wrong(self) -> DateRow | None:
        """The first row that cannot be right."""
        return next((row for row in self.rows if row.is_wrong()), None)

    def set_days(self, days: dict[str, dt.date]) -> None:
        """Show these days in rows of one day."""
        for row in self.rows:
            if row.session_id in days:
                row.set_dates(Dates(days[row.session_id], days[row.session_id]))
