"""The programmes that come with the app, as cards of which one is chosen; the lesser known ones come when asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.guidance import Programme
from journal.text import say
from ui import theme
from ui.widgets.choice_card import ChoiceCard


class ProgrammeChoice(QWidget):
    """The first programme and "another programme"; choosing that brings the cards of the rest.

    ``chosen(programme)`` when a programme is chosen; ``other_chosen`` for "another programme" itself.
    """

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
        for card in (self.cards[0], self.other, *self.cards[1:]):
            group.addButton(card.radio)
        self._rest = _beside_each_other(self.cards[1:])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_beside_each_other([self.cards[0], self.other]))
        column.addWidget(self._rest)
        self._rest.hide()
        for programme, card in zip(programmes, self.cards, strict=True):
            card.chosen.connect(lambda programme=programme: self.chosen.emit(programme))
        self.other.chosen.connect(self.other_chosen)
        self.cards[0].chosen.connect(self._rest.hide)
        self.other.chosen.connect(self._rest.show)

    def current(self) -> Programme | None:
        """What is chosen; None for the last card."""
        pairs = zip(self.programmes, self.cards, strict=True)
        return next((programme for programme, card in pairs if card.radio.isChecked()), None)

    def current_card(self) -> ChoiceCard:
        """The card that is chosen."""
        return next((card for card in self.cards if card.radio.isChecked()), self.other)


def _beside_each_other(cards: list[ChoiceCard]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(16)
    columns = 1 if theme.is_large() else 2
    for number, card in enumerate(cards):
        grid.addWidget(card, number // columns, number % columns)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return holder
