"""One theme: the newest words, the small chart, and how it moved in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from journal.domain.guidance import Guidance
from journal.text import say, tr
from ui import theme
from ui.pages.lookback.theme_chart import ThemeChart
from ui.pages.lookback.themes import ThemeStory
from ui.widgets.mixed import Mixed
from ui.widgets.words import button, words


class ThemeCard(QFrame):
    """``all_requested(theme id)``: on a click, or Enter on its chart or its link."""

    all_requested = Signal(str)

    def __init__(self, story: ThemeStory, guidance: Guidance) -> None:
        super().__init__()
        self._id = story.theme.id
        self.setProperty("kind", "card")
        self.setObjectName(f"lookback.theme.{self._id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(22), theme.px(20))
        column.setSpacing(0)
        column.addWidget(words(say(story.theme.name), "card_title"))
        column.addSpacing(theme.px(6))
        if story.quote:
            column.addWidget(words(tr("“{words}”", words=story.quote), "read_s", name=f"lookback.quote.{self._id}"))
        else:
            column.addWidget(words(tr("Nothing written about this yet."), "ui", "text2"))
        column.addStretch(1)
        if story.after:
            column.addSpacing(theme.px(4))
            column.addWidget(words(story.after, "caption", "text2"))
        if story.marked:
            self._add_chart(column, story, guidance)
        if len(story.notes) > 1:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if len(story.notes) > 1 and not story.marked:
            link = button(tr("Everything about this"), "link", name=f"lookback.all.{self._id}")
            link.clicked.connect(lambda: self.all_requested.emit(self._id))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole card leads to all sentences."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.all_requested.emit(self._id)

    def _add_chart(self, column: QVBoxLayout, story: ThemeStory, guidance: Guidance) -> None:
        low, high = say(guidance.marks[0]), say(guidance.marks[-1])
        chart = ThemeChart(story.points, low, high, spoken=story.spoken(), name=f"lookback.chart.{self._id}")
        chart.activated.connect(lambda: self.all_requested.emit(self._id))
        column.addSpacing(theme.px(14))
        column.addWidget(chart)
        column.addSpacing(theme.px(10))
        if story.before and story.before != story.now:
            moved = Mixed((tr("from {word} to", word=story.before) + " ", "text2", False), (story.now, "text", True))
        elif story.before:
            moved = Mixed((tr("still") + " ", "text2", False), (story.now, "text", True))
        else:
            moved = Mixed((story.now, "text", True))
        moved.setObjectName(f"lookback.moved.{self._id}")
        column.addWidget(moved)
        if story.hint:
            column.addWidget(words(story.hint, "caption", "text2"))
