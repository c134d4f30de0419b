"""The sheet to draw on. Strokes are vectors; on screen they are drawn on an image, only where something changed."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.drawing import (
    HEIGHT,
    MOST_POINTS,
    MOST_STROKES,
    SHEET,
    WIDTH,
    Bounds,
    Drawing,
    Pen,
    Point,
    Stroke,
    middle,
)
from journal.text import tr
from ui import theme
from ui.pictures import hint_font, path_of, pen_of
from ui.tokens import COLOURS
from ui.widgets.undo_history import History

_NEAR = 1.0
"""Points nearer than this to the one before say nothing new."""
_REACH = 6
_RADIUS = 12


class SketchPad(QWidget):
    """``changed`` after every stroke, removal, undo and redo. ``pen``, ``width_of_pen`` and ``erasing``: the tool."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen, self.width_of_pen, self.erasing = Pen.INK, 4, False
        self._drawing = Drawing()
        self.history: History[Drawing] = History()
        self._points: list[Point] = []
        self._rubbing: Drawing | None = None
        self._rubbed: Point | None = None
        self._many = 0
        self._scale, self._sheet, self._image = 1.0, QRectF(), QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", _RADIUS)
        self.setObjectName("drawing.sheet")
        self.setAccessibleName(tr("Sheet to draw on"))
        self.setAccessibleDescription(
            tr("Drawing needs a mouse, a pen or a finger. Who cannot use these describes it in words.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def drawing(self) -> Drawing:
        """What is on the sheet; a stroke counts once the pen is lifted."""
        return self._drawing

    def show_drawing(self, drawing: Drawing) -> None:
        """Put another drawing on the sheet; there is nothing to undo then."""
        self.history.forget()
        self._points = []
        self._set(drawing)

    def is_drawing(self) -> bool:
        """Whether the pen or the rubber is down now."""
        return bool(self._points) or self._rubbing is not None

    def undo(self) -> None:
        """Take back the last stroke, removal or clearing."""
        if not self.is_drawing():
            self._step(self.history.undo(self._drawing))

    def redo(self) -> None:
        """Make it again."""
        if not self.is_drawing():
            self._step(self.history.redo(self._drawing))

    def clear(self) -> None:
        """An empty sheet; can be undone like a stroke."""
        if self._drawing.strokes:
            self._change(Drawing())
            self._render_all()

    def replace(self, drawing: Drawing) -> None:
        """Another drawing on the sheet, as a change that can be undone."""
        self._change(drawing)
        self._render_all()

    def sizeHint(self) -> QSize:
        """The sheet at its own size."""
        return QSize(WIDTH, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Small, yet still a sheet."""
        return QSize(WIDTH // 4, HEIGHT // 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pen comes down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._down(event.position(), erasing=self.erasing)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pen moves."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The pen is lifted."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._up()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A drawing tablet; the other end of its pen is a rubber."""
        if event.type() == QTabletEvent.Type.TabletPress:
            rubber = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._down(event.position(), erasing=self.erasing or rubber)
        elif event.type() == QTabletEvent.Type.TabletMove:
            self._move(event.position())
        else:
            self._up()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the sheet to fit, in the proportions that it has on paper."""
        super().resizeEvent(event)
        self._scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        width, height = WIDTH * self._scale, HEIGHT * self._scale
        self._sheet = QRectF((self.width() - width) / 2, 0, width, height)
        self._image = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part of the image that was asked for; the round edge only where it shows."""
        if self._image.isNull():
            self._render_all()
        painter = QPainter(self)
        asked = QRectF(event.rect()).intersected(self._sheet)
        ratio = self._image.devicePixelRatio()
        source = asked.translated(-self._sheet.topLeft())
        painter.drawImage(asked, self._image, QRectF(source.topLeft() * ratio, source.size() * ratio))
        if not self._drawing.strokes and not self._points:
            self._paint_hint(painter)
        if not self._sheet.adjusted(_RADIUS, _RADIUS, -_RADIUS, -_RADIUS).contains(QRectF(event.rect())):
            self._paint_edge(painter)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(QColor(COLOURS["text3"][0]))
        painter.setFont(hint_font(self._sheet))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = tr("Draw what you cannot put into words. Nobody has to find it beautiful.")
        painter.drawText(self._sheet.adjusted(24, 24, -24, -24), flags, words)

    def _paint_edge(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self._sheet.adjusted(0.5, 0.5, -0.5, -0.5)
        round_edge, corners = QPainterPath(), QPainterPath()
        round_edge.addRoundedRect(inside, _RADIUS, _RADIUS)
        corners.addRect(self._sheet.adjusted(-1, -1, 1, 1))
        painter.fillPath(corners - round_edge, theme.color("bg"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawPath(round_edge)

    def _down(self, position: QPointF, *, erasing: bool) -> None:
        if erasing:
            self._rubbing, self._rubbed = self._drawing, None
            self._rub(self._place(position))
        elif len(self._drawing.strokes) < MOST_STROKES and self._many < MOST_POINTS:
            first = not self._drawing.strokes
            self._points = [self._place(position)]
            self.update() if first else self._draw_end()

    def _move(self, position: QPointF) -> None:
        here = self._place(position)
        if self._rubbing is not None:
            self._rub(here)
        elif self._points and self._many + len(self._points) < MOST_POINTS:
            x, y = self._points[-1]
            if abs(here[0] - x) + abs(here[1] - y) >= _NEAR:
                self._points.append(here)
                self._draw_end()

    def _up(self) -> None:
        if self._rubbing is not None:
            before, self._rubbing = self._rubbing, None
            if before != self._drawing:
                self.history.remember(before)
                self._count()
                self.changed.emit()
        elif self._points:
            stroke = Stroke(self.pen, self.width_of_pen, tuple(self._points))
            self._points = []
            self._change(Drawing((*self._drawing.strokes, stroke)))
            self._render(stroke.bounds)

    def _rub(self, here: Point) -> None:
        """Rub from where the rubber was to here, however fast the hand went."""
        (x, y), self._rubbed = self._rubbed or here, here
        steps = int(max(abs(here[0] - x), abs(here[1] - y)) // _REACH) + 1
        way = [(x + (here[0] - x) * step / steps, y + (here[1] - y) * step / steps) for step in range(1, steps + 1)]
        gone = [stroke for stroke in self._drawing.strokes if any(stroke.touches(spot, _REACH) for spot in way)]
        if gone:
            self._drawing = Drawing(tuple(stroke for stroke in self._drawing.strokes if stroke not in gone))
            for stroke in gone:
                self._render(stroke.bounds)

    def _change(self, drawing: Drawing) -> None:
        self.history.remember(self._drawing)
        self._drawing = drawing
        self._count()
        self.changed.emit()

    def _step(self, drawing: Drawing) -> None:
        if drawing is not self._drawing:
            self._set(drawing)
            self.changed.emit()

    def _set(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._count()
        self._render_all()

    def _count(self) -> None:
        self._many = sum(len(stroke.points) for stroke in self._drawing.strokes)

    def _place(self, position: QPointF) -> Point:
        inside = (position - self._sheet.topLeft()) / (self._scale or 1.0)
        return min(max(inside.x(), 0.0), float(WIDTH)), min(max(inside.y(), 0.0), float(HEIGHT))

    def _draw_end(self) -> None:
        """The newest piece of the line that is being drawn, on top of the image."""
        points = self._points[-3:]
        stroke = Stroke(self.pen, self.width_of_pen, tuple(points))
        path = path_of(points)
        if len(points) == 3:  # noqa: PLR2004
            (x, y), (hx, hy), (ex, ey) = middle(*points[:2]), points[1], middle(*points[1:])
            path = QPainterPath(QPointF(x, y))
            path.quadTo(hx, hy, ex, ey)
        elif len(points) == 2:  # noqa: PLR2004
            path = QPainterPath(QPointF(*points[0]))
            path.lineTo(*middle(*points))
        painter = self._painter()
        painter.setPen(pen_of(stroke))
        painter.drawPath(path)
        painter.end()
        self.update(self._seen(stroke.bounds))

    def _render(self, bounds: Bounds) -> None:
        """Draw a part of the sheet anew: the strokes that come there, and nothing outside it."""
        left, top, right, bottom = (bounds[0] - 2, bounds[1] - 2, bounds[2] + 2, bounds[3] + 2)
        painter = self._painter()
        painter.setClipRect(QRectF(left, top, right - left, bottom - top))
        painter.fillRect(QRectF(left, top, right - left, bottom - top), QColor(SHEET))
        for stroke in self._drawing.strokes:
            x0, y0, x1, y1 = stroke.bounds
            if x0 <= right and x1 >= left and y0 <= bottom and y1 >= top:
                painter.setPen(pen_of(stroke))
                painter.drawPath(path_of(stroke.points))
        painter.end()
        if self._drawing.strokes:
            self.update(self._seen((left, top, right, bottom)))
        else:
            self.update()  # the words of the empty sheet come back

    def _render_all(self) -> None:
        ratio = self.devicePixelRatioF()
        size = QSize(max(round(self._sheet.width() * ratio), 1), max(round(self._sheet.height() * ratio), 1))
        self._image = QImage(size, QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(QColor(SHEET))
        self._render((0, 0, WIDTH, HEIGHT))

    def _painter(self) -> QPainter:
        if self._image.isNull():
            self._render_all()
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        return painter

    def _seen(self, bounds: Bounds) -> QRect:
        left, top, right, bottom = (round(at * self._scale) for at in bounds)
        corner = self._sheet.topLeft().toPoint()
        return QRect(left, top, right - left, bottom - top).adjusted(-3, -3, 3, 3).translated(corner)
