"""The X-curve as a picture: one line rises, one runs down, and things stand where their maker puts them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.answer_words import Placed, Way, way_words
from journal.text import tr
from ui import theme
from ui.widgets.keyboard_ring import RingedButton

_HIGH = 0.58
"""Height of the picture, as a part of its width."""
_INSET = 28
_SIZE = 34
_STEP, _LEAP = 2, 10
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Marker(RingedButton):
    """One thing on the picture. ``moved(x, y)`` in percents, by the arrow keys (Shift: further) or by dragging."""

    moved = Signal(int, int)

    def __init__(self, number: int, parent: "CurvePicture") -> None:
        super().__init__(parent)
        self._number, self._picture = number, parent
        self.thing = Placed("", Way.ON, 50, 50)
        self._grip: QPointF | None = None
        self.setObjectName(f"{parent.objectName()}.marker.{number}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(theme.px(_SIZE), theme.px(_SIZE))

    def show_thing(self, thing: Placed) -> None:
        """Stand where this says."""
        self.thing = thing
        spot = self._picture.spot(thing.x, thing.y)
        self.move(round(spot.x() - self.width() / 2), round(spot.y() - self.height() / 2))
        where = tr("{x} percent from the left, {y} percent from below", x=thing.x, y=thing.y)
        self.setAccessibleName(f"{self._number}. {thing.name or tr('No name yet')}, {way_words(thing.way)}, {where}")
        self.setToolTip(thing.name)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it, with Shift in leaps."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        leap = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        self._move_to(self.thing.x + by[0] * leap, self.thing.y + by[1] * leap)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._grip = event.position() - QPointF(self.width() / 2, self.height() / 2)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it along."""
        if self._grip is not None:
            x, y = self._picture.percents(QPointF(self.mapToParent(event.position() - self._grip)))
            self._move_to(x, y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A triangle up, a triangle down, or a circle, with its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, reach = QPointF(self.width() / 2, self.height() / 2), theme.px(13)
        painter.setPen(QPen(theme.color("surface"), 2))
        painter.setBrush(theme.color("accent"))
        painter.drawPath(_shape(self.thing.way, middle, reach))
        painter.setPen(theme.color("on_accent"))
        painter.setFont(theme.font("caption_bold"))
        lower = {Way.BUILD: 3, Way.DOWN: -3}.get(self.thing.way, 0)
        box = QRectF(self.rect()).translated(0, theme.px(lower))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        self.paint_ring(painter, middle, reach)
        painter.end()

    def _move_to(self, x: int, y: int) -> None:
        self.moved.emit(min(max(x, 0), 100), min(max(y, 0), 100))


class CurvePicture(QWidget):
    """Paints the two lines; ``things_shown`` are its markers. ``wanted(x, y)``: somebody double-clicked there.

    ``fixed``: to look at only; the words beside it tell the same.
    """

    wanted = Signal(int, int)
    moved = Signal(int, int, int)

    def __init__(self, *, name: str, fixed: bool = False) -> None:
        super().__init__()
        self._fixed = fixed
        self.setObjectName(name)
        self.setAccessibleName(tr("The X-curve"))
        self.setAccessibleDescription(
            tr("One line rises from below: the new. One runs down from above: what is. Halfway they cross.")
        )
        self.markers: list[Marker] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_things(self, things: list[Placed]) -> None:
        """Show these; a marker stays the same one as long as it can, so that it keeps the focus."""
        while len(self.markers) > len(things):
            self.markers.pop().deleteLater()
        while len(self.markers) < len(things):
            at = len(self.markers)
            marker = Marker(at + 1, self)
            marker.setEnabled(not self._fixed)
            marker.moved.connect(lambda x, y, at=at: self.moved.emit(at, x, y))
            marker.show()
            self.markers.append(marker)
        for marker, thing in zip(self.markers, things, strict=True):
            marker.show_thing(thing)
        self.update()

    def spot(self, x: int, y: int) -> QPointF:
        """Where these percents are, in pixels."""
        box = self._box()
        return QPointF(box.left() + box.width() * x / 100, box.bottom() - box.height() * y / 100)

    def percents(self, spot: QPointF) -> tuple[int, int]:
        """Which percents this is."""
        box = self._box()
        return (
            round(100 * (spot.x() - box.left()) / box.width()),
            round(100 * (box.bottom() - spot.y()) / box.height()),
        )

    def heightForWidth(self, width: int) -> int:
        """A wide picture."""
        return round(width * _HIGH)

    def sizeHint(self) -> QSize:
        """As wide as is given."""
        return QSize(theme.px(480), self.heightForWidth(theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(theme.px(200), self.heightForWidth(theme.px(200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the markers follow."""
        super().resizeEvent(event)
        for marker in self.markers:
            marker.show_thing(marker.thing)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for something new here."""
        x, y = self.percents(event.position())
        self.wanted.emit(min(max(x, 0), 100), min(max(y, 0), 100))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, lines, and words at their ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("bg"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_line(painter, 12, 88, "accent", dashed=False)
        self._paint_line(painter, 88, 12, "text3", dashed=True)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for y, side, text in (
            (95, left, tr("what is")),
            (2, left, tr("trying out")),
            (95, right, tr("become normal")),
            (2, right, tr("saying farewell")),
        ):
            spot = self.spot(0, y)
            box = QRectF(self._box().left(), spot.y() - theme.px(10), self._box().width(), theme.px(20))
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _paint_line(self, painter: QPainter, start: int, end: int, token: str, *, dashed: bool) -> None:
        pen = QPen(theme.color(token), theme.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dashed:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        path = QPainterPath(self.spot(2, start))
        path.cubicTo(self.spot(48, start), self.spot(52, end), self.spot(98, end))
        painter.drawPath(path)

    def _box(self) -> QRectF:
        inset = theme.px(_INSET)
        return QRectF(self.rect()).adjusted(inset, inset * 0.7, -inset, -inset * 0.7)


def _shape(way: Way, middle: QPointF, reach: float) -> QPainterPath:
    path = QPainterPath()
    if way is Way.ON:
        path.addEllipse(middle, reach, reach)
        return path
    up = -1 if way is Way.BUILD else 1
    corners = [QPointF(0, up * reach * 1.15), QPointF(reach * 1.15, -up * reach), QPointF(-reach * 1.15, -up * reach)]
    path.addPolygon(QPolygonF([middle + corner for corner in corners]))
    path.closeSubpath()
    return path
