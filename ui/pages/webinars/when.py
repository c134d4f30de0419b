"""The first day of an experiment, and the day to look back on it. Both may stay open."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.field_error import FieldError
from ui.widgets.words import restyle

_USUAL_WEEKS = 3


class When(QWidget):
    """``chosen(first, until)`` once both are in order; None is a day that is not chosen."""

    chosen = Signal(object, object)

    def __init__(self, first: dt.date | None, until: dt.date | None, today: dt.date, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        column.setSpacing(theme.px(6))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(2, 1)
        column.addLayout(self._grid)
        usual = (first or today) + dt.timedelta(weeks=_USUAL_WEEKS)
        self._rows = [
            self._row(tr("I begin on"), first, first or today, f"{name}.first"),
            self._row(tr("I look back on"), until, until or usual, f"{name}.until"),
        ]
        self._error = FieldError(f"{name}.error")
        column.addWidget(self._error)

    def _row(self, text: str, chosen: dt.date | None, proposed: dt.date, name: str) -> tuple[QCheckBox, DateField]:
        box = QCheckBox(text)
        box.setFont(theme.font("ui"))
        box.setObjectName(name)
        box.setChecked(chosen is not None)
        field = DateField(proposed, name=f"{name}.day", spoken=text)
        field.setVisible(chosen is not None)
        box.toggled.connect(field.setVisible)
        box.toggled.connect(self._changed)
        field.dateChanged.connect(self._changed)
        below = self._grid.rowCount()
        self._grid.addWidget(box, below, 0)
        self._grid.addWidget(field, below + 1 if theme.is_large() else below, 0 if theme.is_large() else 1)
        return box, field

    def _changed(self) -> None:
        first, until = (field.day() if box.isChecked() else None for box, field in self._rows)
        wrong = first is not None and until is not None and until < first
        last = self._rows[1][1]
        last.setProperty("state", "error" if wrong else "")
        restyle(last)
        if wrong:
            self._error.show_error(tr("This date lies before the beginning."))
        else:
            self._error.clear()
            self.chosen.emit(first, until)
