"""A quiet clock: a thin arc of what is left, and the minutes in words. Nothing turns red, nothing blinks."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.text import tr, trn
from ui import theme

_SIZE, _SMALL, _ARC = 148, 76, 3
_WHOLE = 360 * 16


class ClockFace(QWidget):
    """``show_left`` with seconds; below zero the step simply takes longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("session.clock")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._share, self._big, self._small = 1.0, "", ""
        self._is_small = False
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A circle."""
        size = theme.px(_SMALL if self._is_small else _SIZE)
        return QSize(size, size)

    def set_small(self, *, small: bool) -> None:
        """Where there is little room: only the number in the circle; the words then stand beside it."""
        self._is_small = small
        self.setFixedSize(self.sizeHint())
        self.update()

    def show_left(self, seconds: float, share: float, *, running: bool) -> None:
        """Show what is left of a step; ``share`` is the part of it, from 1 to 0."""
        minutes = math.ceil(seconds / 60) if seconds > 0 else math.floor(-seconds / 60)
        big = str(minutes) if seconds > 0 or minutes == 0 else f"+{minutes}"
        if not running:
            small = tr("paused")
        elif seconds > 0:
            small = trn("minute left", "minutes left", minutes)
        else:
            small = trn("minute longer", "minutes longer", minutes) if minutes else tr("time is up, take your time")
        shown = (round(share * 180), big, small)
        if shown == (round(self._share * 180), self._big, self._small):
            return
        self._share, self._big, self._small = share, big, small
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """What it says, in one line."""
        return f"{self._big} {self._small}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole round as a hairline, what is left over it, the words in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(_ARC)
        ring = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(theme.color("line"), width))
        painter.drawEllipse(ring)
        if self._share > 0:
            pen = QPen(theme.color("accent"), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, round(self._share * _WHOLE))
        painter.setPen(theme.color("text"))
        if self._is_small:
            painter.setFont(theme.font("prompt"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._big)
            painter.end()
            return
        half = self.height() / 2
        painter.setFont(theme.font("question_xl"))
        big = QRectF(0, half - theme.px(38), self.width(), theme.px(48))
        painter.drawText(big, int(Qt.AlignmentFlag.AlignCenter), self._big)
        painter.setPen(theme.color("text3"))
        painter.setFont(theme.font("caption"))
        inset = theme.px(26)
        small = QRectF(inset, half + theme.px(10), self.width() - 2 * inset, theme.px(38))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(small, int(flags), self._small)
        painter.end()
