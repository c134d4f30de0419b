"""The question to the group in large, with the name of the case; hidden until its writer shows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button

_LONG = 160
"""A longer question is set smaller, so that the step stays on the screen."""


class _Barred(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(23), theme.px(2), 0, theme.px(2))
        column.setSpacing(theme.px(4))
        self.title = Prose("", "ui", "text3", name="session.title")
        self.words = Prose("", "question_xl", name="session.question")
        self.long = Prose("", "prompt", name="session.question.long")
        for widget in (self.title, self.words, self.long):
            column.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, theme.px(3), self.height(), theme.color("accent"))
        painter.end()


class QuestionView(QWidget):
    """``show_toggled(on)`` when its writer shows or hides it here."""

    show_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._barred = _Barred()
        self.toggle = button("", "link", name="session.question.toggle")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._barred)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._toggled(on=False)

    def show_words(self, title: str, question: str) -> None:
        """Hold these words ready. Nothing of them is seen until it is switched on."""
        self._title, self._question = title, question
        self.setVisible(bool(title or question))
        self._toggled(on=self.toggle.isChecked())

    def set_shown(self, *, on: bool) -> None:
        """Show or hide the words."""
        self.toggle.setChecked(on)

    _title, _question = "", ""

    def _toggled(self, on: bool) -> None:
        long = len(self._question) > _LONG
        barred = self._barred
        barred.title.setText(self._title if on else "")
        barred.words.setText(self._question if on and not long else "")
        barred.long.setText(self._question if on and long else "")
        barred.title.setVisible(bool(self._title))
        barred.words.setVisible(not long)
        barred.long.setVisible(long)
        barred.setVisible(on)
        self.toggle.setText(tr("Hide the question") if on else tr("Show the question on this screen"))
        self.show_toggled.emit(on)
