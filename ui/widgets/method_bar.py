"""The steps of a method as a bar: every part as wide as it takes minutes, and each can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui import theme

HEIGHT = 34
SHORT_UNDER = 72
_GAP, _PADDING, _RADIUS = 2, 10, 8


@dataclass(frozen=True)
class BarPart:
    """One step: its name, its minutes, and what a screen reader says."""

    id: str
    name: str
    minutes: int
    spoken: str


class _Segment(QAbstractButton):
    def __init__(self, part: BarPart, *, first: bool, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.part, self._first, self._last = part, first, last
        self.setCheckable(True)
        self.setText(part.name)
        self.setObjectName(f"intervisie.step.{part.id}")
        self.setAccessibleName(part.spoken)
        self.setToolTip(part.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SHORT_UNDER), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._shape(), theme.color("accent" if self.isChecked() else "soft"))
        painter.setFont(theme.font("caption_bold"))
        painter.setPen(theme.color("on_accent" if self.isChecked() else "on_soft"))
        minutes = f"{self.part.minutes}′"
        whole = f"{self.part.name} {minutes}"
        padding = theme.px(_PADDING)
        room = self.width() - padding
        fits = self.width() >= theme.px(SHORT_UNDER) and painter.fontMetrics().horizontalAdvance(whole) <= room
        align = Qt.AlignmentFlag.AlignVCenter
        if fits:
            painter.drawText(self.rect().adjusted(padding, 0, 0, 0), align | Qt.AlignmentFlag.AlignLeft, whole)
        else:
            painter.drawText(self.rect(), align | Qt.AlignmentFlag.AlignHCenter, minutes)
        painter.end()

    def _shape(self) -> QPainterPath:
        """Round at the outer ends of the bar only."""
        area, radius = QRectF(self.rect()), theme.px(_RADIUS)
        path = QPainterPath()
        path.addRoundedRect(area, radius, radius)
        square = QPainterPath()
        if not self._first:
            square.addRect(QRectF(area.left(), area.top(), radius, area.height()))
        if not self._last:
            square.addRect(QRectF(area.right() - radius, area.top(), radius, area.height()))
        return path.united(square)


class MethodBar(QWidget):
    """The bar. Arrow keys move between the parts; ``chosen(id)`` follows clicks and keys."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._segments: list[_Segment] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.part.id))

    def show_parts(self, parts: Sequence[BarPart], chosen: str) -> None:
        """Draw other steps."""
        for segment in self._segments:
            self._group.removeButton(segment)
            segment.hide()
            segment.deleteLater()
        last = len(parts) - 1
        self._segments = [
            _Segment(part, first=number == 0, last=number == last, parent=self) for number, part in enumerate(parts)
        ]
        for segment in self._segments:
            self._group.addButton(segment)
            segment.setChecked(segment.part.id == chosen)
            segment.show()
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        at = next((i for i, segment in enumerate(self._segments) if segment.hasFocus()), -1)
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        neighbour = self._segments[max(0, min(at + step, len(self._segments) - 1))]
        neighbour.setFocus(Qt.FocusReason.TabFocusReason)
        neighbour.click()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The parts share the width by their minutes."""
        self._place()

    def _place(self) -> None:
        if not self._segments:
            return
        gap, base = _GAP, _PADDING
        minutes = [max(segment.part.minutes, 1) for segment in self._segments]
        room = self.width() - gap * (len(minutes) - 1) - base * len(minutes)
        x = 0.0
        for segment, many in zip(self._segments, minutes, strict=True):
            width = base + max(room, 0) * many / sum(minutes)
            segment.setGeometry(round(x), 0, round(x + width) - round(x), self.height())
            x += width + gap
