"""Starting a case from what was written before: choose it, see which words would go where, tick, take over."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.domain.case_takeover import Piece
from journal.storage import cases, entries
from journal.text import tr
from ui import theme
from ui.pages.case.piece_row import PieceRow
from ui.store import Store
from ui.widgets.flow import Flow
from ui.widgets.prose import Prose
from ui.widgets.question_shift import name_of_entry
from ui.widgets.text_link import TextLink
from ui.widgets.words import button, clear

_AT_ONCE = 8


class StartFrom(QFrame):
    """``chosen(entry id, pieces)`` when its writer takes over; ``left`` when not. Nothing is changed here.

    ``show_sources`` begins, once this is on screen.
    """

    chosen = Signal(int, object)
    left = Signal()
    laid_out = Signal()
    """Other controls than before: Tab wants to know."""

    def __init__(self, store: Store, written: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("case.start_from")
        self.setProperty("kind", "card")
        self._store, self._written = store, written
        self._shown = _AT_ONCE
        self._source = 0
        self.rows: list[PieceRow] = []
        self._title = Prose("", "card_title")
        self._lead = Prose("", "ui", "text2")
        self._list = QWidget()
        self._inside = QVBoxLayout(self._list)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(theme.px(4))
        self.take = button(tr("Take over"), "primary", name="case.take")
        self.take.clicked.connect(self._take)
        self._other = button(tr("Choose another one"), "text", name="case.take.other")
        self._other.clicked.connect(self.show_sources)
        leave = button(tr("Better not"), "text", name="case.take.not")
        leave.clicked.connect(self.left)
        foot = QWidget()
        flow = Flow(foot, spacing=theme.px(8))
        for made in (self.take, self._other, leave):
            flow.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(0)
        for part, gap in ((self._title, 4), (self._lead, 12), (self._list, 16), (foot, 0)):
            column.addWidget(part)
            column.addSpacing(theme.px(gap))

    def show_sources(self) -> None:
        """The newest of what there is, and the way to older ones."""
        found = self._store.read(cases.sources, self._store.journey_id, self._store.guidance, limit=self._shown + 1)
        self._title.setText(tr("What do you want to start from?"))
        self._lead.setText(
            tr("You see first which words would go where. They are copied; what you wrote stays as it is.")
            if found
            else tr("There is no reflection or experiment yet. You can write your case below at once.")
        )
        clear(self._list)
        self.rows = []
        links = [
            TextLink(name_of_entry(line, self._store.guidance), line.id, name=f"case.source.{line.id}")
            for line in found[: self._shown]
        ]
        for link in links:
            link.chosen.connect(self.show_pieces)
            self._inside.addWidget(link)
            link.show()  # a layout shows it later, and only what shows takes the keyboard
        if len(found) > self._shown:
            more = button(tr("Show older ones"), "text", name="case.source.older")
            more.clicked.connect(self._older)
            self._inside.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot(pieces=False)
        self.laid_out.emit()
        if links:
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pieces(self, entry_id: int) -> None:
        """What this one has for the case, all of it ticked."""
        self._source = entry_id
        guidance = self._store.guidance
        found: Sequence[Piece] = self._store.read(cases.pieces, entry_id, guidance)
        line = self._store.read(entries.listed, self._store.journey_id, [self._form_of(entry_id)], only=[entry_id])
        self._title.setText(name_of_entry(line[0], guidance) if line else tr("What do you want to start from?"))
        self._lead.setText(
            tr("This would go into your case. Untick what you leave behind.")
            if found
            else tr("Nothing here fits a question of your case.")
        )
        clear(self._list)
        self.rows = [PieceRow(piece, self._written.get(piece.target, ""), guidance) for piece in found]
        for row in self.rows:
            row.box.toggled.connect(self._count)
            self._inside.addWidget(row)
            row.show()
        self._foot(pieces=True)
        self.laid_out.emit()
        self._count()
        first = next((row.box for row in self.rows if row.box.isEnabled()), self._other)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_of(self, entry_id: int) -> str:
        return self._store.read(entries.whole, entry_id).entry.form_id

    def _foot(self, *, pieces: bool) -> None:
        self.take.setVisible(pieces)
        self._other.setVisible(pieces)

    def _older(self) -> None:
        self._shown += 3 * _AT_ONCE
        self.show_sources()

    def _count(self) -> None:
        self.take.setEnabled(any(row.box.isChecked() for row in self.rows))

    def _take(self) -> None:
        self.chosen.emit(self._source, [row.piece for row in self.rows if row.box.isChecked()])
