"""The panel of a meeting on the programme line: its dates, and what can be done with it."""

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.text import tr
from ui.widgets.date_field import DateField
from ui.widgets.popover import Popover
from ui.widgets.programme_node import Node
from ui.widgets.prose import Prose
from ui.widgets.words import button, words


class MeetingPopover(Popover):
    """``dates_chosen(meeting_id, first, last)``; ``action_requested(meeting_id)`` after it has closed.

    ``action``: the words of its one button, such as "Reflect"; empty for none. ``about``: what it is about.
    """

    dates_chosen = Signal(int, object, object)
    action_requested = Signal(int)

    def __init__(self, node: Node, *, about: str, action: str, days: int, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent, "meeting_panel")
        self._node, self._days = node, days
        self.setAccessibleName(node.name)
        self.column.addWidget(Prose(node.name, "card_title"))
        if about:
            self.column.addWidget(Prose(about, "read_s", "text2"))
        self.column.addSpacing(12)
        self._first = DateField(
            node.first or today,
            name="meeting_panel.first",
            spoken=tr("First day") if days > 1 else tr("Date"),
            parent=self,
        )
        self._last = DateField(
            node.last or node.first or today, name="meeting_panel.last", spoken=tr("Last day"), parent=self
        )
        self._last.setVisible(days > 1)
        for field in (self._first, self._last)[: 2 if days > 1 else 1]:
            self.column.addWidget(words(field.accessibleName(), "caption_bold", "text2"))
            self.column.addSpacing(4)
            self.column.addWidget(field)
            self.column.addSpacing(8)
        self.column.addSpacing(8)
        row = QHBoxLayout()
        if action:
            go = button(action, "primary", name="meeting_panel.action")
            go.clicked.connect(self._act)
            row.addWidget(go)
        keep = button(tr("Change date"), "text" if action else "", name="meeting_panel.keep")
        keep.clicked.connect(self._keep)
        row.addWidget(keep)
        row.addStretch()
        self.column.addLayout(row)
        self._first.dateChanged.connect(self._follow)

    def _follow(self, first: QDate) -> None:
        self._last.setMinimumDate(first)
        if first.daysTo(self._last.date()) >= max(self._days, 1) + 1 or self._last.date() == first:
            self._last.setDate(first.addDays(self._days - 1))

    def _keep(self) -> None:
        first = self._first.day()
        last = self._last.day() if self._days > 1 else first
        self.shut()
        self.dates_chosen.emit(self._node.meeting_id, first, last)

    def _act(self) -> None:
        self.shut(give_back=False)
        self.action_requested.emit(self._node.meeting_id)
