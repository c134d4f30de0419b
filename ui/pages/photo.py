"""A photo, large, with its name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.records import AttachmentKind
from journal.text import tr
from ui import theme
from ui.photos import LONGEST_SIDE, shown
from ui.store import Store
from ui.widgets.attachment_frame import AttachmentFrame


class _Shown(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()
        self.setObjectName("photo.shown")
        self.setAccessibleName(tr("Photo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.picture.isNull():
            painter.setPen(theme.color("text2"))
            painter.setFont(theme.font("ui"))
            words = tr("This photo is damaged and cannot be shown.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self.picture.size()
            if size.width() > self.width() or size.height() > self.height():
                size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(QRectF(self.rect()).center())
            painter.drawImage(place, self.picture)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class PhotoPage(AttachmentFrame):
    """One photo; its name and description are written here. ``done_requested`` when it is done."""

    kind = AttachmentKind.PHOTO

    def __init__(self, store: Store, entry_id: int, attachment_id: int, parent: QWidget | None = None) -> None:
        super().__init__(store, entry_id, attachment_id, parent)
        self._shown = _Shown()
        self._data = b""
        self.lay_out(self._shown, [], [])

    def contents(self) -> bytes:
        """The JPEG, as it was taken in."""
        return self._data

    def is_blank(self) -> bool:
        """A photo never is."""
        return False

    def show_contents(self, data: bytes) -> None:
        """Show it, decoded no larger than it was kept."""
        self._data = data
        self._shown.picture = shown(data, QSize(LONGEST_SIDE, LONGEST_SIDE))
        self._shown.update()
