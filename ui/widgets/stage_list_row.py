"""How one place looks in the list form of the map."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.domain.guidance import Stage
from journal.text import say
from ui import icons, theme
from ui.widgets.journey_map_state import MapState, Piece, dates_under, words_under
from ui.widgets.stage_mark import paint_mark

STAGE: Final = Qt.ItemDataRole.UserRole
STATE: Final = Qt.ItemDataRole.UserRole + 1
_CENTRE, _TEXT, _PAD, _ICON, _GAP = 34, 76, 12, 16, 2
_WRAP = Qt.TextFlag.TextWordWrap


class StageRow(QStyledItemDelegate):
    """Circle on the line, full name, and under it the words or dates of the place."""

    def __init__(self, view: QAbstractItemView, *, picker: bool) -> None:
        super().__init__(view)
        self._view, self._picker = view, picker

    def height(self, stage: Stage, state: MapState, width: int) -> int:
        """Of the row, with its name wrapped in the width."""
        name = self._name_rect(stage, state, QRect(0, 0, width, 0)).height()
        return max(name + _under_height(state, stage) + 2 * theme.px(_PAD), theme.px(62))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """As wide as the list."""
        width = self._view.viewport().width()
        return QSize(width, self.height(index.data(STAGE), index.data(STATE), width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Line, mark, name, and what stands under it."""
        stage, state, row = index.data(STAGE), index.data(STATE), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, chosen=self._picker and stage.id in state.chosen)
        self._paint_line(painter, row, index.row(), index.model().rowCount() - 1)
        painter.save()
        painter.translate(row.left() + theme.px(_CENTRE), row.center().y() + 1)
        painter.scale(theme.factor() * 0.9, theme.factor() * 0.9)
        paint_mark(painter, state, stage.id, index.row() + 1)
        painter.restore()
        name = self._name_rect(stage, state, row)
        painter.setFont(theme.font("ui_bold"))
        painter.setPen(theme.color("text"))
        painter.drawText(name, _WRAP, say(stage.name))
        self._paint_under(painter, stage, state, row)
        painter.restore()

    def entry_at(self, stage: Stage, state: MapState, row: QRect, point: QPoint) -> int | None:
        """The entry whose date is under a point."""
        for piece, place in self._placed(stage, state, row):
            if piece.entry_id is not None and place.contains(point):
                return piece.entry_id
        return None

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        row = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("soft"))
            painter.drawRoundedRect(row, 8, 8)
            painter.fillRect(QRectF(row.left(), row.top() + 10, 3, row.height() - 20), theme.color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row, 8, 8)

    def _paint_line(self, painter: QPainter, row: QRect, number: int, last: int) -> None:
        painter.setPen(QPen(theme.color("control"), 1.6))
        x = row.left() + theme.px(_CENTRE)
        middle = row.center().y()
        painter.drawLine(x, middle if number == 0 else row.top(), x, middle if number == last else row.bottom() + 1)

    def _paint_under(self, painter: QPainter, stage: Stage, state: MapState, row: QRect) -> None:
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("accent"))
        placed = self._placed(stage, state, row)
        for piece, place in placed:
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, piece.text)
        if placed and _pieces(state, stage)[1]:
            left, first = row.left() + theme.px(_TEXT), placed[0][1]
            top = first.center().y() - theme.px(_ICON) / 2
            painter.drawPixmap(QPointF(left, top), icons.pixmap("page", "accent", _ICON))

    def _name_rect(self, stage: Stage, state: MapState, row: QRect) -> QRect:
        width = max(row.width() - theme.px(_TEXT) - 8, 1)
        metrics = QFontMetrics(theme.font("ui_bold"))
        high = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, say(stage.name)).height()
        top = row.top() + max((row.height() - high - _under_height(state, stage)) // 2, 0)
        return QRect(row.left() + theme.px(_TEXT), top, width, high)

    def _placed(self, stage: Stage, state: MapState, row: QRect) -> list[tuple[Piece, QRect]]:
        pieces, dated = _pieces(state, stage)
        metrics = QFontMetrics(theme.font("caption"))
        name = self._name_rect(stage, state, row)
        left = name.left() + (theme.px(_ICON + 5) if dated else 0)
        placed = []
        for piece in pieces:
            width = metrics.horizontalAdvance(piece.text)
            placed.append((piece, QRect(left, name.bottom() + _GAP, width + 1, theme.line_height("caption"))))
            left += width
        return placed


def _pieces(state: MapState, stage: Stage) -> tuple[list[Piece], bool]:
    words = words_under(state, stage.id)
    return ([Piece(words)], False) if words else (dates_under(state, stage.id), True)


def _under_height(state: MapState, stage: Stage) -> int:
    return theme.line_height("caption") + _GAP if _pieces(state, stage)[0] else 0
