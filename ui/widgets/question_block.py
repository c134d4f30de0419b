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


class _Question(Prose):
    def heightForWidth(self, width: int) -> int:
        # A layout asks for the height at its own width, also where that is more than the label may have.
        return super().heightForWidth(min(width, self.maximumWidth()))


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
        self._question = _Question("", "question", name="journey.question_text")
        self._long_question = _Question("", "prompt", name="journey.long_question_text")
        self._version = Prose("", "caption", "text3")
        self._words.addWidget(Prose(tr("My learning question"), "caption", "text3"))
        self._words.addSpacing(5)
        for question in (self._question, self._long_question):
            question.setMaximumWidth(round(_WIDEST * max(theme.factor(), 1.0)))
            self._words.addWidget(question)
        self._words.addSpacing(5)
        self._words.addWidget(self._version)
        self._words.addSpacing(_BELOW - 5)
        self._words.addStretch()
        self._row.addLayout(self._words, 1)
        self._button = button(tr("Sharpen"), icon="pen-line", name="journey.question")
        self._button.clicked.connect(self.requested)
        self._side = QVBoxLayout()
        self._row.addLayout(self._side)

    def show_question(self, text: str, *, first_on: dt.date | None, today: dt.date) -> None:
        """Show a question, or that there is none yet when ``text`` is empty. ``first_on``: day of a first version."""
        is_long = len(text) > _LONG
        for shown, words in ((self._question, "" if is_long else text), (self._long_question, text if is_long else "")):
            shown.setText(words)
            shown.setVisible(bool(words))
        if not text:
            self._question.setText(tr("Your learning question may still come."))
            self._question.show()
        self._version.setText(_first_version(first_on, today) if first_on else "")
        self._version.setVisible(first_on is not None)
        self._button.setText(tr("Sharpen") if text else tr("Find a learning question"))

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in order."""
        return [self._button]

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


def _first_version(day: dt.date, today: dt.date) -> str:
    if day >= today:
        return tr("First version, written today")
    return tr("First version, written on {day}", day=dates.middle(day))
