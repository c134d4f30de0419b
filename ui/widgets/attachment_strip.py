"""What stands with an entry beside its words: drawings, models and photos, and the ways to add one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal.domain.records import AttachmentKind
from journal.errors import JournalError
from journal.storage import attachments
from journal.storage.trash import ThrownKind
from journal.text import tr
from ui import theme, throwing
from ui.jobs import run
from ui.photos import Photo, Source, UnreadablePhoto, sources_in, take_in
from ui.store import Store
from ui.widgets.attachment_card import AttachmentCard, small_picture, title_of
from ui.widgets.speak import announce
from ui.widgets.words import button, clear, words


class AttachmentStrip(QWidget):
    """``opened(kind, id)``: somebody wants to see one, or make one (id 0). Photos can be dropped and pasted here."""

    opened = Signal(str, int)

    def __init__(self, store: Store, entry_id: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._entry_id, self._title = store, entry_id, title
        self._said, self._trouble, self._waiting = "", False, 0
        self._seen: object = None
        self.setObjectName("attachments")
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        store.undoing.stepped.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal has now; the same again leaves everything, the focus too, as it was."""
        lines = self._store.read(attachments.of_entry, self._entry_id)
        gone = self._store.read(attachments.of_entry, self._entry_id, thrown_away=True)
        seen = (tuple(lines), tuple(gone), self._said, self._waiting)
        if seen == self._seen:
            return
        self._seen = seen
        clear(self)
        self._add(words(self._title, "ui_bold"), 5)
        if not lines:
            empty = tr("Words are not the only way. A doodle or a photo of the flip-over will do too.")
            self._add(words(empty, "caption", "text2", name="attachments.empty"), 4)
        for line in lines:
            card = AttachmentCard(line, small_picture(self._store, line))
            card.clicked.connect(lambda _on=False, line=line: self.opened.emit(line.kind.value, line.id))
            self._add(card, 5)
        self._add_ways()
        if self._said:
            ink = "err" if self._trouble else "text2"
            self._add(words(self._said, "caption", ink, name="attachments.said"))
        for line in gone:
            label = tr("Fetch back: {title}", title=title_of(line))
            back = button(label, "link", icon="undo-2", name=f"attachments.fetch.{line.id}")
            back.clicked.connect(lambda _on=False, line=line: self._fetch_back(line))
            self._add(back)

    def take_pictures(self, sources: list[Source]) -> bool:
        """Put these photos with the entry; False when there are none."""
        for source in sources:
            self._waiting += 1
            run(self, partial(_attempt, source), self._took)
        if sources:
            self._say(tr("One moment…"))
        return bool(sources)

    def ask_photo(self) -> None:
        """Let the writer choose files."""
        kinds = tr("Photos (*.jpg *.jpeg *.png *.heic)")
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Add a photo"), "", kinds)
        self.take_pictures([Path(file) for file in chosen])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl V puts a photo from the clipboard here."""
        pasted = event.matches(QKeySequence.StandardKey.Paste)
        if not (pasted and self.take_pictures(sources_in(QGuiApplication.clipboard().mimeData()))):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may come."""
        if sources_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """They come; the originals stay where they were."""
        if self.take_pictures(sources_in(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _add(self, part: QWidget, more: int = 0) -> None:
        self._column.addWidget(part)
        if more:
            self._column.addSpacing(theme.px(more))

    def _add_ways(self) -> None:
        ways = (
            (AttachmentKind.DRAWING, tr("Make a drawing"), "pencil"),
            (AttachmentKind.MODEL, tr("Make a model"), "workflow"),
            (AttachmentKind.PHOTO, tr("Add a photo"), "image-plus"),
        )
        for kind, label, icon in ways:
            made = button(label, icon=icon, name=f"attachments.{kind}")
            if kind is AttachmentKind.PHOTO:
                made.clicked.connect(self.ask_photo)
            else:
                made.clicked.connect(lambda _on=False, kind=kind: self.opened.emit(kind.value, 0))
            self._add(made)

    def _took(self, photo: Photo | UnreadablePhoto) -> None:
        self._waiting -= 1
        if isinstance(photo, UnreadablePhoto):
            self._say(_why(photo), trouble=True)
            return
        try:
            self._store.do(
                attachments.add,
                self,
                self._entry_id,
                AttachmentKind.PHOTO,
                photo.data,
                width=photo.width,
                height=photo.height,
                thumbnail=photo.thumbnail,
            )
        except JournalError:
            self._say("")  # the store has told the window
            return
        if not self._trouble:
            self._say(tr("The photo is in your journal now. The original stays where it was."))

    def _fetch_back(self, line: attachments.AttachmentLine) -> None:
        try:
            throwing.fetch_back(self._store, self, line.id, title_of(line), ThrownKind.ATTACHMENT)
        except JournalError:
            return  # the store has told the window; nothing changed
        self.refresh()

    def _say(self, text: str, *, trouble: bool = False) -> None:
        self._said, self._trouble = text, trouble
        self.refresh()
        if text:
            announce(self, text)


def _attempt(source: Source) -> Photo | UnreadablePhoto:
    try:
        return take_in(source)
    except UnreadablePhoto as trouble:
        return trouble


def _why(trouble: UnreadablePhoto) -> str:
    if trouble.heic:
        return tr("Reisgezel cannot read a heic photo. Save it as jpg on your phone or computer, and try that.")
    return tr("Reisgezel cannot read this photo. Try a jpg or png.")
