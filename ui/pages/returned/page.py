"""What a coach or a group said to a paper, on its way to the text that it is about."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.domain.changes import Change
from journal.errors import JournalError
from journal.files import save
from journal.returned import mail
from journal.storage import returned
from journal.storage.returned import Choice
from journal.storage.trash import ThrownKind
from journal.text import tr, trn
from ui import notices, theme, throwing
from ui.pages.returned.ask_paper import AskPaper
from ui.pages.returned.coming_in import ComingIn
from ui.pages.returned.drop_card import DropCard
from ui.pages.returned.papers import Papers
from ui.pages.returned.sentences import trouble
from ui.photos import UnreadablePhoto, sources_in
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.reading_order import in_reading_order
from ui.widgets.speak import announce
from ui.widgets.undo_bar import UndoBar
from ui.widgets.words import top_column, words

_WIDEST = 760


class ReturnedPage(QWidget):
    """``intervisie_requested``: back. ``begin(share_id)``: what comes now is an answer to that paper."""

    intervisie_requested = Signal()
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._mail: mail.Mail | None = None
        self.setObjectName("returned")
        self.setAcceptDrops(True)
        self.drop, self.ask, self.undo = DropCard(), AskPaper(), UndoBar("returned.undo")
        self.papers = Papers(store)
        self.coming = ComingIn(store, self)
        self._lay_out()
        self._connect()
        store.undoing.stepped.connect(self._stepped)
        self.refresh()

    def begin(self, share_id: int) -> None:
        """What comes now belongs to this paper, unless it shows another one; 0: not known."""
        self.coming.share_id = share_id or None

    def refresh(self) -> None:
        """Show what came back, as the journal has it now."""
        self.settle()
        self.papers.show_all()
        in_reading_order(self)

    def settle(self) -> bool:
        """What stands in a field is passed on."""
        return self.papers.settle()

    def take(self, offered: QMimeData) -> bool:
        """Take the files, the picture or the text that is dropped or pasted."""
        sources = sources_in(offered)
        if sources:
            return self.coming.take(sources)
        if offered.hasText() and offered.text().strip():
            self.drop.open_mail(offered.text())
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, pictures and text may be dropped anywhere on the page."""
        if sources_in(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """They stay where they were, too."""
        if self.take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste anywhere; undo anywhere; Esc leaves what is asked."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
        elif event.matches(QKeySequence.StandardKey.Undo) and self.undo.isVisible():
            self.undo.button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(max(_WIDEST, theme.px(_WIDEST)) + 64)
        column = top_column(inside)
        column.setContentsMargins(32, theme.px(24), 32, theme.px(32))
        column.setSpacing(theme.px(12))
        back = back_button(tr("Intervisie"), name="returned.back")
        back.clicked.connect(self.intervisie_requested)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words(tr("Answer of your coach"), "question", name="returned.title"))
        for part in (self.drop, self.ask, self.undo, self.papers):
            column.addWidget(part)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusProxy(self.drop.choose)

    def _connect(self) -> None:
        coming, drop, papers = self.coming, self.drop, self.papers
        coming.busy.connect(drop.set_busy)
        coming.refused.connect(self._refused)
        coming.password_wanted.connect(self._password_wanted)
        coming.paper_wanted.connect(lambda name: self.ask.appear(self.papers.names(), name))
        coming.taken.connect(self._taken)
        drop.file_requested.connect(self._choose)
        drop.mail_given.connect(self._mail_given)
        drop.password_given.connect(coming.try_password)
        drop.stopped.connect(coming.stop)
        drop.left.connect(coming.leave)
        drop.all_wanted.connect(self._all_lines)
        self.ask.chosen.connect(self._paper_chosen)
        self.ask.left.connect(coming.leave)
        papers.decided.connect(self._decide)
        papers.sender_given.connect(lambda id_, text: self._do(returned.set_sender, id_, text))
        papers.named.connect(lambda id_, text: self._do(returned.rename, id_, text))
        papers.typed.connect(self._typed)
        papers.throw_requested.connect(self._throw)
        papers.fetch_requested.connect(self._fetch)
        papers.save_requested.connect(self._ask_where)
        self._store.changed.connect(self._someone_changed)

    def _do(self, operation: Callable[..., Any], *given: Any, **named: Any) -> bool:
        return self._try(lambda: self._store.do(operation, self, *given, **named))

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except JournalError:
            return False  # the store has told; all stays as it is
        return True

    def _choose(self) -> None:
        kinds = tr("Papers and pictures") + " (*.pdf *.jpg *.jpeg *.png)"
        given, _ = QFileDialog.getOpenFileNames(self, tr("What came back"), "", kinds)
        self.coming.take([Path(each) for each in given])

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UnreadablePhoto):
            self.drop.say(tr("Reisgezel cannot read this photo. Save it as jpg first."), bad=True)
        else:
            self.drop.say(trouble(error), bad=True)  # type: ignore[arg-type]

    def _password_wanted(self, _name: str, tried: bool) -> None:
        said = tr("This password does not fit. Ask its sender.") if tried else ""
        self.drop.say(said or tr("This PDF has a password. Ask its sender, and fill it in here."), bad=tried)
        self.drop.ask_password()

    def _paper_chosen(self, share_id: object) -> None:
        self.ask.hide()
        self.coming.choose_paper(share_id if isinstance(share_id, int) else None)

    def _mail_given(self, text: str) -> None:
        found = self.coming.divided(text)
        if not found.remarks:
            self.drop.say(tr("There are no words in it to take in."), bad=True)
            return
        self._mail_text, self._mail = text, found
        self.drop.close_mail()
        self.coming.take_mail(text, found)

    def _all_lines(self) -> None:
        """The lines that repeat or sign come along after all."""
        if self._mail_id:
            self._do(returned.throw_away, self._mail_id)
        whole = f"{self._mail_text}\n"  # another text than the one that was thrown away
        self._mail = None
        self.coming.take_mail(whole, self.coming.divided(whole, whole=True))

    _mail_text, _mail_id = "", 0

    def _taken(self, returned_id: int, already: bool, count: int) -> None:
        self.papers.unfold(returned_id)
        self.papers.show_all()
        left_out = bool(self._mail and self._mail.left_out)
        if already:
            said = tr("You have this already; nothing was doubled.")
        elif count:
            said = trn("{n} remark found. Say below where it belongs.", "{n} remarks found. Say below where.", count)
        else:
            said = tr("It is kept. There are no remarks in it that Reisgezel can read; you can type them over.")
        if left_out:
            said += " " + tr("Lines that only repeat or sign were left out.")
        self._mail_id = returned_id if left_out else 0
        self._mail = None
        self.drop.say(said, more=left_out)
        self.papers.focus_open(returned_id)
        in_reading_order(self)

    def _decide(self, choices: Sequence[Choice]) -> None:
        try:
            before = self._store.do(returned.decide, self, choices)
        except JournalError:
            return  # the store has told; the remark still waits
        self.papers.show_all()
        self.papers.focus_next(choices[0].remark_id)
        many = len(choices)
        said = trn("{n} remark decided.", "{n} remarks decided.", many)
        store = self._store
        store.undoing.did(
            trn("{n} decision", "{n} decisions", many),
            lambda: store.do(returned.decide, store.undoing, before),
            lambda: store.do(returned.decide, store.undoing, choices),
        )
        self.undo.offer(said, store.undoing.undo)

    def _stepped(self) -> None:
        """Something was taken back or done again: show it."""
        self.undo.hide()
        if self.isVisible():
            self.papers.show_all()
            self.papers.focus_next(0)

    def _typed(self, returned_id: int, text: str, code: str, fragment: str) -> None:
        if self._do(returned.add, returned_id, text, code=code, fragment=fragment):
            self.papers.show_all()
            announce(self, tr("It stands there now."))

    def _throw(self, returned_id: int) -> None:
        if self._try(lambda: throwing.throw_away(self._store, self, returned_id, "", ThrownKind.RETURNED)):
            self.papers.show_all()
            self.undo.offer(tr("Thrown away. You can fetch it back below."), self._store.undoing.undo)

    def _fetch(self, returned_id: int) -> None:
        if self._try(lambda: throwing.fetch_back(self._store, self, returned_id, "", ThrownKind.RETURNED)):
            self.undo.hide()
            self.papers.show_all()

    def _ask_where(self, returned_id: int) -> None:
        name = self.papers.file_name(returned_id)
        given, _ = QFileDialog.getSaveFileName(self, tr("Save the file"), name)
        if given:
            try:
                save(self._store.read(returned.data, returned_id), Path(given))
            except JournalError as error:
                self.drop.say(notices.sentence(error), bad=True)
                return
            said = tr("Saved as {name}. This file is no longer locked.", name=Path(given).name)
            self.drop.say(said)

    def _someone_changed(self, what: Change, by: object) -> None:
        if by not in {self, self.coming} and what & (Change.RETURNED | Change.SHARES) and self.isVisible():
            self.refresh()
