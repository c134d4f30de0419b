"""Drawings, models and photos as pictures for the screen, at any size. The sheet is light in both themes."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF

from journal.domain import drawing, model
from journal.domain.drawing import COLOURS, SHEET, Drawing, DrawingError, Point, Stroke
from journal.domain.model import BOX_WIDTH, FONT_SIZE, LINE, Box, Model, ModelError
from journal.domain.model_layout import head_of, line_of
from journal.domain.records import AttachmentKind
from ui import theme
from ui.tokens import SANS

THUMBNAIL = QSize(488, 272)
"""Twice the size at which a drawing shows beside the writing, so that it is sharp on dense screens too."""
PHOTO_THUMBNAIL = QSize(488, 366)
BOLDER = 1.6
"""Lines are drawn so much thicker in small, else they would be hairs."""
INK = "#22302D"
BOX_GROUND, BOX_EDGE, ARROW_INK = "#FFFFFF", "#6E7B76", "#46524F"


def pen_of(stroke: Stroke, bolder: float = 1.0) -> QPen:
    """The pen that a stroke is drawn with."""
    pen = QPen(QColor(COLOURS[stroke.pen]), stroke.width * bolder)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def path_of(points: Iterable[Point]) -> QPainterPath:
    """The smooth line through what the hand drew."""
    (x, y), quads = drawing.curve(list(points))
    path = QPainterPath(QPointF(x, y))
    for hx, hy, ex, ey in quads:
        path.quadTo(hx, hy, ex, ey)
    if path.length() < 0.1:  # noqa: PLR2004 - Qt draws no line without length, and this is a dot
        path.lineTo(x + 0.1, y)
    return path


def paint_drawing(painter: QPainter, drawn: Drawing, bolder: float = 1.0) -> None:
    """Paint all strokes, in logical pixels of the sheet."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in drawn.strokes:
        painter.setPen(pen_of(stroke, bolder))
        painter.drawPath(path_of(stroke.points))


def paint_model(painter: QPainter, made: Model, bolder: float = 1.0) -> None:
    """Paint arrows and boxes, in logical pixels of the sheet."""
    font = model_font()
    painter.setFont(font)
    for arrow in made.arrows:
        paint_arrow(painter, *line_of(made, arrow), width=2 * bolder)
        if arrow.text:
            paint_arrow_text(painter, *line_of(made, arrow), arrow.text)
    for box in made.boxes:
        paint_box(painter, box, bolder)


def model_font() -> QFont:
    """The letters in a model; they belong to the picture and do not follow the text size."""
    font = QFont(SANS)
    font.setPixelSize(FONT_SIZE)
    return font


def paint_box(painter: QPainter, box: Box, bolder: float = 1.0, *, edge: str = BOX_EDGE, width: float = 1.5) -> None:
    """One box with its text."""
    painter.setPen(QPen(QColor(edge), width * bolder))
    painter.setBrush(QColor(BOX_GROUND))
    painter.drawRoundedRect(box_rect(box), 8, 8)
    painter.setPen(QColor(INK))
    lines = model.lines_of(box.text)
    top = box.y - LINE * len(lines) / 2
    for number, line in enumerate(lines):
        place = QRectF(box.x - BOX_WIDTH / 2, top + LINE * number, BOX_WIDTH, LINE)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)


def box_rect(box: Box) -> QRectF:
    """Where a box stands."""
    return QRectF(box.x - BOX_WIDTH / 2, box.y - box.height / 2, BOX_WIDTH, box.height)


def paint_arrow(painter: QPainter, start: Point, end: Point, *, ink: str = ARROW_INK, width: float = 2) -> None:
    """A line with a head."""
    pen = QPen(QColor(ink), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    tip, *barbs = head_of(start, end)
    for one, other in ((start, end), (barbs[0], tip), (barbs[1], tip)):
        painter.drawLine(QPointF(*one), QPointF(*other))


def paint_arrow_text(painter: QPainter, start: Point, end: Point, text: str) -> None:
    """What an arrow says, at its middle, with a ground so that the line does not cross it."""
    (x, y), width = drawing.middle(start, end), painter.fontMetrics().horizontalAdvance(text) + 10
    place = QRectF(x - width / 2, y - LINE / 2 - 1, width, LINE + 2)
    painter.fillRect(place, QColor(SHEET))
    painter.setPen(QColor(ARROW_INK))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def hint_font(sheet: QRectF) -> QFont:
    """For the words on an empty sheet: the text size of the app, as far as the sheet has room for it."""
    font = theme.font("ui")
    font.setPixelSize(max(min(font.pixelSize(), round(sheet.height() / 9)), 13))
    return font


def arrow_area(start: Point, end: Point) -> QPolygonF:
    """Where a click means this arrow."""
    (ax, ay), (bx, by) = start, end
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1.0)
    sx, sy = -(by - ay) / length * 10, (bx - ax) / length * 10
    corners = ((ax + sx, ay + sy), (bx + sx, by + sy), (bx - sx, by - sy), (ax - sx, ay - sy))
    return QPolygonF([QPointF(*corner) for corner in corners])


def sheet_of(kind: AttachmentKind, data: bytes, size: QSize, *, bolder: float = BOLDER) -> QImage | None:
    """A drawing or model as a picture that fits in ``size``; None when the bytes are neither."""
    scale = min(size.width() / drawing.WIDTH, size.height() / drawing.HEIGHT)
    picture = QImage(round(drawing.WIDTH * scale), round(drawing.HEIGHT * scale), QImage.Format.Format_RGB32)
    picture.fill(QColor(SHEET))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    try:
        if kind is AttachmentKind.DRAWING:
            paint_drawing(painter, drawing.read(data), bolder)
        else:
            paint_model(painter, model.read(data), 1.0)
    except (DrawingError, ModelError):
        return None
    finally:
        painter.end()
    return picture


def encoded(picture: QImage, kind: str, quality: int = -1) -> bytes:
    """A picture as the bytes of a file, without anything that was not visible in it."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    saved = picture.save(buffer, kind, quality)  # type: ignore[call-overload]
    buffer.close()
    return bytes(held.data()) if saved else b""
