"""One remark: what was said, what it seems to be about, and a yes or a no."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.domain.returning import RemarkKind, RemarkState
from journal.storage.returned import Choice, RemarkLine
from journal.storage.shares import SharedPiece
from journal.text import tr
from ui import theme
from ui.pages.returned.fragment_choice import FragmentChoice
from ui.pages.returned.sentences import text_of
from ui.widgets.flow import Flow
from ui.widgets.words import button, rule, words


class RemarkRow(QFrame):
    """``decided(choice)``: keep it beside a fragment, leave it out, or let it wait again."""

    decided = Signal(object)

    def __init__(self, remark: RemarkLine, pieces: Sequence[SharedPiece], *, why: str = "") -> None:
        super().__init__()
        self.remark, self._pieces = remark, pieces
        self._fragment: FragmentChoice | None = None
        self.setObjectName(f"returned.remark.{remark.id}")
        self.setAccessibleName(text_of(remark))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20 if remark.kind is RemarkKind.REPLY else 0), 0, 0, theme.px(6))
        column.setSpacing(theme.px(6))
        column.addWidget(rule())
        column.addWidget(words(self._head(), "caption_bold", "text2"))
        if remark.quoted:
            column.addWidget(words(f"“{remark.quoted}”", "read_s", "text2"))
        spoken = remark.text or remark.kind is not RemarkKind.MARK
        if spoken or not remark.quoted:
            column.addWidget(words(text_of(remark), "read_s"))
        if remark.state is RemarkState.PROPOSED:
            self._add_choice(column, why)
        else:
            self._add_outcome(column)

    def focus_first(self) -> None:
        """Put the keyboard where the answer is given."""
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def choice(self, state: RemarkState) -> Choice:
        """What is chosen now, with this state."""
        code, fragment = self._fragment.chosen() if self._fragment else (self.remark.code, self.remark.fragment)
        return Choice(self.remark.id, state, code, fragment)

    def _head(self) -> str:
        remark = self.remark
        page = tr("page {page}", page=remark.page) if remark.page else ""
        how = {
            RemarkKind.TYPED: tr("typed in the page"),
            RemarkKind.MARK: tr("marked"),
            RemarkKind.REPLY: tr("replied"),
            RemarkKind.HAND: tr("written by hand"),
            RemarkKind.OWN: tr("typed over by you"),
        }.get(remark.kind, "")
        return ", ".join(part for part in (remark.author, how, page) if part) or tr("Remark")

    def _add_choice(self, column: QVBoxLayout, why: str) -> None:
        self._fragment = FragmentChoice(
            self._pieces, self.remark.code, self.remark.fragment, name=f"returned.beside.{self.remark.id}"
        )
        self._fragment.currentIndexChanged.connect(self._show_piece)
        label = tr("Belongs to this, {why}:", why=why) if why else tr("Belongs to:")
        column.addWidget(words(label, "caption", "text3"))
        column.addWidget(self._fragment)
        self._piece = words("", "read_s", "text2", name=f"returned.printed.{self.remark.id}")
        column.addWidget(self._piece)
        self._show_piece()
        bar = QWidget()
        row = Flow(bar, spacing=12)
        self.first = button(tr("Yes, beside this"), name=f"returned.yes.{self.remark.id}")
        self.first.clicked.connect(lambda: self.decided.emit(self.choice(RemarkState.KEPT)))
        leave = button(tr("Leave out"), "text", name=f"returned.no.{self.remark.id}")
        leave.clicked.connect(lambda: self.decided.emit(self.choice(RemarkState.LEFT)))
        row.addWidget(self.first)
        row.addWidget(leave)
        column.addWidget(bar)

    def _add_outcome(self, column: QVBoxLayout) -> None:
        remark = self.remark
        bar = QWidget()
        row = Flow(bar, spacing=12)
        if remark.state is RemarkState.LEFT:
            said = tr("Left out")
        elif remark.fragment:
            title = next((each.title for each in self._pieces if each.fragment == remark.fragment), "")
            place = " ".join(part for part in (remark.code, title) if part)
            said = tr("Stands beside {place}", place=place) if place else tr("Stands beside your text")
        else:
            said = tr("Stands with the whole paper")
        row.addWidget(words(said, "caption", "text3", wrap=False))
        self.first = button(tr("Choose again"), "link", name=f"returned.again.{remark.id}")
        self.first.clicked.connect(lambda: self.decided.emit(self.choice(RemarkState.PROPOSED)))
        row.addWidget(self.first)
        column.addWidget(bar)

    def _show_piece(self) -> None:
        assert self._fragment is not None
        code, _fragment = self._fragment.chosen()
        text = next((each.text for each in self._pieces if each.code == code), "")
        self._piece.setText(text)
        self._piece.setVisible(bool(text))
