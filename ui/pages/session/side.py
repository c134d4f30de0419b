"""Beside the step: the clock, a pause, and five minutes more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.domain.meeting_clock import MORE_MINUTES
from journal.text import tr, trn
from ui import theme
from ui.widgets.clock_face import ClockFace
from ui.widgets.prose import Prose
from ui.widgets.words import button


class ClockSide(QWidget):
    """``pause_requested`` to stop or go on, ``more_requested`` for more time."""

    pause_requested = Signal()
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._compact = False
        self.face = ClockFace()
        self.pause = button(tr("Pause"), name="session.pause")
        self.pause.clicked.connect(self.pause_requested)
        more = trn("{n} minute more", "{n} minutes more", MORE_MINUTES)
        self.more = button(more, "text", icon="plus", name="session.more")
        self.more.clicked.connect(self.more_requested)
        self.rest = Prose("", "caption", "text3", name="session.rest")
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(10))
        for widget in (self.face, self.pause, self.more, self.rest):
            self._row.addWidget(widget)
        self._row.addStretch(1)

    def set_compact(self, *, compact: bool) -> None:
        """Beside each other where there is little room, else under each other."""
        self._compact = compact
        self.face.set_small(small=compact)
        way = QBoxLayout.Direction.LeftToRight if compact else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        middle = Qt.AlignmentFlag.AlignVCenter if compact else Qt.AlignmentFlag.AlignHCenter
        for widget in (self.face, self.pause, self.more, self.rest):
            self._row.setAlignment(widget, middle)
        self.rest.setAlignment(Qt.AlignmentFlag.AlignLeft if compact else Qt.AlignmentFlag.AlignHCenter)

    def show_rest(self, seconds: float, *, running: bool) -> None:
        """What is planned until the end, and what the button does."""
        minutes = round(seconds / 60)
        rest = trn("{n} minute to the end", "{n} minutes to the end", minutes)
        self.rest.setText(f"{self.face.words()}, {rest}" if self._compact else rest)
        self.pause.setText(tr("Pause") if running else tr("Go on"))
