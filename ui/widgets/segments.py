"""A row of words of which one can be chosen: the switch between me and us, and the line of a theme."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.tick import paint_tick

_HEIGHT = 40
_RADIUS = 8
_ICON = 16
_AROUND, _AROUND_EVEN = 32, 8
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Segment(QAbstractButton):
    """One word. ``mark``: ``check`` shows when chosen, ``ring`` and ``square`` always."""

    def __init__(self, text: str, mark: str, group: "Segments") -> None:
        super().__init__(group)
        self._mark, self._group = mark, group
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the word in bold, with its mark."""
        wide = QFontMetrics(theme.font("ui_bold")).horizontalAdvance(self.text())
        around = _AROUND_EVEN if self._group.is_even() else _AROUND
        return QSize(wide + theme.px(_ICON + 8 + around), theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the next word, Enter and the space bar choose."""
        if event.key() in _NEXT or event.key() in _BACK:
            self._group.move(self, 1 if event.key() in _NEXT else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word; the group has painted the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "text3" if not self.isEnabled() else "on_accent" if self.isChecked() else "text2"
        if self.underMouse() and self.isEnabled() and not self.isChecked():
            ink = "text"
        font = self._font()
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        mark = theme.px(_ICON + 8) if self._shows_mark() else 0
        left = (self.width() - wide - mark) // 2
        if mark:
            self._paint_mark(painter, QRectF(left, (self.height() - theme.px(_ICON)) / 2, *[theme.px(_ICON)] * 2), ink)
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        box = self.rect().adjusted(left + mark, 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()

    def _shows_mark(self) -> bool:
        return bool(self._mark) and (self._mark != "check" or self.isChecked())

    def _paint_mark(self, painter: QPainter, box: QRectF, ink: str) -> None:
        if self._mark == "check":
            paint_tick(painter, box, ink)
            return
        painter.setPen(QPen(theme.color(ink), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = box.center()
        if self._mark == "ring":
            painter.drawEllipse(middle, theme.px(5.5), theme.px(5.5))
            return
        painter.save()
        painter.translate(middle)
        painter.rotate(45)
        side = theme.px(8.5)
        painter.drawRoundedRect(QRectF(-side / 2, -side / 2, side, side), 1.5, 1.5)
        painter.restore()

    def _font(self) -> QFont:
        return theme.font("ui_bold" if self.isChecked() else "ui")


class Segments(QWidget):
    """Words beside each other; under each other where there is no room.

    ``even``: all as wide as the widest.
    ``chosen(index)`` when the user chooses; ``cleared`` when they choose the same again and ``may_clear``.
    """

    chosen = Signal(int)
    cleared = Signal()

    def __init__(
        self,
        texts: Sequence[str],
        *,
        marks: Sequence[str] = (),
        may_clear: bool = False,
        even: bool = True,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_clear, self._even = may_clear, even
        self._current = -1
        self.setObjectName(name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.segments = [Segment(text, marks[i] if i < len(marks) else "check", self) for i, text in enumerate(texts)]
        for i, segment in enumerate(self.segments):
            segment.setObjectName(f"{name}.{i + 1}")
            segment.clicked.connect(lambda _checked, i=i: self._clicked(i))
            self._row.addWidget(segment, 1 if even else 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def is_even(self) -> bool:
        """Whether all are as wide as the widest."""
        return self._even

    def set_current(self, index: int) -> None:
        """Show a choice; -1 shows none."""
        self._current = index
        for i, segment in enumerate(self.segments):
            segment.setChecked(i == index)
            segment.update()
        self.update()

    def current(self) -> int:
        """Index of the chosen word, or -1."""
        return self._current

    def move(self, segment: Segment, by: int) -> None:  # type: ignore[override]
        """Give the keyboard to a neighbour."""
        at = self.segments.index(segment) + by
        if 0 <= at < len(self.segments):
            self.segments[at].setFocus(Qt.FocusReason.TabFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine when even: then the words stand under each other."""
        return QSize(theme.px(80), self.sizeHint().height()) if self._even else self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the words do not fit beside each other."""
        super().resizeEvent(event)
        wide = [segment.sizeHint().width() for segment in self.segments]
        needed = max(wide) * len(wide) if self._even else sum(wide)
        upright = needed > self.width()
        turn = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        if turn != self._row.direction():
            self._row.setDirection(turn)
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One edge around all, hairlines between, and the chosen part filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(edge, theme.color("surface"))
        painter.save()
        painter.setClipPath(edge)
        for segment in self.segments:
            self._paint_ground(painter, segment)
        painter.restore()
        painter.setPen(QPen(theme.color("control" if self.isEnabled() else "line"), 1))
        painter.drawPath(edge)
        painter.end()

    def _paint_ground(self, painter: QPainter, segment: Segment) -> None:
        box = QRectF(segment.geometry())
        if segment.isChecked():
            painter.fillRect(box, theme.color("accent" if segment.isEnabled() else "line"))
        if segment is not self.segments[-1]:
            painter.setPen(QPen(theme.color("line"), 1))
            if self._row.direction() == QBoxLayout.Direction.LeftToRight:
                painter.drawLine(box.topRight() + QPointF(-0.5, 0), box.bottomRight() + QPointF(-0.5, 0))
            else:
                painter.drawLine(box.bottomLeft() + QPointF(0, -0.5), box.bottomRight() + QPointF(0, -0.5))

    def _clicked(self, index: int) -> None:
        if index != self._current:
            self.set_current(index)
            self.chosen.emit(index)
        elif self._may_clear:
            self.set_current(-1)
            self.cleared.emit()
        else:
            self.set_current(index)
