"""The left half of the page: the kinds as cards, and under them what the chosen kind asks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from journal.domain.sharing import PaperKind
from journal.text import tr
from ui import theme
from ui.pages.papers.choice import Choice
from ui.pages.papers.kind_card import KindCard
from ui.pages.papers.kinds import KINDS
from ui.pages.papers.offers import Heap
from ui.pages.papers.options import Options
from ui.widgets.paper import Paper
from ui.widgets.paper_password import PasswordPart
from ui.widgets.prose import Prose
from ui.widgets.waiting import Waiting
from ui.widgets.words import button, rule

_TWO_FROM = 480


class Chosen(QWidget):
    """``kind_chosen(PaperKind)``; ``coach_requested`` to tick what the coach is shown."""

    kind_chosen = Signal(object)
    coach_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        self._group = QButtonGroup(self)
        self.cards: dict[PaperKind, KindCard] = {}
        for each in KINDS:
            card = KindCard(each.title(), each.sentence(), each.sketch, name=f"papers.kind.{each.kind}")
            card.clicked.connect(lambda _checked, kind=each.kind: self.kind_chosen.emit(kind))
            self._group.addButton(card)
            self.cards[each.kind] = card
        self._columns = 0
        column.addLayout(self._grid)
        column.addSpacing(theme.px(8))
        column.addWidget(rule())
        column.addSpacing(theme.px(4))
        self._name = Prose("", "card_title", name="papers.chosen")
        column.addWidget(self._name)
        self.options = Options()
        column.addWidget(self.options)
        self._lead = Prose("", "ui", "text2", name="papers.lead")
        column.addWidget(self._lead)
        self._coach = button(tr("Choose what the coach sees"), name="papers.coach")
        self._coach.clicked.connect(self.coach_requested)
        column.addWidget(self._coach, 0, Qt.AlignmentFlag.AlignLeft)
        self.waiting = Waiting("papers")
        column.addWidget(self.waiting)
        self.pieces = Choice()
        self.waiting.wanted.connect(self.pieces.tick)
        column.addWidget(self.pieces)
        self._fits = Prose("", "caption", "warn", name="papers.fits")
        self._fits.hide()
        column.addWidget(self._fits)
        self._names = Prose("", "caption", "text2", name="papers.names")
        self._names.hide()
        column.addWidget(self._names)
        self.password = PasswordPart("papers")
        column.addWidget(self.password)
        self._place(2)

    def mark(self, kind: PaperKind) -> None:
        """Show which kind is in use."""
        self.cards[kind].setChecked(True)
        self._name.setText(self.cards[kind].text())
        self._fits.hide()
        self._names.hide()

    def show_pieces(self, kind: PaperKind, heaps: Sequence[Heap], on: frozenset[str], *, mine: bool) -> None:
        """Show what can be on it."""
        self._coach.setVisible(kind is PaperKind.COACH)
        self.pieces.show_heaps(heaps, on)
        self._lead.setText(self._words(kind, bool(heaps), mine=mine))
        self._lead.setVisible(bool(self._lead.text()))

    def tell_paper(self, paper: Paper) -> None:
        """Say how names print, and when a journey does not fit on its one page."""
        printed = [
            f"{each.name} → {each.replacement}" for each in paper.snapshot.names if each.name != each.replacement
        ]
        told = tr("So names print: {names}. You change this at your preparation. Not every name may have been found.")
        self._names.setText(told.format(names=", ".join(printed)) if printed else "")
        self._names.setVisible(bool(printed))
        over = paper.kind is PaperKind.ONE_PAGE and paper.pages > 1
        self._fits.setText(tr("This is more than one page. Choose less, or shorter sentences.") if over else "")
        self._fits.setVisible(over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards beside each other where there is room."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= theme.px(_TWO_FROM) else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, *divmod(number, columns))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @staticmethod
    def _words(kind: PaperKind, offered: bool, *, mine: bool) -> str:
        fixed = {
            PaperKind.COACH: tr(
                "You tick at your preparation what the coach sees; for the coach everything begins unticked too."
            ),
            PaperKind.JOURNAL: tr(
                "Names of others are in full, and letters to yourself stay closed. Keep this paper to yourself."
            ),
            PaperKind.HARVEST: tr("Nothing from your journal is on it."),
        }
        if kind in fixed:
            return fixed[kind]
        if not offered:
            return tr("Nothing has been written for this paper yet.")
        if mine and kind is PaperKind.ONE_PAGE:
            return tr("Pick one sentence for each session; the rest is ticked already.")
        if mine:
            return tr("For yourself everything is ticked. Take off what you do not want on it.")
        return tr("Everything begins unticked. Only what is on here gets into the pdf.")
