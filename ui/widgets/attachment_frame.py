"""What the pages of a drawing, a model and a photo share: question on top, the sheet, its name, and done."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.domain.records import AttachmentKind
from journal.errors import JournalError
from journal.storage import answers, attachments, entries
from journal.storage.trash import ThrownKind
from journal.text import say, tr
from ui import theme, throwing
from ui.store import Store
from ui.widgets.attachment_band import AttachmentBand
from ui.widgets.attachment_card import title_of
from ui.widgets.attachment_panels import DescriptionPanel, VersionsPanel
from ui.widgets.caption_field import CaptionField
from ui.widgets.flow import Flow
from ui.widgets.popover import Popover
from ui.widgets.words import button, rule

REST_MS = 400
_MARGIN, _GAP, _CAPTION_WIDTH = 24, 24, 320
COLUMN_FROM, NARROW, LOW = 674, 900, 380


class AttachmentFrame(QWidget):
    """Base of the three pages. ``done_requested`` when its maker is done; by then everything is saved.

    An attachment that is new (id 0) gets its place in the journal with the first stroke, box or word.
    """

    done_requested = Signal()
    kind: AttachmentKind

    def __init__(self, store: Store, entry_id: int, attachment_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._entry_id, self.attachment_id = store, entry_id, attachment_id
        self._dirty = False
        self._panel: Popover | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._save_soon)
        self.setObjectName(self.kind.value)
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def contents(self) -> bytes:
        """What is on the sheet now."""
        raise NotImplementedError

    def is_blank(self) -> bool:
        """Whether nothing is on the sheet."""
        raise NotImplementedError

    def is_busy(self) -> bool:
        """Whether a hand is on it; saving waits."""
        return False

    def show_contents(self, data: bytes) -> None:
        """Put what the journal has on the sheet."""
        raise NotImplementedError

    def put_back(self, data: bytes) -> None:
        """An earlier version is on the sheet now; the journal has it already."""
        self.show_contents(data)

    def step_id(self) -> str:
        """By what it is found again after the lock, or when the look changed."""
        return f"attachment {self._entry_id} {self.kind} {self.attachment_id}" if self.attachment_id else ""

    def refresh(self) -> None:
        """Show the name that the journal has; what is being drawn stays."""
        if self.attachment_id:
            self.caption.show_text(self._store.read(attachments.one, self.attachment_id).caption)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        self._rest.stop()
        saved = self._save() if self._dirty else True
        panel = self._panel.settle() if isinstance(self._panel, DescriptionPanel) else True
        return saved and panel and self.caption.settle()

    def touched(self) -> None:
        """Something on the sheet changed; it is saved after a short rest."""
        self._dirty = True
        self._rest.start()

    def done(self) -> None:
        """Back to the writing. An empty sheet without a word leaves nothing behind."""
        if not self.settle():
            return
        if self.attachment_id and self.is_blank():
            line = self._store.read(attachments.one, self.attachment_id)
            if not (line.caption or line.description) and not self._throw():
                return
        self.done_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is done."""
        if event.key() == Qt.Key.Key_Escape:
            self.done()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tools in a column where it fits, else in a row above the sheet."""
        super().resizeEvent(event)
        self._fit()

    def lay_out(self, sheet: QWidget, tools: Sequence[tuple[QWidget, QWidget]], buttons: Sequence[QPushButton]) -> None:
        """``tools``: cards for the column, each with its form for the row. ``buttons``: what stands under the sheet."""
        self._column_tools, self._row_tools = QWidget(), QWidget()
        upright, flat = QVBoxLayout(self._column_tools), Flow(self._row_tools, spacing=theme.px(8))
        upright.setContentsMargins(0, 0, 0, 0)
        upright.setSpacing(theme.px(12))
        for card, row in tools:
            upright.addWidget(card)
            flat.addWidget(row)
        upright.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._band())
        whole.addWidget(rule())
        across = QHBoxLayout()
        across.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        across.setSpacing(_GAP)
        across.addWidget(self._column_tools)
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self._row_tools)
        self._above = down
        down.addWidget(sheet, 1)
        down.addWidget(self._footer(buttons))
        across.addLayout(down, 1)
        whole.addLayout(across, 1)
        self._column_tools.setFixedWidth(104)
        self._has_tools = bool(tools)
        self._fit()
        self._open()
        self.setFocusProxy(sheet)  # who comes here has the pen in hand, also by keyboard

    def _band(self) -> AttachmentBand:
        form_id = self._store.read(entries.whole, self._entry_id).entry.form_id
        way = say(self._store.guidance.form(form_id).name)
        band = AttachmentBand(self._store, way, self.kind, self._changed_at())
        band.back.clicked.connect(self.done)
        return band

    def _changed_at(self) -> dt.datetime | None:
        return self._store.read(attachments.one, self.attachment_id).changed_at if self.attachment_id else None

    def _footer(self, buttons: Sequence[QPushButton]) -> QWidget:
        footer = QWidget()
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, footer)
        self._foot.setContentsMargins(0, theme.px(26), 0, theme.px(26))
        self._foot.setSpacing(theme.px(12))
        left = QHBoxLayout()
        left.setSpacing(theme.px(12))
        self._buttons = [(made, made.text()) for made in buttons]
        for made in buttons:
            made.setAccessibleName(made.text())
            made.setToolTip(made.text())
            left.addWidget(made)
        left.addStretch(1)
        self._foot.addLayout(left, 1)
        right = QHBoxLayout()
        right.setSpacing(theme.px(12))
        self.caption = CaptionField(self._save_caption, self._hint(), name=f"{self.kind}.caption")
        right.addWidget(self.caption, 1)
        self._done = button(tr("Done"), "primary", name=f"{self.kind}.done")
        self._done.setProperty("tall", True)
        self._done.clicked.connect(self.done)
        right.addWidget(self._done)
        self._foot.addLayout(right)
        self._fill_menu()
        return footer

    def _hint(self) -> str:
        return {
            AttachmentKind.DRAWING: tr("Give your drawing a name"),
            AttachmentKind.MODEL: tr("Give your model a name"),
            AttachmentKind.PHOTO: tr("Give your photo a name"),
        }[self.kind]

    def _fill_menu(self) -> None:
        menu = self.caption
        menu.add_to_menu(tr("Describe in words"), self.describe, name=f"{self.kind}.describe")
        if self.kind is not AttachmentKind.PHOTO:
            menu.add_to_menu(tr("Earlier versions"), self.show_versions, name=f"{self.kind}.versions")
        menu.add_to_menu(tr("Throw away"), self.throw_away, name=f"{self.kind}.throw")

    def describe(self) -> None:
        """Write what there is to see, for who cannot see it."""
        if self._ensure():
            line = self._store.read(attachments.one, self.attachment_id)
            self._show(DescriptionPanel(self, line.description, lambda text: self._write("description", text)))

    def show_versions(self) -> None:
        """What was on this sheet before."""
        if not self.settle():
            return
        found = self._store.read(attachments.versions, self.attachment_id) if self.attachment_id else []
        panel = VersionsPanel(self, found)
        panel.chosen.connect(self._bring_back)
        self._show(panel)

    def throw_away(self) -> None:
        """Out of sight; it can be fetched back where it stood."""
        if self.settle() and (not self.attachment_id or self._throw()):
            self.done_requested.emit()

    def _show(self, panel: Popover) -> None:
        if self._panel is not None:
            self._panel.shut()
            self._panel.deleteLater()
        self._panel = panel
        corner = self.caption.mapTo(self, self.caption.rect().topLeft())
        panel.open_beside(QRect(corner, self.caption.size()))

    def _fit(self) -> None:
        column = self.height() >= COLUMN_FROM and self.width() >= NARROW and not theme.is_large()
        self._column_tools.setVisible(column and self._has_tools)
        self._row_tools.setVisible(not column and self._has_tools)
        self._above.setSpacing(0 if column or not self._has_tools else theme.px(8))
        low = not column
        self._foot.setContentsMargins(0, theme.px(12 if low else 26), 0, theme.px(12 if low else 26))
        narrow = theme.is_large() or self.width() < NARROW
        ways = QBoxLayout.Direction
        few = theme.is_large() and self.height() < theme.px(LOW)
        for made, name in self._buttons:
            made.setText("" if few else name)  # the sheet needs the room; the words are spoken and are the tooltip
        narrow = narrow and not few
        self._foot.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.caption.setMinimumWidth(theme.px(120 if narrow or few else _CAPTION_WIDTH))
        self.caption.setMaximumWidth(16_777_215 if narrow else theme.px(_CAPTION_WIDTH))

    def _open(self) -> None:
        if self.attachment_id:
            self.show_contents(self._store.read(attachments.data, self.attachment_id))
        self.refresh()

    def _ensure(self) -> bool:
        """See to it that there is a place in the journal for what belongs to this sheet."""
        return bool(self.attachment_id) or self._save()

    def _save_soon(self) -> None:
        if self.is_busy():
            self._rest.start()
        elif self._dirty:
            self._save()

    def _save(self) -> bool:
        data = self.contents()
        try:
            if not self.attachment_id:
                self.attachment_id = self._store.do(
                    attachments.add, self, self._entry_id, self.kind, data, width=1104, height=616
                )
            else:
                self._store.do(attachments.update, self, self.attachment_id, data)
        except JournalError:
            return False  # the store has told; it stays on the sheet and can be tried again
        self._dirty = False
        return True

    def _save_caption(self, text: str) -> None:
        if self._ensure():
            self._write("caption", text)

    def _write(self, part: str, text: str) -> None:
        self._store.do(answers.write, self, self._entry_id, attachments.prompt_of(self.attachment_id, part), text)

    def _throw(self) -> bool:
        try:
            line = self._store.read(attachments.one, self.attachment_id)
            throwing.throw_away(self._store, self, line.id, title_of(line), ThrownKind.ATTACHMENT)
        except JournalError:
            return False  # the store has told; nothing changed
        return True

    def _bring_back(self, version_id: int) -> None:
        try:
            data = self._store.do(attachments.bring_back, self, version_id)
        except JournalError:
            return  # the store has told; nothing changed
        self.put_back(data)
