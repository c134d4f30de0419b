"""Cards of experiments: made for whoever shows them, and all of them under each other."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.storage.experiments import ExperimentLine
from journal.text import tr
from ui import theme
from ui.pages.webinars.experiment_card import ExperimentCard
from ui.store import Store
from ui.widgets.words import button, clear, words


class CardOwner(Protocol):
    """Who shows cards passes their wishes on."""

    @property
    def changed(self) -> SignalInstance:
        """Something of an experiment changed."""

    @property
    def follow_requested(self) -> SignalInstance:
        """Go on as a new experiment."""

    @property
    def throw_requested(self) -> SignalInstance:
        """Throw it away."""


def make_card(store: Store, line: ExperimentLine, by: object, owner: CardOwner) -> ExperimentCard:
    """A card whose wishes go to its owner."""
    card = ExperimentCard(store, line, by, upright=theme.is_large())
    card.changed.connect(owner.changed)
    card.follow_requested.connect(owner.follow_requested)
    card.throw_requested.connect(owner.throw_requested)
    return card


class Experiments(QWidget):
    """All experiments on cards, the running ones first; older ones after a button."""

    begin_requested = Signal(int)
    follow_requested = Signal(int)
    throw_requested = Signal(int)
    fetch_requested = Signal(int)
    changed = Signal()

    _AT_ONCE = 8

    def __init__(self, store: Store, by: object) -> None:
        super().__init__()
        self._store, self._by = store, by
        self.cards: list[ExperimentCard] = []
        self._waiting: list[ExperimentLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.px(32))
        self._column.setSpacing(theme.px(16))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_experiments(self, lines: Sequence[ExperimentLine], thrown: Sequence[tuple[int, str]]) -> None:
        """Show these, in this order, and what can be fetched back."""
        self.empty()
        self._waiting = list(lines)
        if not lines:
            self._column.addWidget(words(tr("Your experiments will stand here."), "read", "text2"))
        label, kind = tr("Begin an experiment"), "" if lines else "primary"
        begin = button(label, kind, icon="flask-conical", name="experiments.begin")
        begin.clicked.connect(lambda: self.begin_requested.emit(0))
        self._column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._more = button(tr("Show older ones"), "text", name="experiments.more")
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        for entry_id, title in thrown:
            back = button(
                tr("Fetch back: {title}", title=title), "text", icon="undo-2", name=f"experiments.fetch.{entry_id}"
            )
            back.clicked.connect(lambda _checked=False, id_=entry_id: self.fetch_requested.emit(id_))
            self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_more()

    def empty(self) -> None:
        """Show nothing; what was written is saved before."""
        clear(self)
        self.cards, self._waiting = [], []

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [card for card in self.cards if not card.settle()]

    def card(self, entry_id: int) -> ExperimentCard | None:
        """The card of an experiment; shows the older ones when it is among them."""
        while self._waiting and all(card.entry_id != entry_id for card in self.cards):
            self._show_more()
        return next((card for card in self.cards if card.entry_id == entry_id), None)

    def _show_more(self) -> None:
        some, self._waiting = self._waiting[: self._AT_ONCE], self._waiting[self._AT_ONCE :]
        at = self._column.indexOf(self._more)
        for line in some:
            card = make_card(self._store, line, self._by, self)
            self.cards.append(card)
            self._column.insertWidget(at, card)
            at += 1
        self._more.setVisible(bool(self._waiting))
