"""At the last session: where one now thinks one was at the beginning. Yardsticks shift; that is worth seeing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.records import Meeting
from journal.text import tr
from ui import theme
from ui.widgets.segments import Segments
from ui.widgets.words import words

_TWO_DAY = "two_day"


class Beginning(QWidget):
    """``marked(level)`` with 1 to 5, or None when the same word was chosen again."""

    marked = Signal(object)

    def __init__(self, marks: Sequence[str], *, theme_name: str, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(words(theme_name, "ui_bold"))
        self.line = Segments(marks, may_clear=True, name=name)
        self.line.setAccessibleName(theme_name)
        for segment, mark in zip(self.line.segments, marks, strict=True):
            segment.setAccessibleName(tr("{theme}, at the beginning: {mark}", theme=theme_name, mark=mark))
        self.line.chosen.connect(lambda index: self.marked.emit(index + 1))
        self.line.cleared.connect(lambda: self.marked.emit(None))
        column.addWidget(self.line)

    def show_mark(self, level: int | None, *, is_open: bool) -> None:
        """Show the chosen word; closed while there are no words of one's own."""
        self.line.setEnabled(is_open)
        self.line.set_current(-1 if level is None or not is_open else level - 1)


def is_last_of_several(meeting: Meeting | None, meetings: Sequence[Meeting]) -> bool:
    """Whether this is the last two-day session, and there was one before it."""
    held = [each.id for each in meetings if each.kind == _TWO_DAY and not each.skipped]
    return meeting is not None and len(held) > 1 and held[-1] == meeting.id
