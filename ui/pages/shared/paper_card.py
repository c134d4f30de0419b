"""One paper that was shared: when, for whom, and when opened what was on it, the file, and its answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain import fragment_ids
from journal.domain.sharing import PaperKind, Recipient
from journal.storage.remarks import KeptRemark
from journal.storage.shares import SharedPaper, SharedPiece
from journal.text import tr
from ui import theme
from ui.icons import icon
from ui.pages.shared import words as told
from ui.widgets.flow import Flow
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.remark_cards import RemarkCards
from ui.widgets.words import button, rule


class PaperCard(QFrame):
    """``view_requested``, ``save_requested`` and ``returned_requested``, each with the id of the share."""

    view_requested = Signal(int)
    save_requested = Signal(int)
    returned_requested = Signal(int)

    def __init__(
        self, paper: SharedPaper, pieces: Callable[[int], Sequence[SharedPiece]], remarks: Sequence[KeptRemark] = ()
    ) -> None:
        super().__init__()
        self.paper, self._pieces, self._remarks = paper, pieces, remarks
        self.id = paper.share.id or 0
        self.setProperty("kind", "card")
        self.setObjectName(f"shared.{self.id}")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(each) for each in (20, 16, 20, 16)])
        column.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Prose(told.title(paper.share), "ui_bold"), 1)
        self._opener = button("", "icon", name=f"shared.{self.id}.open")
        self._opener.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._opener.clicked.connect(lambda: self.set_open(not self.is_open()))
        head.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Prose(told.when(paper.share), "caption", "text2"))
        column.addWidget(Prose(told.about(paper), "caption", "text3"))
        self._answered = paper.returned > 0 or paper.share.recipient != Recipient.SELF  # nobody answers one's own copy
        if self._answered:
            column.addWidget(Prose(told.answers(paper), "caption", "text3"))
        self._inside: QWidget | None = None
        self.set_open(False)

    def is_open(self) -> bool:
        """Whether what was on it shows."""
        return self._inside is not None and not self._inside.isHidden()

    def set_open(self, opened: bool) -> None:
        """Show what was on it, or only its name."""
        if opened and self._inside is None:
            self._inside = self._make_inside()
            self._column.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(opened)
        said = tr("Close {title}") if opened else tr("Open {title}")
        self._opener.setIcon(icon("chevron-down" if opened else "chevron-right", "text2", 18))
        self._opener.setAccessibleName(said.format(title=told.title(self.paper.share)))
        self._opener.setToolTip(tr("What was on it"))

    def _make_inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(rule())
        pieces = self._pieces(self.id)
        left = list(self._remarks)
        for piece in pieces:
            column.addWidget(_piece(piece))
            about = [remark for remark in left if remark.fragment == fragment_ids.answer_of(piece.fragment)]
            if about:
                column.addWidget(RemarkCards(about, name=f"shared.{self.id}.remarks.{piece.code}"))
                left = [remark for remark in left if remark not in about]
        if left:
            column.addWidget(RemarkCards(left, name=f"shared.{self.id}.remarks"))
        if not pieces:
            column.addWidget(Prose(_nothing_told(self.paper.share.kind), "caption", "text3"))
        column.addWidget(self._make_buttons())
        return inside

    def _make_buttons(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, spacing=theme.px(8))
        if self.paper.kept:
            view = button(tr("View the paper"), icon="eye", name=f"shared.{self.id}.view")
            view.clicked.connect(lambda: self.view_requested.emit(self.id))
            save = button(tr("Save again…"), "text", icon="file-down", name=f"shared.{self.id}.save")
            save.clicked.connect(lambda: self.save_requested.emit(self.id))
            flow.addWidget(view)
            flow.addWidget(save)
        elif self.paper.share.kind != PaperKind.JOURNAL:
            missing = tr("The paper itself was not kept yet when this was shared.")
            flow.addWidget(Prose(missing, "caption", "text3"))
        if self._answered:
            words, sign = tr("Answers and remarks"), "message-circle-question"
            answers = button(words, "text", icon=sign, name=f"shared.{self.id}.answers")
            answers.clicked.connect(lambda: self.returned_requested.emit(self.id))
            flow.addWidget(answers)
        return holder


def _nothing_told(kind: str) -> str:
    if kind == PaperKind.JOURNAL:
        return tr("Your whole journal is not kept in itself once more. You can make this paper again at any time.")
    if kind == PaperKind.HARVEST:
        return tr("Nothing from your journal is on it.")
    return tr("Which words were on it was not kept yet when this was shared.")


def _piece(piece: SharedPiece) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme.px(4), 0, 0)
    column.setSpacing(0)
    column.addWidget(Mixed((piece.code, "text3", False), (f"  {piece.title}", "text2", True), role="caption"))
    if piece.text.strip():
        column.addWidget(Prose(piece.text, "read_s"))
    return holder
