"""One meeting of the programme on the line: how it is drawn, how it is called, and the button for it."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journal import dates
from journal.domain.progress import Standing
from journal.text import tr, trn
from ui import icons, theme
from ui.widgets.journey_map_state import number_word
from ui.widgets.keyboard_ring import RingedButton

BIG, RING, MIDDLE, SMALL = 12.0, 16.0, 9.0, 5.5


@dataclass(frozen=True)
class Node:
    """A meeting as the line shows it. ``number`` stands under a webinar; ``days`` is the time until it."""

    meeting_id: int
    kind: str
    name: str
    number: str
    first: dt.date | None
    last: dt.date | None
    standing: Standing
    days: int = 0

    @property
    def is_big(self) -> bool:
        """Whether it has a big circle."""
        return self.kind != "webinar"

    @property
    def has_label(self) -> bool:
        """Whether there is room under it for three lines; the closing event follows too closely for that."""
        return self.kind not in ("webinar", "closing")

    @property
    def radius(self) -> float:
        """Of its circle."""
        if self.standing is Standing.NOW:
            return RING
        return {"webinar": SMALL, "closing": MIDDLE}.get(self.kind, BIG)

    @property
    def is_near(self) -> bool:
        """Whether its words deserve attention: the session of now, or the one that is near."""
        return self.standing in (Standing.NOW, Standing.SOON)

    def date_words(self) -> str:
        """19 en 20 nov."""
        return dates.span(self.first, self.last, brief=True) if self.first else tr("no date yet")

    def short_words(self) -> str:
        """What stands right under a circle without number or label: 8 apr."""
        return dates.short(self.first) if self.first and not self.has_label else ""

    def state_words(self) -> str:
        """Done, reflect now, to come, in five days, moved to 14 Jan, skipped."""
        if self.standing is Standing.SOON:
            return days_ahead(self.days)
        if self.standing is Standing.MOVED and self.first:
            return tr("moved to {day}", day=dates.short(self.first))
        return {
            Standing.DONE: tr("done"),
            Standing.NOW: tr("reflect now"),
            Standing.SKIPPED: tr("skipped"),
        }.get(self.standing, tr("still to come"))

    def spoken(self) -> str:
        """Two-day session 2, 19 and 20 November. Reflect now."""
        state = self.state_words()
        when = dates.span(self.first, self.last) if self.first else tr("no date yet")
        return f"{self.name}, {when}. {state[:1].upper()}{state[1:]}."


def days_ahead(days: int) -> str:
    """Today, tomorrow, in five days."""
    if days <= 1:
        return tr("tomorrow") if days == 1 else tr("today")
    return trn("in {word} day", "in {word} days", days, word=number_word(days))


def paint_node(painter: QPainter, node: Node, centre: QPointF, ground: str = "surface") -> None:
    """Draw the circle: filled with a check when done, ringed with a pencil now, hollow when it is to come."""
    accent, radius = theme.color("accent"), node.radius
    if node.standing is Standing.NOW:
        painter.setPen(QPen(accent, 2))
        painter.setBrush(theme.color(ground))
        painter.drawEllipse(centre, RING, RING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(centre, BIG - 1, BIG - 1)
        _stamp(painter, "pencil", centre, 13)
    elif node.standing is Standing.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(centre, radius + (0.5 if radius == SMALL else 0), radius + (0.5 if radius == SMALL else 0))
        if node.is_big:
            _check(painter, centre, radius / BIG)
    else:
        near = node.standing is Standing.SOON
        pen = QPen(accent if near else theme.color("control"), 2 if near else 1.5)
        if node.standing is Standing.SKIPPED:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(theme.color(ground))
        painter.drawEllipse(centre, radius, radius)


def _check(painter: QPainter, centre: QPointF, scale: float) -> None:
    ends = (QPointF(-4.6, 0.4), QPointF(-1.4, 3.4), QPointF(4.6, -3.2))
    painter.setPen(QPen(theme.color("on_accent"), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([centre + end * scale for end in ends])


def _stamp(painter: QPainter, name: str, centre: QPointF, size: int) -> None:
    picture = icons.pixmap(name, "on_accent", size * 2)
    target = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, picture, QRectF(picture.rect()))


class NodeButton(RingedButton):
    """A meeting on the line: the circle with room around it. ``opened(meeting_id)``."""

    opened = Signal(int)

    def __init__(self, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self.node, self._centre = node, QPointF()
        self.setObjectName(f"programme.{node.meeting_id}")
        self.setAccessibleName(node.spoken())
        self.setToolTip(node.spoken())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _open(self) -> None:
        self.opened.emit(self.node.meeting_id)

    def set_centre(self, x: float, y: float) -> None:
        """Where in its parent the circle is: between whole pixels, unlike the button."""
        self._centre = QPointF(x, y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = self._centre - QPointF(self.pos())
        paint_node(painter, self.node, centre)
        self.paint_ring(painter, centre, self.node.radius + 0.5)
        painter.end()


class NodeRow(NodeButton):
    """A meeting in the list form: circle, name, and under it date and state."""

    def __init__(self, node: Node, parent: QWidget) -> None:
        super().__init__(node, parent)
        self.setProperty("ring", "")
        self.setFixedHeight(theme.line_height("ui") + theme.line_height("caption") + theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and two lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.scale(theme.factor(), theme.factor())
        paint_node(painter, self.node, QPointF(RING + 2, self.height() / 2 / theme.factor()))
        painter.restore()
        left, top = theme.px(2 * RING + 16), theme.px(7)
        width = self.width() - left
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("ui_bold" if self.node.is_big else "ui"))
        painter.drawText(QRectF(left, top, width, theme.line_height("ui")), self.node.name)
        painter.setFont(theme.font("caption_bold" if self.node.is_near else "caption"))
        painter.setPen(theme.color("accent" if self.node.is_near else "text2"))
        under = f"{self.node.date_words()}, {self.node.state_words()}"
        painter.drawText(QRectF(left, top + theme.line_height("ui"), width, theme.line_height("caption")), under)
        painter.end()
