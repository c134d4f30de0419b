"""The path through time: the places in their order from below, real time from left to right, ring and square."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal import dates
from journal.domain.guidance import Guidance, Stage
from journal.domain.records import Who
from journal.storage.places import PlaceNote, Walked
from journal.text import say, tr
from ui import theme
from ui.pages.lookback.theme_chart import paint_point

_ROW, _TOP, _UNDER, _GAP, _INSET = 24, 14, 30, 12, 24


@dataclass(frozen=True)
class Spot:
    """A place on a day."""

    stage: int
    on: dt.date


class PathChart(QWidget):
    """One focusable picture; its facts are in its description and in the text beside it."""

    def __init__(self, walked: Walked, guidance: Guidance) -> None:
        super().__init__()
        self._stages = guidance.stages
        self._me = spots(walked, guidance, Who.ME)
        self._us = spots(walked, guidance, Who.US)
        self.setObjectName("lookback.path")
        self.setAccessibleName(tr("Your path through time"))
        self.setAccessibleDescription(spoken(walked.notes, guidance))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_TOP + _ROW * (len(self._stages) - 1) + _UNDER))

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(theme.px(300), self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes and goes with the focus."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hairlines with names, dates, and both lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = {self._me[-1].stage} if self._me else set()
        for number, stage in enumerate(self._stages, 1):
            y = self._y(number)
            painter.fillRect(QRectF(self._left(), y - 0.5, self.width() - self._left(), 1), theme.color("line"))
            painter.setFont(theme.font("caption_bold" if number in here else "caption"))
            painter.setPen(theme.color("text" if number in here else "text2"))
            box = QRectF(0, y - theme.px(12), self._left() - theme.px(_GAP), theme.px(24))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), short_name(stage))
        self._paint_dates(painter)
        self._paint_us(painter)
        self._paint_me(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _left(self) -> float:
        metrics = QFontMetrics(theme.font("caption_bold"))
        wide = max(metrics.horizontalAdvance(short_name(stage)) for stage in self._stages)
        return min(max(wide + theme.px(_GAP), theme.px(150)), self.width() / 2)

    def _x(self, on: dt.date) -> float:
        days = [spot.on for spot in (*self._me, *self._us)]
        first, last = min(days), max(days)
        start, end = self._left() + theme.px(16), self.width() - theme.px(_INSET)
        whole = (last - first).days
        return start + (end - start) * ((on - first).days / whole) if whole else start

    def _y(self, stage: int) -> float:
        return theme.px(_TOP) + (len(self._stages) - stage) * theme.px(_ROW)

    def _at(self, spot: Spot) -> QPointF:
        return QPointF(self._x(spot.on), self._y(spot.stage))

    def _paint_dates(self, painter: QPainter) -> None:
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        metrics = QFontMetrics(theme.font("caption"))
        days = sorted({spot.on for spot in (*self._me, *self._us)})
        taken: list[QRectF] = []
        for day in [*days[:1], *days[:0:-1]]:  # the ends first; what would touch another stays out
            text = dates.short(day)
            wide = metrics.horizontalAdvance(text)
            left = min(self._x(day) - wide / 2, self.width() - wide)
            box = QRectF(left, self._y(1) + theme.px(8), wide, theme.px(20))
            if not any(box.adjusted(-12, 0, 12, 0).intersects(other) for other in taken):
                taken.append(box)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_me(self, painter: QPainter) -> None:
        self._paint_line(painter, self._me, QPen(theme.color("accent"), theme.px(2.5)))
        for spot in self._me[:-1]:
            paint_point(painter, self._at(spot), 5.5 * theme.factor())
        if self._me:
            last = self._at(self._me[-1])
            radius = 11 * theme.factor()
            painter.setBrush(theme.color("surface"))
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawEllipse(last, radius, radius)
            paint_point(painter, last, 7 * theme.factor())

    def _paint_us(self, painter: QPainter) -> None:
        pen = QPen(theme.color("control"), theme.px(2), Qt.PenStyle.DashLine)
        self._paint_line(painter, self._us, pen)
        side = 11 * theme.factor()
        for spot in self._us:
            painter.save()
            painter.translate(self._at(spot))
            painter.rotate(45)
            painter.setBrush(theme.color("surface"))
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(-side / 2, -side / 2, side, side), 2, 2)
            painter.restore()

    def _paint_line(self, painter: QPainter, line: Sequence[Spot], pen: QPen) -> None:
        if not line:
            return
        path = QPainterPath(self._at(line[0]))
        for before, after in pairwise(line):
            a, b = self._at(before), self._at(after)
            middle = (a.x() + b.x()) / 2  # level at both ends, so never above a place that was chosen
            path.cubicTo(QPointF(middle, a.y()), QPointF(middle, b.y()), b)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)


def spots(walked: Walked, guidance: Guidance, who: Who) -> list[Spot]:
    """The places of one journey by day; of two places in one entry the first."""
    known = {stage.id: number for number, stage in enumerate(guidance.stages, 1)}
    found: dict[int, Spot] = {}
    for note in walked.notes:
        if note.who is who and note.stage_id in known and note.entry_id not in found:
            found[note.entry_id] = Spot(known[note.stage_id], note.on)
    return sorted(found.values(), key=lambda spot: spot.on)


def spoken(notes: Sequence[PlaceNote], guidance: Guidance) -> str:
    """The same in words: every day with the places of that day."""
    known = {stage.id: stage for stage in guidance.stages}
    told = []
    for note in notes:
        if note.stage_id in known:
            who = tr("I") if note.who is Who.ME else tr("our cooperation")
            place = tr(
                "place {number}, {name}",
                number=guidance.stage_number(note.stage_id),
                name=say(known[note.stage_id].name),
            )
            told.append(f"{dates.middle(note.on)}, {who}: {place}")
    return "; ".join(told) + "." if told else ""


def short_name(stage: Stage) -> str:
    """A name of a few words; of a place that a programme named itself its own name."""
    names = {
        "call": tr("The call"),
        "refusal": tr("The refusal"),
        "mentor": tr("The mentor"),
        "threshold": tr("Over the threshold"),
        "trials": tr("Trials"),
        "ordeal": tr("Moment of truth"),
        "return": tr("The return"),
        "guardian": tr("The guardian"),
    }
    return names.get(stage.id) or say(stage.name)
