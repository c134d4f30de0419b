"""A card for one kind of paper: a small sketch of its page, its name, and one sentence."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme

_SHEET_WIDE, _SHEET_HIGH, _EDGE, _GAP = 34, 48, 16, 14
_SKETCHES: dict[str, tuple[tuple[str, float, float, float, float], ...]] = {
    "map": (("line", 5, 7, 14, 2), ("map", 5, 14, 24, 12), ("line", 5, 31, 24, 1), ("line", 5, 35, 20, 1)),
    "bar": (
        ("line", 5, 7, 14, 2),
        ("line", 5, 13, 24, 1),
        ("line", 5, 17, 24, 1),
        ("bar", 5, 23, 2, 9),
        ("line", 10, 26, 16, 2),
    ),
    "text": (("line", 5, 7, 18, 2), *(("line", 5, 14 + 4 * n, 20 + 4 * min(n % 3, 1), 1) for n in range(7))),
    "page": (
        ("map", 5, 6, 24, 11),
        ("line", 5, 21, 11, 1),
        ("line", 18, 21, 11, 1),
        ("line", 5, 25, 11, 1),
        ("line", 18, 25, 9, 1),
        ("line", 5, 32, 24, 1),
        ("line", 5, 36, 20, 1),
    ),
    "lines": (("line", 5, 7, 12, 2), *(("dots", 5, 16 + 7 * n, 24, 1) for n in range(4))),
    "book": (
        ("line", 5, 7, 16, 2),
        *(("line", 5, 14 + 5 * n, 15, 1) for n in range(6)),
        *(("line", 27, 14 + 5 * n, 2, 1) for n in range(6)),
    ),
}


class KindCard(QAbstractButton):
    """Checked: the kind in use. Arrows go to its neighbours."""

    def __init__(self, title: str, sentence: str, sketch: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self._sentence, self._sketch = sentence, sketch
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The sheet, or the words when they need more."""
        title, told = self._boxes(width)
        return max(theme.px(_SHEET_HIGH), title.height() + told.height()) + 2 * theme.px(_EDGE)

    def sizeHint(self) -> QSize:
        """Two beside each other in the column."""
        return QSize(theme.px(280), self.heightForWidth(theme.px(280)))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(theme.px(160), theme.px(80))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, arrows walk."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusNextPrevChild(key in (Qt.Key.Key_Down, Qt.Key.Key_Right))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card, the sheet on it, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked()
        edge = "accent" if strong or self.hasFocus() else "text2" if self.underMouse() else "control"
        painter.setPen(QPen(theme.color(edge), 2 if strong else 1))
        painter.setBrush(theme.color("soft" if strong else "surface"))
        inset = 1.0 if strong else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        self._paint_sheet(painter)
        title, told = self._boxes(self.width())
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.font("ui_bold"))
        painter.setPen(theme.color("on_soft" if strong else "text"))
        painter.drawText(title, wrap, self.text())
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("on_soft" if strong else "text2"))
        painter.drawText(told, wrap, self._sentence)
        painter.end()

    def _paint_sheet(self, painter: QPainter) -> None:
        unit = theme.px(_SHEET_WIDE) / _SHEET_WIDE
        painter.save()
        painter.translate(theme.px(_EDGE), theme.px(_EDGE))
        painter.scale(unit, unit)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(0.5, 0.5, _SHEET_WIDE - 1, _SHEET_HIGH - 1))
        grey, green = QPen(Qt.GlobalColor.gray, 1), QPen(theme.color("accent"), 1.6)
        for what, x, y, wide, high in _SKETCHES[self._sketch]:
            if what == "map":
                painter.setPen(green)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline([QRectF(x + wide * part, y + high * at, 0, 0).topLeft() for part, at in _WAY])
            elif what == "bar":
                painter.fillRect(QRectF(x, y, wide, high), green.color())
            else:
                pen = QPen(grey.color(), high, Qt.PenStyle.DotLine if what == "dots" else Qt.PenStyle.SolidLine)
                painter.setPen(pen)
                painter.drawLine(QRectF(x, y, wide, 0).topLeft(), QRectF(x, y, wide, 0).topRight())
        painter.restore()

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        left = theme.px(_EDGE + _SHEET_WIDE + _GAP)
        room = QRect(left, 0, max(40, width - left - theme.px(_EDGE)), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        title = QFontMetrics(theme.font("ui_bold")).boundingRect(room, wrap, self.text())
        told = QFontMetrics(theme.font("caption")).boundingRect(room, wrap, self._sentence)
        top = max(theme.px(_EDGE), (self.height() - title.height() - told.height()) // 2)
        return QRect(left, top, room.width(), title.height()), QRect(
            left, top + title.height(), room.width(), told.height()
        )


_WAY = ((0, 0.9), (0.18, 0.75), (0.25, 0.3), (0.4, 0.25), (0.5, 0.8), (0.66, 0.85), (0.74, 0.2), (0.86, 0.1), (1, 0.4))
