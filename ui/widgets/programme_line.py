"""The programme through time: a line with a place for every meeting, or a list when the line would be too crowded."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal import dates
from journal.domain.progress import Standing
from journal.text import tr
from ui import theme
from ui.widgets.programme_node import BIG, Node, NodeButton, NodeRow

_LARGEST_TEXT = 1.5
CLOSEST = 24
"""Nodes closer than this become a list."""
_AFTER = 26.0
_HIT = 46.0
_LABEL_GAP = 8.0
_HEIGHT, _MONTHS, _TICKS, _LINE = 137, 11, 21, 43
_NUMBERS, _NAMES, _DATES, _STATES = 62, 88, 108, 127


class ProgrammeLine(QWidget):
    """``meeting_activated(meeting_id)``: a meeting was clicked. Arrow keys walk from meeting to meeting."""

    meeting_activated = Signal(int)

    def __init__(self, nodes: Sequence[Node] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self.buttons: list[NodeButton] = []
        self._is_list = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("programme")
        self.setAccessibleName(tr("Your programme"))
        self.set_nodes(nodes)

    @property
    def is_list(self) -> bool:
        """Whether the list form is shown."""
        return self._is_list

    def set_nodes(self, nodes: Sequence[Node]) -> None:
        """Show other meetings; those without a date do not stand on the line."""
        self._nodes = sorted((node for node in nodes if node.first), key=lambda node: node.first or dt.date.min)
        self._build(is_list=self._wants_list())

    def place_of(self, meeting_id: int) -> QRect:
        """Where a meeting is drawn."""
        return next(button.geometry() for button in self.buttons if button.node.meeting_id == meeting_id)

    def button_of(self, meeting_id: int) -> NodeButton | None:
        """The button of a meeting."""
        return next((button for button in self.buttons if button.node.meeting_id == meeting_id), None)

    def sizeHint(self) -> QSize:
        """As high as its form asks."""
        if self._is_list:
            return QSize(280, sum(button.height() for button in self.buttons))
        return QSize(560, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the list form."""
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form that fits, and lay the nodes."""
        super().resizeEvent(event)
        if self._wants_list() != self._is_list:
            self._build(is_list=not self._is_list)
        else:
            self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the form that fits."""
        super().showEvent(event)
        if self._wants_list() != self._is_list:
            self._build(is_list=not self._is_list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the line."""
        at = next((number for number, button in enumerate(self.buttons) if button.hasFocus()), None)
        if at is None:
            super().keyPressEvent(event)
        else:
            moves = {Qt.Key.Key_Right: at + 1, Qt.Key.Key_Down: at + 1, Qt.Key.Key_Left: at - 1, Qt.Key.Key_Up: at - 1}
            moves |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.buttons) - 1}
            if 0 <= (to := moves.get(Qt.Key(event.key()), -1)) < len(self.buttons):
                self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
            elif event.key() not in moves:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Months, line, numbers and words; the circles are buttons."""
        if self._is_list or not self._nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        self._paint_line(painter)
        for node in self._nodes:
            self._write_at(painter, node.number or node.short_words(), self._x(node.first), _NUMBERS)
        for node, box, side in self._labels():
            rows = (
                (_NAMES, node.name, ("ui_bold", "text")),
                (_DATES, node.date_words(), ("caption", "text2")),
                (_STATES, node.state_words(), ("caption_bold", "accent") if node.is_near else ("caption", "text2")),
            )
            for middle, text, look in rows:
                _write(painter, text, QRectF(box.left(), theme.px(middle) - 20, box.width(), 40), look, side)
        painter.end()

    def _paint_months(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.color("control"), 1))
        for day in self._months():
            x = round(self._x(day)) + 0.5
            painter.setPen(QPen(theme.color("control"), 1))
            painter.drawLine(QPointF(x, theme.px(_TICKS)), QPointF(x, theme.px(_TICKS) + 5))
            self._write_at(painter, dates.month(day), x, _MONTHS)

    def _paint_line(self, painter: QPainter) -> None:
        y = theme.px(_LINE)
        first, last = self._x(self._nodes[0].first), self._x(self._nodes[-1].first)
        painter.setPen(QPen(theme.color("control"), 1.5))
        painter.drawLine(QPointF(first, y), QPointF(last, y))
        walked = [node for node in self._nodes if node.standing in (Standing.DONE, Standing.NOW)]
        if walked:
            painter.setPen(QPen(theme.color("accent"), 2.5))
            painter.drawLine(QPointF(first, y), QPointF(self._x(walked[-1].first), y))

    def _write_at(self, painter: QPainter, text: str, x: float, middle: float) -> None:
        box = QRectF(x - 40, theme.px(middle) - 20, 80, 40)
        _write(painter, text, box, ("caption", "text2"), Qt.AlignmentFlag.AlignHCenter)

    def _months(self) -> Iterator[dt.date]:
        first, last = self._nodes[0].first, self._nodes[-1].first
        assert first
        assert last
        month = first.replace(day=1)
        while (month := (month + dt.timedelta(days=32)).replace(day=1)) <= last:
            yield month

    def _x(self, day: dt.date | None) -> float:
        first, last = self._nodes[0].first, self._nodes[-1].first
        assert day
        assert first
        assert last
        days = (last - first).days
        start = BIG if self._nodes[0].standing is Standing.DONE else self._nodes[0].radius + 1.5
        room = self.width() - start - _AFTER
        return start + (room * (day - first).days / days if days else room / 2)

    def _labels(self) -> list[tuple[Node, QRectF, Qt.AlignmentFlag]]:
        """Words under the big nodes: in the middle, at an end of the line along its edge."""
        left, right = 0.0, self._x(self._nodes[-1].first) + BIG
        placed: list[tuple[Node, QRectF, Qt.AlignmentFlag]] = []
        for node in self._nodes:
            if not node.has_label:
                continue
            x, width = self._x(node.first), _label_width(node)
            side, start = Qt.AlignmentFlag.AlignHCenter, x - width / 2
            if start < left:
                side, start = Qt.AlignmentFlag.AlignLeft, left
            elif start + width > right:
                side, start = Qt.AlignmentFlag.AlignRight, right - width
            placed.append((node, QRectF(start, 0, width, 1), side))
        for (_, before, _), (_, after, _) in pairwise(placed):
            after.moveLeft(max(after.left(), before.right() + _LABEL_GAP))
        return placed

    def _wants_list(self) -> bool:
        if theme.factor() > _LARGEST_TEXT or not self.isVisible():  # before it is shown, its width is a guess
            return theme.factor() > _LARGEST_TEXT
        steps = [self._x(after.first) - self._x(before.first) for before, after in pairwise(self._nodes)]
        if any(step < CLOSEST for step in steps):
            return True
        return bool(self._nodes) and any(box.right() > self.width() for _, box, _ in self._labels())

    def _build(self, *, is_list: bool) -> None:
        focused = next((button.node.meeting_id for button in self.buttons if button.hasFocus()), None)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self._is_list = is_list
        self.buttons = [(NodeRow if is_list else NodeButton)(node, self) for node in self._nodes]
        for button in self.buttons:
            button.opened.connect(self.meeting_activated)
            button.show()
            if button.node.meeting_id == focused:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lay()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def _lay(self) -> None:
        top = 0
        for button in self.buttons:
            if self._is_list:
                button.setGeometry(0, top, self.width(), button.height())
                top += button.height()
            else:
                half = min(_HIT, self._room(button.node)) / 2
                box = QRectF(self._x(button.node.first) - half, theme.px(_LINE) - _HIT / 2, 2 * half, _HIT)
                button.set_centre(self._x(button.node.first), theme.px(_LINE))
                button.setGeometry(box.toAlignedRect())

    def _room(self, node: Node) -> float:
        others = [abs(self._x(other.first) - self._x(node.first)) for other in self._nodes if other is not node]
        return max(min(others, default=_HIT), 2 * node.radius + 12)


def _label_width(node: Node) -> float:
    texts = ((node.name, "ui_bold"), (node.date_words(), "caption"), (node.state_words(), "caption_bold"))
    return max(QFontMetricsF(theme.font(role)).horizontalAdvance(text) for text, role in texts) + 1


def _write(painter: QPainter, text: str, box: QRectF, look: tuple[str, str], side: Qt.AlignmentFlag) -> None:
    """``look``: a role of the type table and a colour."""
    painter.setFont(theme.font(look[0]))
    painter.setPen(theme.color(look[1]))
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
