"""The five words of a theme's line: open once there are words beside it, and never a number."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.mixed import Mixed
from ui.widgets.segments import Segments


class ThemeMark(QWidget):
    """``marked(level)`` with 1 to 5, or None when the same word was chosen again.

    ``earlier`` is what was chosen after the session before: (its name, the word).
    """

    marked = Signal(object)

    def __init__(
        self,
        marks: Sequence[str],
        *,
        theme_name: str,
        earlier: tuple[str, str] | None = None,
        name: str = "theme_mark",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(9))
        self.line = Segments(marks, may_clear=True, name=name)
        self.line.setAccessibleName(theme_name)
        for segment, mark in zip(self.line.segments, marks, strict=True):
            segment.setAccessibleName(tr("{theme}: {mark}", theme=theme_name, mark=mark))
        self.line.chosen.connect(lambda index: self.marked.emit(index + 1))
        self.line.cleared.connect(lambda: self.marked.emit(None))
        column.addWidget(self.line)
        self._reason = tr("The line becomes available as soon as you have a few words.")
        self._earlier = earlier
        self._note = Mixed(role="caption", name=f"{name}.note")
        self._note.setMinimumHeight(theme.line_height("caption"))
        column.addWidget(self._note)
        self.set_open(is_open=False)

    def set_level(self, level: int | None) -> None:
        """Show the chosen word."""
        self.line.set_current(-1 if level is None else level - 1)

    def level(self) -> int | None:
        """The chosen level, 1 to 5."""
        return None if self.line.current() < 0 else self.line.current() + 1

    def set_open(self, *, is_open: bool) -> None:
        """Open when there are words; closed it says why."""
        self.line.setEnabled(is_open)
        self.line.setAccessibleDescription("" if is_open else self._reason)
        parts = [] if is_open else [(self._reason + " ", "text3", False)]
        if self._earlier:
            session, mark = self._earlier
            parts += [(tr("After {session}:", session=session) + " ", "text3", False), (mark, "text2", True)]
        self._note.say(*parts)
