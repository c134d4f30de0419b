"""The words of a stop on the map: its name and the line under it, drawn with a halo so that land never crosses them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from ui import icons, theme
from ui.tokens import SANS
from ui.widgets.journey_map_state import Piece

ASCENT, DESCENT = 13.0, 4.0
_NAME, _NOTE, _LINE, _GAP = 13.5, 13.0, 17.0, 18.0
_HALO = 4.0
_ICON, _ICON_SPACE, _ICON_SHIFT = 15, 20.0, 4.5


@dataclass(frozen=True)
class Label:
    """Lines of a name, and pieces of one line under it; ``dated`` puts a page icon before those."""

    lines: Sequence[str]
    pieces: Sequence[Piece] = ()
    dated: bool = False

    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        factor = theme.factor()
        return (ASCENT + DESCENT + _LINE * (len(self.lines) - 1) + (_GAP if self.pieces else 0)) * factor

    def width(self) -> float:
        """Of the widest line, with its halo."""
        wide = max(_advance(line, bold=True) for line in self.lines)
        if self.pieces:
            icon = 2 * (_ICON_SPACE + _ICON_SHIFT) * theme.factor() if self.dated else 0
            wide = max(wide, sum(_advance(piece.text) for piece in self.pieces) + icon)
        return wide + _HALO

    def paint(self, painter: QPainter, middle: float, top: float) -> None:
        """Draw the words around a middle, from a top."""
        factor = theme.factor()
        baseline = top + ASCENT * factor
        for line in self.lines:
            _write(painter, line, QPointF(middle - _advance(line, bold=True) / 2, baseline), "text", bold=True)
            baseline += _LINE * factor
        for piece, place in self._placed(middle, top):
            _write(painter, piece.text, QPointF(place.x(), place.y() + ASCENT * factor), "accent")
        if self.dated and self.pieces:
            left = self._placed(middle, top)[0][1]
            at = QPointF(left.x() - _ICON_SPACE * factor, left.y() + (ASCENT - 11.9) * factor)
            painter.drawPixmap(at, icons.pixmap("page", "accent", _ICON))

    def entry_at(self, point: QPointF, middle: float, top: float) -> int | None:
        """The entry whose date is under a point."""
        for piece, place in self._placed(middle, top):
            if piece.entry_id is not None and place.contains(point):
                return piece.entry_id
        return None

    def _placed(self, middle: float, top: float) -> list[tuple[Piece, QRectF]]:
        factor = theme.factor()
        wide = sum(_advance(piece.text) for piece in self.pieces)
        left = middle - wide / 2 + (_ICON_SHIFT * factor if self.dated else 0)
        upper = top + (_LINE * (len(self.lines) - 1) + _GAP) * factor
        placed = []
        for piece in self.pieces:
            width = _advance(piece.text)
            placed.append((piece, QRectF(left, upper, width, (ASCENT + DESCENT) * factor)))
            left += width
        return placed


def _font(*, bold: bool) -> QFont:
    # Twice as large and drawn at half size: pixel sizes are whole numbers, and the map's letters are 13.5.
    font = QFont(SANS)
    font.setPixelSize(round((_NAME if bold else _NOTE) * 2 * theme.factor()))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _advance(text: str, *, bold: bool = False) -> float:
    return QFontMetricsF(_font(bold=bold)).horizontalAdvance(text) / 2


def _write(painter: QPainter, text: str, place: QPointF, token: str, *, bold: bool = False) -> None:
    letters = QPainterPath()
    letters.addText(0, 0, _font(bold=bold), text)
    letters = QTransform(0.5, 0, 0, 0.5, place.x(), place.y()).map(letters)
    joins = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(letters, QPen(theme.color("map1"), _HALO, *joins))
    painter.fillPath(letters, theme.color(token))
