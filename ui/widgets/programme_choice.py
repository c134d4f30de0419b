"""The programmes that come with the app, as cards of which one is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from journal.domain.guidance import Programme
from journal.text import say
from ui import theme
from ui.widgets.choice_card import ChoiceCard


class ProgrammeChoice(QWidget):
    """Two cards beside each other, one with large text. ``chosen(programme)``; ``other_chosen`` for the last card."""

    chosen = Signal(object)
    other_chosen = Signal()

    def __init__(self, programmes: tuple[Programme, ...], other: tuple[str, str], *, name: str) -> None:
        super().__init__()
        self.programmes = programmes
        self.cards = [
            ChoiceCard(
                say(programme.name),
                say(programme.summary),
                # The first card has the name that it had when it was the only one.
                name=f"{name}.shipped" if number == 0 else f"{name}.{programme.id}",
            )
            for number, programme in enumerate(programmes)
        ]
        self.other = ChoiceCard(*other, name=f"{name}.other")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        columns = 1 if theme.is_large() else 2
        for number, card in enumerate((*self.cards, self.other)):
            group.addButton(card.radio)
            grid.addWidget(card, number // columns, number % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        for programme, card in zip(programmes, self.cards, strict=True):
            card.chosen.connect(lambda programme=programme: self.chosen.emit(programme))
        self.other.chosen.connect(self.other_chosen)

    def current(self) -> Programme | None:
        """What is chosen; None for the last card."""
        pairs = zip(self.programmes, self.cards, strict=True)
        return next((programme for programme, card in pairs if card.radio.isChecked()), None)

    def current_card(self) -> ChoiceCard:
        """The card that is chosen."""
        return next((card for card in self.cards if card.radio.isChecked()), self.other)
