"""The learning question on top of De reis, or the invitation to look for one."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal import dates
from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button

_WIDEST, _HIGH, _BELOW = 720, 124, 28
_LONG = 165
"""A question of more signs does not fit three lines; it is set smaller."""


class QuestionBlock(QWidget):
    """``requested``: the one button, to sharpen the question or to look for it."""

    requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_HIGH)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._row.addLayout(self._words, 1)
        self._button = button(tr("Sharpen"), icon="pen-line", name="journey.question")
        self._button.clicked.connect(self.requested)
        self._side = QVBoxLayout()
        self._row.addLayout(self._side)

    def show_question(self, text: str, *, first_on: dt.date | None, today: dt.date) -> None:
        """Show a question, or that there is none yet when ``text`` is empty. ``first_on``: day of a first version."""
        self._clear()
        self._words.addWidget(Prose(tr("My learning question"), "caption", "text3"))
        self._words.addSpacing(5)
        role = "prompt" if len(text) > _LONG else "question"
        question = Prose(text or tr("Your learning question may still come."), role, name="journey.question_text")
        question.setMaximumWidth(round(_WIDEST * max(theme.factor(), 1.0)))
        self._words.addWidget(question)
        if first_on is not None:
            self._words.addSpacing(5)
            self._words.addWidget(Prose(_first_version(first_on, today), "caption", "text3"))
        self._words.addSpacing(_BELOW)
        self._words.addStretch()
        self._button.setText(tr("Sharpen") if text else tr("Find a learning question"))

    def set_upright(self, *, upright: bool) -> None:
        """Put the button under the question, or beside it."""
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._row.setSpacing(0 if upright else 24)
        while self._side.count():
            self._side.takeAt(0)
        if not upright:
            self._side.addSpacing(30)
        self._side.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft if upright else Qt.AlignmentFlag.AlignRight)
        self._side.addSpacing(_BELOW)
        if not upright:
            self._side.addStretch()

    def _clear(self) -> None:
        while self._words.count():
            item = self._words.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _first_version(day: dt.date, today: dt.date) -> str:
    if day >= today:
        return tr("First version, written today")
    return tr("First version, written on {day}", day=dates.middle(day))
