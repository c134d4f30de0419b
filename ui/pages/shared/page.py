"""What I shared: a list of papers, the newest first."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QWidget

from journal.domain.sharing import PaperKind, Recipient
from journal.domain.snapshot import Snapshot
from journal.errors import CannotWrite, JournalError
from journal.export import pdf
from journal.storage import remarks, shares
from journal.synced_folders import kind_of
from journal.text import tr
from ui import theme
from ui.pages.shared.paper_card import PaperCard
from ui.store import Store
from ui.widgets import speak
from ui.widgets.arrow_button import back_button
from ui.widgets.paper import Paper
from ui.widgets.paper_large import LargePreview
from ui.widgets.prose import Prose
from ui.widgets.synced_step import SyncedStep
from ui.widgets.words import button, set_ink, top_column

_WIDEST, _MARGIN = 720, 32


class SharedPage(QScrollArea):
    """``intervisie_requested`` goes back; ``returned_requested(share_id)`` to what came home about a paper."""

    intervisie_requested = Signal()
    returned_requested = Signal(int)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._papers: tuple[shares.SharedPaper, ...] | None = None
        self._said: list[tuple[remarks.KeptRemark, ...]] = []
        self._saving = 0
        self._large: LargePreview | None = None
        self.cards: dict[int, PaperCard] = {}
        self.setObjectName("shared")
        self.setAccessibleName(tr("What I shared"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setProperty("ground", "none")
        ground.setMaximumWidth(theme.px(_WIDEST) + 2 * _MARGIN)
        self._column = top_column(ground)
        self._column.setContentsMargins(_MARGIN, theme.px(24), _MARGIN, theme.px(32))
        self._column.setSpacing(theme.px(16))
        back = back_button(tr("Intervisie"), name="shared.back")
        back.clicked.connect(self.intervisie_requested)
        self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Prose(tr("What I shared"), "question", name="shared.title"))
        self._lead = Prose("", "ui", "text2", name="shared.lead")
        self._column.addWidget(self._lead)
        self._begin = button(tr("To intervisie"), "primary", name="shared.begin")
        self._begin.clicked.connect(self.intervisie_requested)
        self._column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._note = Prose("", "ui", "text2", name="shared.note")
        self._step = SyncedStep("shared.synced")
        self._step.anyway.connect(lambda target: self.save_to(self._saving, target))
        self._step.elsewhere.connect(lambda: self._ask_where(self._saving))
        self._column.addWidget(self._note)
        self._column.addWidget(self._step)
        self.setWidget(ground)
        self.refresh()

    def refresh(self) -> None:
        """Show the papers as they are now; what is open stays open."""
        papers = self._store.read(shares.listed, self._store.journey_id)
        said = [self._store.read(remarks.of_share, each.share.id or 0) for each in papers]
        if (papers, said) == (self._papers, self._said):
            return
        opened = {id_ for id_, card in self.cards.items() if card.is_open()}
        first = self._papers is None
        self._papers, self._said = papers, said
        lead = tr("Here is what you shared, for whom and when. The papers are kept in your journal as they were.")
        none = tr("When you save or print a paper, it is remembered here: when, for whom, and what was on it.")
        self._lead.setText(lead if papers else none)
        self._begin.setVisible(not papers)
        self._note.setVisible(bool(self._note.text()))
        for old in self.cards.values():
            old.hide()
            old.deleteLater()
        self.cards = {}
        for paper, about in zip(papers, said, strict=True):
            card = PaperCard(paper, lambda id_: self._store.read(shares.what, id_), about)
            card.view_requested.connect(self.view)
            card.save_requested.connect(self._ask_where)
            card.returned_requested.connect(self.returned_requested)
            self.cards[card.id] = card
            self._column.addWidget(card)
            card.set_open(card.id in opened or (first and len(self.cards) == 1))

    def settle(self) -> bool:
        """Nothing is written here."""
        self._close_large()
        return True

    def view(self, share_id: int) -> None:
        """Show the very paper over the window."""
        data = self._store.read(shares.file, share_id)
        share = self.cards[share_id].paper.share
        self._close_large()
        shown = Paper(Snapshot(made_on=share.shared_at.date(), writer=""), data, share.pages)
        self._large = LargePreview(self.window(), shown, 0, grey=False)
        self._large.closed.connect(lambda _page, _grey: self._closed(share_id))
        self.destroyed.connect(self._large.deleteLater)

    def offer(self, share_id: int, target: Path) -> None:
        """Save it again, and say so first when the folder is synced or shared."""
        self._saving = share_id
        found = kind_of(target.parent)
        if found is None:
            self.save_to(share_id, target)
        else:
            self._step.ask(found, target)
            self.ensureWidgetVisible(self._step)

    def save_to(self, share_id: int, target: Path) -> bool:
        """Save the very file, and remember that it left once more. False, with a sentence, when it does not succeed."""
        share = self.cards[share_id].paper.share
        try:
            data = self._store.read(shares.file, share_id)
            pdf.save(data, target)
        except CannotWrite:
            self._tell(tr("Saving does not work here. Choose another folder."), "err")
            return False
        told = tr("Saved as {name}", name=target.name)
        if share.locked:
            told = f"{told}. {tr('The copy has no password. Reisgezel sends nothing; you choose who gets it.')}"
        self._tell(told, "text2")
        try:
            self._store.do(
                shares.remember,
                self,
                share.journey_id,
                preparation_id=share.preparation_id,
                kind=PaperKind(share.kind),
                recipient=Recipient(share.recipient),
                recipient_name=share.recipient_name,
                code=share.code,
                file_name=target.name,
                pages=share.pages,
                digest=Paper(Snapshot(made_on=share.shared_at.date(), writer=""), data).digest,
                fragments=self.cards[share_id].paper.fragments,
                data=data,
                placed=self._store.read(shares.placed, share_id),
            )
        except JournalError:
            return True  # the file is there; the window tells that the journal could not be written
        self.refresh()
        self._focus(share_id, "save")
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """The large page goes where its page goes: nothing of it stays over the lock."""
        self._close_large()
        super().hideEvent(event)

    def _ask_where(self, share_id: int) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.cards[share_id].paper.share.file_name
        proposed = str(Path(home) / (name if name.lower().endswith(".pdf") else f"{tr('Intervisie')}.pdf"))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save pdf"), proposed, tr("Pdf (*.pdf)"))
        if chosen:
            target = Path(chosen)
            ending = target.suffix.lower() == ".pdf"
            self.offer(share_id, target if ending else target.with_name(target.name + ".pdf"))

    def _tell(self, sentence: str, ink: str) -> None:
        set_ink(self._note, ink)
        self._note.setText(sentence)
        self._note.show()
        self.ensureWidgetVisible(self._note)
        speak.announce(self, sentence)

    def _closed(self, share_id: int) -> None:
        self._large = None
        self._focus(share_id, "view")

    def _focus(self, share_id: int, what: str) -> None:
        card = self.cards.get(share_id)
        found = card.findChild(QWidget, f"shared.{share_id}.{what}") if card else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_large(self) -> None:
        if self._large is not None:
            self._large.leave()
