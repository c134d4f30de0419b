"""A drawing, model or photo in small, with its name below; a click or Enter opens it."""

from contextlib import suppress

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from journal import dates
from journal.domain.drawing import SHEET
from journal.domain.records import AttachmentKind
from journal.errors import JournalError
from journal.storage import attachments
from journal.storage.attachments import AttachmentLine
from journal.text import tr
from ui import theme
from ui.photos import shown
from ui.pictures import PHOTO_THUMBNAIL, THUMBNAIL, encoded, sheet_of
from ui.store import Store

WIDTH = 244
_DRAWN, _PHOTO, _PADDING, _TEXT = 132, 183, 10, 62
_RADIUS = 12


class AttachmentCard(QAbstractButton):
    """``picture`` None: it cannot be read, and the card says so by its words alone."""

    def __init__(self, line: AttachmentLine, picture: QImage | None) -> None:
        super().__init__()
        self.line, self._picture = line, picture
        self.setObjectName(f"attachment.{line.id}")
        self.setAccessibleName(f"{title_of(line)}, {dates.middle(line.made_on)}")
        self.setAccessibleDescription(line.description)
        self.setToolTip(line.caption or kind_name(line.kind))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", _RADIUS)

    def sizeHint(self) -> QSize:
        """As wide as the aside; a photo has the proportions of a photo."""
        return QSize(theme.px(WIDTH), theme.px(self._high() + _TEXT) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, hairline, name and date."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(whole, _RADIUS, _RADIUS)
        painter.fillPath(outline, theme.color("surface"))
        top = QRectF(0, 0, self.width(), theme.px(self._high()))
        painter.setClipPath(outline)
        painter.fillRect(top, QColor(SHEET))
        if self._picture is not None:
            self._paint_picture(painter, top)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(top.bottomLeft(), top.bottomRight())
        painter.setClipping(False)
        painter.setPen(QPen(theme.color("text2" if self.underMouse() else "line"), 1))
        painter.drawPath(outline)
        self._paint_words(painter, top.bottom())
        painter.end()

    def _high(self) -> int:
        return _PHOTO if self.line.kind is AttachmentKind.PHOTO else _DRAWN

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        picture = self._picture
        assert picture is not None
        photo = self.line.kind is AttachmentKind.PHOTO
        inside = room if photo else room.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        size = picture.size().toSizeF()
        aspect = Qt.AspectRatioMode.KeepAspectRatioByExpanding if photo else Qt.AspectRatioMode.KeepAspectRatio
        size.scale(inside.size(), aspect)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inside.center())
        painter.drawImage(place, picture)

    def _paint_words(self, painter: QPainter, top: float) -> None:
        left, width = theme.px(15), self.width() - 2 * theme.px(15)
        below = QRectF(left, top + theme.px(10), width, theme.px(22))
        kind, day = kind_name(self.line.kind), dates.middle(self.line.made_on)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("ui_bold"))
        name = painter.fontMetrics().elidedText(self.line.caption or kind, Qt.TextElideMode.ElideRight, width)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(theme.color("text3"))
        painter.setFont(theme.font("caption"))
        about = f"{kind}, {day}" if self.line.caption else day
        painter.drawText(below.translated(0, theme.px(20)), Qt.AlignmentFlag.AlignVCenter, about)


def kind_name(kind: AttachmentKind) -> str:
    """Drawing, model or photo, in the language in use."""
    return {
        AttachmentKind.DRAWING: tr("Drawing"),
        AttachmentKind.MODEL: tr("Model"),
        AttachmentKind.PHOTO: tr("Photo"),
    }[kind]


def title_of(line: AttachmentLine) -> str:
    """What it is and what it is called."""
    kind = kind_name(line.kind)
    return tr("{kind}: {name}", kind=kind, name=line.caption) if line.caption else kind


def small_picture(store: Store, line: AttachmentLine) -> QImage | None:
    """The thumbnail; made and kept when there is none. None when the thing itself cannot be read."""
    kept = QImage.fromData(store.read(attachments.thumbnail, line.id))
    if not kept.isNull():
        return kept
    data = store.read(attachments.data, line.id)
    if line.kind is AttachmentKind.PHOTO:
        made: QImage | None = shown(data, PHOTO_THUMBNAIL)
    else:
        made = sheet_of(line.kind, data, THUMBNAIL)
    if made is None or made.isNull():
        return None
    with suppress(JournalError):  # past the store: nothing that anybody wrote is saved here
        store.journal.do(attachments.set_thumbnail, line.id, encoded(made, "PNG"))
    return made
