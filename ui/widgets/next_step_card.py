"""The card "Next step": one thing that could be done now, with one primary button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.next_step_words import Offer
from ui.widgets.prose import Prose
from ui.widgets.words import button, clear

_TEXT_BUTTON = 12
"""The room around the words of a text button may lie in the margin."""


class NextStepCard(QFrame):
    """``chosen(action)``: resume, later, begin, short, harvest, prepare, experiment, note or explore."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("next_step")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, _TEXT_BUTTON, 22)
        column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 24 - _TEXT_BUTTON, 0)
        inner.setSpacing(0)
        inner.addWidget(Prose(tr("Next step"), "caption", "text3"))
        inner.addSpacing(4)
        self._title = Prose("", "card_title", name="next_step.title")
        inner.addWidget(self._title)
        inner.addSpacing(7)
        self._body = Prose("", "ui", "text2")
        inner.addWidget(self._body)
        column.addLayout(inner)
        column.addStretch()
        column.addSpacing(theme.px(16))
        self._buttons = QWidget()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._flow = Flow(self._buttons, spacing=8)
        column.addWidget(self._buttons)

    def show_offer(self, offer: Offer) -> None:
        """Say something else."""
        self._title.setText(offer.title)
        self._body.setText(offer.body)
        self._title.updateGeometry()
        self._body.updateGeometry()
        for old in self._group.buttons():
            self._group.removeButton(old)
        clear(self._buttons)
        for number, (action, words) in enumerate(offer.buttons):
            icon = "pen-line" if action == "resume" else ""
            made = button(words, "text" if number else "primary", icon=icon, name=f"next_step.{action}")
            made.setProperty("action", action)
            self._group.addButton(made)
            self._flow.addWidget(made)
            made.show()

    def _clicked(self, made: QAbstractButton) -> None:
        self.chosen.emit(made.property("action"))

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in order."""
        return list(self._group.buttons())

    def focus_first(self) -> None:
        """Give the keyboard to the primary button."""
        self._group.buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)
