"""One thing that came back: from whom, about which paper, its remarks, and a place to type over what is in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from journal import dates
from journal.domain.returning import RemarkState, ReturnedKind
from journal.returned.mail import MOST_MAIL
from journal.returned.signs import tidy
from journal.storage.returned import RemarkLine, ReturnedPaper
from journal.storage.shares import SharedPiece
from journal.text import tr, trn
from ui import theme
from ui.pages.returned.own_remark import OwnRemark
from ui.pages.returned.remark_row import RemarkRow
from ui.photos import shown
from ui.widgets.flow import Flow
from ui.widgets.words import button, words

_PICTURE = 420, 300


@dataclass(frozen=True)
class Shown:
    """What a card shows. ``data``: the bytes of a picture or an e-mail, else empty."""

    paper: ReturnedPaper
    about: str
    pieces: Sequence[SharedPiece]
    remarks: Sequence[RemarkLine]
    data: bytes
    why: Mapping[int, str]


class PaperCard(QFrame):
    """Says what its reader wants of it: each signal begins with its id, ``decided`` carries the choices."""

    decided = Signal(object)
    sender_given = Signal(int, str)
    named = Signal(int, str)
    typed = Signal(int, str, str, str)
    throw_requested = Signal(int)
    save_requested = Signal(int)
    unfolded = Signal(int, bool)

    def __init__(self, given: Shown, *, is_open: bool) -> None:
        super().__init__()
        self._given = given
        self.paper = given.paper
        self.rows: list[RemarkRow] = []
        self.setProperty("kind", "card")
        self.setObjectName(f"returned.paper.{self.paper.id}")
        self.setAccessibleName(self._title())
        self._column = QVBoxLayout(self)
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(18), side, theme.px(18))
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(words(self._title(), "card_title"))
        self._column.addWidget(words(given.about, "caption", "text3"))
        self._add_fold(is_open=is_open)
        if is_open:
            self._add_sender()
            self._add_picture()
            self._add_mail()
            self._add_remarks()
            self.own = OwnRemark(given.pieces, self.paper.id)
            self.own.typed.connect(lambda text, code, of: self.typed.emit(self.paper.id, text, code, of))
            self._column.addWidget(self.own)
            self._add_foot()

    def settle(self) -> None:
        """What stands in a field is passed on."""
        for field in self.findChildren(QLineEdit):
            if field.isModified():
                field.editingFinished.emit()

    def first_open(self) -> RemarkRow | None:
        """The first remark that waits for an answer."""
        return next((row for row in self.rows if row.remark.state is RemarkState.PROPOSED), None)

    def _title(self) -> str:
        day = dates.full(self.paper.came_at.astimezone().date())
        sender = self.paper.sender
        title = tr("From {name}, {day}", name=sender, day=day) if sender else tr("Came back {day}", day=day)
        return f"{title}: {self.paper.file_name}" if self.paper.kind is ReturnedKind.PICTURE else title

    def _add_fold(self, *, is_open: bool) -> None:
        parts = []
        if self.paper.open:
            parts.append(trn("{n} remark waits for your yes", "{n} remarks wait for your yes", self.paper.open))
        if self.paper.kept:
            parts.append(trn("{n} beside your text", "{n} beside your text", self.paper.kept))
        if not self._given.remarks:
            parts.append(tr("No remarks that Reisgezel can read. You can type them over here."))
        self._column.addWidget(words(". ".join(parts), "ui", "text2"))
        label = tr("Fold up") if is_open else tr("Look at the remarks")
        fold = button(label, "link", name=f"returned.fold.{self.paper.id}")
        fold.clicked.connect(lambda: self.unfolded.emit(self.paper.id, not is_open))
        self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_sender(self) -> None:
        field = _field(tr("Who it is from"), self.paper.sender, f"returned.sender.{self.paper.id}")
        field.editingFinished.connect(lambda: self._given_text(field, self.sender_given))
        self._column.addWidget(words(tr("Who it is from"), "caption_bold", "text2"))
        self._column.addWidget(field)

    def _add_picture(self) -> None:
        if self.paper.kind is not ReturnedKind.PICTURE:
            return
        size = QSize(theme.px(_PICTURE[0]), theme.px(_PICTURE[1]))
        label = QLabel()
        label.setObjectName(f"returned.picture.{self.paper.id}")
        label.setAccessibleName(self.paper.file_name or tr("Picture of the paper"))
        label.setPixmap(QPixmap.fromImage(shown(self._given.data, size)))
        self._column.addWidget(label)
        field = _field(tr("Caption"), self.paper.file_name, f"returned.caption.{self.paper.id}")
        field.editingFinished.connect(lambda: self._given_text(field, self.named))
        self._column.addWidget(words(tr("Caption"), "caption_bold", "text2"))
        self._column.addWidget(field)

    def _add_mail(self) -> None:
        """The e-mail as it was pasted, with what was left out of it."""
        if self.paper.kind is not ReturnedKind.MAIL:
            return
        look = button(tr("The whole e-mail"), "link", name=f"returned.whole_mail.{self.paper.id}")
        look.setCheckable(True)
        text = tidy(self._given.data.decode("utf-8", "replace"), MOST_MAIL)
        whole = words(text, "read_s", "text2", selectable=True, name=f"returned.mail_text.{self.paper.id}")
        whole.hide()
        look.toggled.connect(whole.setVisible)
        self._column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(whole)

    def _given_text(self, field: QLineEdit, signal: object) -> None:
        if field.isModified():
            field.setModified(False)
            signal.emit(self.paper.id, field.text())  # type: ignore[attr-defined]

    def _add_remarks(self) -> None:
        for remark in self._given.remarks:
            row = RemarkRow(remark, self._given.pieces, why=self._given.why.get(remark.id, ""))
            row.decided.connect(lambda choice: self.decided.emit([choice]))
            self.rows.append(row)
            self._column.addWidget(row)

    def _add_foot(self) -> None:
        bar = QWidget()
        row = Flow(bar, spacing=12)
        waiting = [each for each in self.rows if each.remark.state is RemarkState.PROPOSED]
        if len(waiting) > 1:
            every = button(tr("Yes to all"), name=f"returned.all_yes.{self.paper.id}")
            every.clicked.connect(lambda: self.decided.emit([each.choice(RemarkState.KEPT) for each in waiting]))
            row.addWidget(every)
        if self.paper.kind is not ReturnedKind.MAIL:
            save = button(tr("Save the file…"), "text", icon="file-down", name=f"returned.save.{self.paper.id}")
            save.clicked.connect(lambda: self.save_requested.emit(self.paper.id))
            row.addWidget(save)
        throw = button(tr("Throw away"), "text", icon="trash-2", name=f"returned.throw.{self.paper.id}")
        throw.clicked.connect(lambda: self.throw_requested.emit(self.paper.id))
        row.addWidget(throw)
        self._column.addWidget(bar)


def _field(spoken: str, text: str, name: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setObjectName(name)
    field.setFont(theme.font("ui"))
    field.setAccessibleName(spoken)
    field.setPlaceholderText(spoken)
    field.setMaxLength(200)
    field.setMaximumWidth(theme.px(420))
    return field
