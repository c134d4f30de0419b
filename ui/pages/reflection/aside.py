"""Beside the writing: drawings and photos with it, what was noticed here before, and that names stay here."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal import dates
from journal.domain.records import Who
from journal.storage import places
from journal.storage.places import PlaceNote
from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.pages.reflection.written import Written
from ui.widgets.attachment_strip import AttachmentStrip
from ui.widgets.popover import Popover
from ui.widgets.words import clear, rule, words

WIDTH = 244
_MOST = 3


class Aside(QWidget):
    """``about_place``: with what was written earlier at the places of this entry.

    ``opened(kind, id)``: somebody wants to see or make (id 0) a drawing, model or photo.
    """

    opened = Signal(str, int)

    def __init__(self, written: Written, *, about_place: bool) -> None:
        super().__init__()
        self._written, self._about_place = written, about_place
        self.setFixedWidth(theme.px(WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.px(28), 0, theme.px(16))
        whole.setSpacing(0)
        self.strip = attachment_strip(written)
        self.strip.opened.connect(self.opened)
        whole.addWidget(self.strip)
        whole.addSpacing(theme.px(24))
        whole.addWidget(rule())
        whole.addSpacing(theme.px(20))
        self._notes = QWidget()
        self._column = QVBoxLayout(self._notes)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        whole.addWidget(self._notes)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal has now."""
        self.strip.refresh()
        clear(self._notes)
        earlier = self._earlier() if self._about_place else []
        if earlier:
            self._column.addWidget(words(tr("Earlier at this place"), "ui_bold"))
            self._column.addSpacing(theme.px(12))
            for note in earlier:
                self._add_note(note)
            self._column.addSpacing(theme.px(8))
            self._column.addWidget(rule())
            self._column.addSpacing(theme.px(20))
        self._column.addWidget(_lock_notice())
        self._column.addStretch(1)

    def _earlier(self) -> list[PlaceNote]:
        here = {stage.id for stage in self._written.stages}
        walked = self._written.store.read(places.walked, self._written.store.journey_id)
        found = [
            note
            for note in walked.notes
            if note.stage_id in here
            and note.entry_id != self._written.entry_id
            and note.who is Who.ME
            and note.evidence.strip()
        ]
        return found[: -_MOST - 1 : -1]

    def _add_note(self, note: PlaceNote) -> None:
        head = f"{dates.short(note.on)}, {note.title}" if note.title else dates.short(note.on)
        self._column.addWidget(words(head, "caption", "text3"))
        self._column.addSpacing(theme.px(2))
        self._column.addWidget(words(note.evidence.strip(), "margin_note", "text2"))
        self._column.addSpacing(theme.px(14))


def attachment_strip(written: Written) -> AttachmentStrip:
    """The drawings, models and photos of what is being written."""
    title = tr("With this note") if written.entry.form_id == "note" else tr("With this reflection")
    return AttachmentStrip(written.store, written.entry_id, title)


class AttachmentPanel(Popover):
    """The same over the page, for where there is no room beside the words. ``opened`` as the aside has it."""

    opened = Signal(str, int)

    def __init__(self, parent: QWidget, written: Written) -> None:
        super().__init__(parent, "reflection.attachments")
        self._strip = attachment_strip(written)
        self._strip.opened.connect(self.opened)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._strip.setProperty("ground", "none")
        self._scroll.setWidget(self._strip)
        self.column.addWidget(self._scroll)
        self.closed.connect(self.deleteLater)

    def open_above(self, opener: QWidget) -> None:
        """Show what fits of it; the rest scrolls."""
        page = self.parentWidget()
        assert page is not None
        high = min(self._strip.sizeHint().height() + theme.px(8), page.height() - theme.px(120))
        self._scroll.setFixedHeight(high)
        self.open_beside(QRect(opener.mapTo(page, opener.rect().topLeft()), opener.size()))


def _lock_notice() -> QWidget:
    notice = QWidget()
    row = QHBoxLayout(notice)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    icon = words("", wrap=False)
    icon.setPixmap(pixmap("lock", "text3", 18))
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    text = tr("Names that you write here stay here. In a pdf they become initials.")
    row.addWidget(words(text, "caption", "text3", name="reflection.names"), 1)
    return notice
