"""A card of the survival guide: advice for who is at a place on the journey. Offered, and only shown when asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.domain.guidance import Stage
from journal.text import say, tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button


class TravelAdvice(QWidget):
    """A link that opens and closes the card. Shows nothing for a place without advice."""

    toggled = Signal(bool)

    def __init__(self, stage: Stage, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.ask = button(tr("Travel advice for this place"), "link", icon="life-buoy", name=f"{name}.{stage.id}")
        self.ask.setCheckable(True)
        self.ask.setMinimumHeight(theme.px(30))
        self.ask.toggled.connect(self._show)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.card = QFrame()
        self.card.setProperty("kind", "card")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        inside.setSpacing(theme.px(4))
        inside.addWidget(Prose(tr("From the survival guide"), "caption", "text3"))
        inside.addWidget(Prose(say(stage.travel_advice), "read_s", name=f"{name}.{stage.id}.words"))
        self.card.hide()
        column.addWidget(self.card)
        if not stage.travel_advice:
            self.hide()  # and never shown by itself: without a parent it would be a window

    def _show(self, shown: bool) -> None:
        self.card.setVisible(shown)
        self.toggled.emit(shown)
