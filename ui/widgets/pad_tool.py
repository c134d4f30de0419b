"""A tool of the sketch pad: a pen, a colour or a width, with its word under or beside its picture."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.icons import pixmap

_WIDTH, _HIGH, _LOW = 84, 62, 46
_DOT = 22


class PadTool(QAbstractButton):
    """``icon``: a drawn picture; else ``colour``: a dot of it, or ``dot``: a dot of that size.

    ``beside``: the word stands beside the picture. Chosen is a soft ground, a 2 px edge and a heavier word;
    a colour shows a check as well.
    """

    def __init__(
        self, name: str, word: str, key: str, *, icon: str = "", colour: str = "", dot: int = 0, beside: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._colour, self._dot = icon, colour, dot
        self._beside = beside or bool(dot)
        self._tall = 40 if beside else _LOW if dot else _HIGH
        self._wide = 0 if beside else _WIDTH
        self.setObjectName(name)
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(f"{word} ({key})")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As the mock-up has it; beside its picture the word takes the room that it needs."""
        if self._wide:
            return QSize(theme.px(self._wide), theme.px(self._tall))
        words = self.fontMetrics().horizontalAdvance(self.text()) if not self._beside else self._width_of_word()
        return QSize(words + theme.px(44), theme.px(self._tall))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, picture and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(QPen(theme.color("accent" if chosen else "control"), 2 if chosen else 1))
            painter.setBrush(theme.color("soft") if chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        ink = theme.color("on_soft" if chosen else "text2")
        self._paint_picture(painter, ink)
        painter.setPen(ink)
        painter.setFont(theme.font("caption_bold" if chosen else "caption"))
        if self._beside:
            place = QRectF(theme.px(32), 0, self.width() - theme.px(32), self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        else:
            below = theme.px(33 if self._icon else 34)
            place = QRectF(0, below, self.width(), theme.px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_picture(self, painter: QPainter, ink: QColor) -> None:
        middle = QPointF(self.width() / 2, theme.px(22 if self._icon else 21))
        if self._beside:
            middle = QPointF(theme.px(17), self.height() / 2)
        if self._icon:
            side = theme.px(20)
            drawn = pixmap(self._icon, "on_soft" if self.isChecked() else "text2", 20)
            painter.drawPixmap(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side).toRect(), drawn)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour) if self._colour else ink)
        radius = theme.px(_DOT if self._colour else self._dot) / 2
        painter.drawEllipse(middle, radius, radius)
        if self._colour and theme.is_dark():  # so that dark ink is seen on a dark ground
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("control"), 1))
            painter.drawEllipse(middle, radius, radius)
        if self._colour and self.isChecked():
            self._paint_check(painter, middle)

    @staticmethod
    def _paint_check(painter: QPainter, middle: QPointF) -> None:
        pen = QPen(QColor("#FFFFFF"), theme.px(2.2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        step = theme.factor()
        corners = [middle + QPointF(x, y) * step for x, y in ((-4.5, 0.2), (-1.4, 3.3), (4.5, -3.3))]
        painter.drawPolyline(corners)

    def _width_of_word(self) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(theme.font("caption_bold")).horizontalAdvance(self.text())


def group_of(owner: QWidget, tools: list[PadTool], chosen: Callable[[int], object]) -> QButtonGroup:
    """One of these at a time; ``chosen(number)`` when somebody takes another."""
    group = QButtonGroup(owner)
    group.setExclusive(True)
    for number, tool in enumerate(tools):
        group.addButton(tool, number)
    group.idClicked.connect(chosen)
    tools[0].setChecked(True)
    return group


def tool_card(tools: list[PadTool], name: str, *, across: bool) -> QFrame:
    """A card with tools under each other, or a bare row of them."""
    frame = QFrame()
    frame.setAccessibleName(name)
    layout = QHBoxLayout(frame) if across else QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(2))
    if not across:
        frame.setProperty("kind", "card")
        dots = tools[0].sizeHint().height() < theme.px(_HIGH)
        edge = theme.px(10 if dots else 12)
        layout.setContentsMargins(theme.px(9), edge, theme.px(9), edge)
        layout.setSpacing(theme.px(2 if dots else 4))
    for tool in tools:
        layout.addWidget(tool)
    return frame
