"""The small line of a theme: five levels of which only the ends have a name, one point a session."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.pages.lookback.themes import Point

_STEP, _TOP, _LABELS, _HIGH = 14, 8, 30, 96
_FIRST, _END, _LAST = 18, 58, 10
_RADIUS, _RADIUS_LAST, _RIM = 5.5, 6.5, 2
_LEVELS = 5


class ThemeChart(QWidget):
    """One focusable picture; Enter asks for all sentences (``activated``)."""

    activated = Signal()

    def __init__(self, points: tuple[Point, ...], low: str, high: str, *, spoken: str, name: str) -> None:
        super().__init__()
        self._points, self._low, self._high_word = points, low, high
        self.setObjectName(name)
        self.setAccessibleName(spoken.partition(".")[0])
        self.setAccessibleDescription(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HIGH))

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(theme.px(264), theme.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar open."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes and goes with the focus."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hairlines, labels, line and points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self._right()
        for level in range(1, _LEVELS + 1):
            painter.fillRect(QRectF(0, self._y(level) - 0.5, right, 1), theme.color("line"))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        for level, word in ((_LEVELS, self._high_word), (1, self._low)):
            box = QRectF(right, self._y(level) - theme.px(12), self.width() - right, theme.px(24))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), word)
        self._paint_labels(painter)
        self._paint_line(painter)
        painter.end()

    def _right(self) -> float:
        metrics = QFontMetrics(theme.font("caption"))
        wide = max(metrics.horizontalAdvance(self._low), metrics.horizontalAdvance(self._high_word))
        return self.width() - max(wide + theme.px(12), theme.px(_END))

    def _x(self, number: int) -> float:
        count = max(len(self._points), 4)
        room = self._right() - theme.px(_FIRST) - theme.px(_LAST)
        return theme.px(_FIRST) + number * room / (count - 1)

    def _y(self, level: int) -> float:
        return theme.px(_TOP) + (_LEVELS - level) * theme.px(_STEP)

    def _paint_labels(self, painter: QPainter) -> None:
        for number, point in enumerate(self._points):
            x = self._x(number)
            half = theme.px(40)
            box = QRectF(x - half, self._y(1) + theme.px(8), 2 * half, theme.px(22))
            painter.setPen(theme.color("text2"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), point.label)
            if point.coming:
                dotted = QPen(theme.color("control"), 1.4, Qt.PenStyle.CustomDashLine)
                dotted.setDashPattern([1.2, 2.8])
                painter.setPen(dotted)
                painter.drawLine(QPointF(x, self._y(_LEVELS)), QPointF(x, self._y(1)))

    def _paint_line(self, painter: QPainter) -> None:
        spots = [QPointF(self._x(n), self._y(p.level)) if p.level else None for n, p in enumerate(self._points)]
        pen = QPen(theme.color("accent"), theme.px(2.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for before, after in pairwise(spots):
            if before is not None and after is not None:  # a skipped session leaves a gap
                painter.drawLine(before, after)
        last = max((n for n, spot in enumerate(spots) if spot is not None), default=-1)
        for number, spot in enumerate(spots):
            if spot is not None:
                radius = _RADIUS_LAST if number == last else _RADIUS
                paint_point(painter, spot, radius * theme.factor())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


def paint_point(painter: QPainter, spot: QPointF, radius: float) -> None:
    """A point of accent with a rim of the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(spot, radius + _RIM / 2, radius + _RIM / 2)
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(spot, radius - _RIM / 2, radius - _RIM / 2)
