"""How the sheet for boxes and arrows looks, and what lies where on it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.drawing import SHEET
from journal.domain.model import HEIGHT, WIDTH, Arrow, Model
from journal.domain.model_layout import line_of
from journal.text import tr
from ui import pictures, theme
from ui.tokens import COLOURS

_RADIUS, _HANDLE = 12, 9
Chosen = int | Arrow | None


class ModelSheet(QWidget):
    """Paints a model and what is chosen in it. What happens with it is in ``ModelPad``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = Model()
        self._chosen: Chosen = None
        self._from = 0
        self._pull: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", _RADIUS)
        self.setObjectName("model.sheet")
        self.setAccessibleName(tr("Sheet for boxes and arrows"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """The sheet at its own size."""
        return QSize(WIDTH, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Small, yet still a sheet."""
        return QSize(WIDTH // 4, HEIGHT // 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet, and what is chosen stands out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(self._sheet().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(sheet, QColor(SHEET))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawPath(sheet)
        if not self._model.boxes:
            painter.setPen(QColor(COLOURS["text3"][0]))
            painter.setFont(pictures.hint_font(self._sheet()))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            words = tr("Who and what matter here? Make a box for each, and draw arrows for what happens between them.")
            painter.drawText(self._sheet().adjusted(24, 24, -24, -24), flags, words)
        painter.translate(self._sheet().topLeft())
        painter.scale(self._scale(), self._scale())
        pictures.paint_model(painter, self._model)
        self._paint_chosen(painter)
        painter.end()

    def _paint_chosen(self, painter: QPainter) -> None:
        accent = COLOURS["accent"][0]
        if self._from and self._pull is not None:
            box = self._model.box(self._from)
            pictures.paint_arrow(painter, (box.x, box.y), (self._pull.x(), self._pull.y()), ink=accent, width=3)
        if isinstance(self._chosen, Arrow):
            pictures.paint_arrow(painter, *line_of(self._model, self._chosen), ink=accent, width=3)
        for box_id in {self._from, self._chosen if isinstance(self._chosen, int) else 0} - {0}:
            pictures.paint_box(painter, self._model.box(box_id), edge=accent, width=3)
        if isinstance(self._chosen, int):
            painter.setPen(QPen(QColor(accent), 2))
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawEllipse(self._handle(self._chosen).adjusted(3, 3, -3, -3))

    def _things(self) -> list[Chosen]:
        return [*(box.id for box in self._model.boxes), *self._model.arrows]

    def _at(self, here: QPointF) -> Chosen:
        for box in reversed(self._model.boxes):
            if pictures.box_rect(box).contains(here):
                return box.id
        for arrow in self._model.arrows:
            area = pictures.arrow_area(*line_of(self._model, arrow))
            if area.containsPoint(here, Qt.FillRule.OddEvenFill):
                return arrow
        return None

    def _handle(self, box_id: int) -> QRectF:
        rect = pictures.box_rect(self._model.box(box_id))
        return QRectF(rect.right() - _HANDLE, rect.center().y() - _HANDLE, 2 * _HANDLE, 2 * _HANDLE)

    def _scale(self) -> float:
        return min(self.width() / WIDTH, self.height() / HEIGHT) or 1.0

    def _sheet(self) -> QRectF:
        width = WIDTH * self._scale()
        return QRectF((self.width() - width) / 2, 0, width, HEIGHT * self._scale())

    def _place(self, position: QPointF) -> QPointF:
        return (position - self._sheet().topLeft()) / self._scale()

    def _on_screen(self, place: QRectF) -> QRectF:
        corner = place.topLeft() * self._scale() + self._sheet().topLeft()
        return QRectF(corner, place.size() * self._scale())
