"""All that came back, newest first; what was thrown away below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal import dates
from journal.domain.returning import ReturnedKind, Why
from journal.returned.codes import codes_in
from journal.storage import returned, shares
from journal.storage.returned import RemarkLine, ReturnedPaper
from journal.storage.shares import SharedPaper, SharedPiece
from journal.text import tr
from ui import theme
from ui.pages.returned.paper_card import PaperCard, Shown
from ui.pages.returned.paper_names import name_of
from ui.pages.returned.sentences import why
from ui.store import Store
from ui.widgets.flow import Flow
from ui.widgets.words import button, clear, words


class Papers(QWidget):
    """Cards; one that has remarks that wait is open by itself. Passes on what its cards ask."""

    decided = Signal(object)
    sender_given = Signal(int, str)
    named = Signal(int, str)
    typed = Signal(int, str, str, str)
    throw_requested = Signal(int)
    fetch_requested = Signal(int)
    save_requested = Signal(int)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._open: dict[int, bool] = {}
        self.cards: list[PaperCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))

    def show_all(self) -> None:
        """Everything as the journal has it now."""
        store = self._store
        clear(self)
        layout = self.layout()
        assert layout is not None
        shared = {each.share.id: each for each in store.read(shares.listed, store.journey_id)}
        found = store.read(returned.listed, store.journey_id)
        self.cards = []
        for paper in found:
            card = self._card(paper, shared.get(paper.share_id))
            self.cards.append(card)
            layout.addWidget(card)
        if not found:
            said = tr("Nothing came back yet. When it does, it stands here.")
            layout.addWidget(words(said, "ui", "text2", name="returned.none"))
        for paper in store.read(returned.listed, store.journey_id, thrown_away=True):
            layout.addWidget(self._thrown(paper))

    def settle(self) -> bool:
        """What stands in a field is passed on."""
        for card in self.cards:
            card.settle()
        return True

    def unfold(self, returned_id: int) -> None:
        """Show the remarks of one from now on."""
        self._open[returned_id] = True

    def focus_open(self, returned_id: int) -> None:
        """To the first remark of it that waits."""
        card = next((card for card in self.cards if card.paper.id == returned_id), None)
        row = card.first_open() if card else None
        if row is not None:
            row.focus_first()

    def focus_next(self, remark_id: int) -> None:
        """To the next remark that waits, in the card of this one first."""
        cards = sorted(self.cards, key=lambda card: all(row.remark.id != remark_id for row in card.rows))
        for card in cards:
            waiting = card.first_open()
            if waiting is not None:
                waiting.focus_first()
                return

    def names(self) -> list[tuple[int, str]]:
        """The papers that were shared, with what they are called."""
        listed = self._store.read(shares.listed, self._store.journey_id)
        return [(each.share.id or 0, name_of(each)) for each in listed]

    def file_name(self, returned_id: int) -> str:
        """A name to save it under."""
        paper = next(card.paper for card in self.cards if card.paper.id == returned_id)
        if paper.kind is ReturnedKind.PICTURE:
            return f"{paper.file_name or tr('Picture of the paper')}.jpg"
        return paper.file_name or "pdf.pdf"

    def _card(self, paper: ReturnedPaper, shared: SharedPaper | None) -> PaperCard:
        store = self._store
        pieces = store.read(shares.what, paper.share_id) if paper.share_id else ()
        remarks = store.read(returned.remarks, paper.id)
        is_open = self._open.get(paper.id, bool(paper.open))
        looked_at = is_open and paper.kind is not ReturnedKind.PDF
        given = Shown(
            paper,
            tr("About: {paper}", paper=name_of(shared)) if shared else tr("About no paper in particular"),
            pieces,
            remarks,
            store.read(returned.data, paper.id) if looked_at else b"",
            _reasons(remarks, pieces),
        )
        card = PaperCard(given, is_open=is_open)
        for name in ("decided", "sender_given", "named", "typed", "throw_requested", "save_requested"):
            getattr(card, name).connect(getattr(self, name))
        card.unfolded.connect(self._fold)
        return card

    def _fold(self, returned_id: int, is_open: bool) -> None:
        self.settle()
        self._open[returned_id] = is_open
        self.show_all()
        fold = self.findChild(QWidget, f"returned.fold.{returned_id}")
        if fold is not None:
            fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _thrown(self, paper: ReturnedPaper) -> QWidget:
        holder = QWidget()
        row = Flow(holder, spacing=12)
        day = dates.full(paper.came_at.astimezone().date())
        said = tr("Thrown away: {name}", name=", ".join(part for part in (paper.sender, paper.file_name, day) if part))
        row.addWidget(words(said, "ui", "text3", wrap=False))
        fetch = button(tr("Fetch back"), "link", icon="undo-2", name=f"returned.fetch.{paper.id}")
        fetch.clicked.connect(lambda: self.fetch_requested.emit(paper.id))
        row.addWidget(fetch)
        return holder


def _reasons(remarks: tuple[RemarkLine, ...], pieces: tuple[SharedPiece, ...]) -> Mapping[int, str]:
    """Why each stands where it is proposed; it follows from what it says."""
    known = {piece.code for piece in pieces}
    found = {}
    for remark in remarks:
        by_code = any(written.code == remark.code for written in codes_in(f"{remark.text} {remark.quoted}", known))
        reason = Why.CODE if by_code else Why.PLACE if remark.page else Why.NOTHING
        found[remark.id] = why(reason) if remark.fragment else ""
    return found
