"""The list of webinars: rows of 62 with a numbered circle, title, date and how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal.text import tr
from ui import theme
from ui.pages.webinars.standing import WebinarLine
from ui.widgets.tick import paint_tick

_Index = QModelIndex | QPersistentModelIndex
ROW = 62
_CENTRE, _TEXT, _EDGE, _RADIUS = 29, 56, 16, 13
_WRAP = int(Qt.TextFlag.TextWordWrap)


class WebinarList(QListView):
    """``chosen(meeting id)`` when another row becomes current, ``opened(meeting id)`` on Enter, Right, double click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self.setObjectName("webinars.list")
        self.setAccessibleName(tr("Webinars"))
        self.setModel(self._lines)
        self.setItemDelegate(_Row(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(lambda index: self.opened.emit(self._lines.lines[index.row()].meeting_id))

    def show_lines(self, lines: Sequence[WebinarLine], current: int) -> None:
        """Show these, with the row of a meeting as the chosen one."""
        self.blockSignals(True)
        self._lines.replace(lines)
        self.choose(current)
        self.blockSignals(False)

    def line(self) -> WebinarLine | None:
        """The chosen line."""
        row = self.currentIndex().row()
        return self._lines.lines[row] if 0 <= row < len(self._lines.lines) else None

    def choose(self, meeting_id: int) -> None:
        """Make a meeting the chosen one."""
        ids = [line.meeting_id for line in self._lines.lines]
        if meeting_id in ids:
            self.setCurrentIndex(self._lines.index(ids.index(meeting_id), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right open, the arrows walk."""
        line = self.line()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and line is not None:
            self.opened.emit(line.meeting_id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._lines.lines[index.row()].meeting_id)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[WebinarLine] = []

    def replace(self, lines: Sequence[WebinarLine]) -> None:
        same = len(lines) == len(self.lines)
        if not same:
            self.beginResetModel()
        self.lines = list(lines)
        if same and lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))
        elif not same:
            self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name}, {line.title}, {line.under}"
        return None


class _Row(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        title = _title_height(str(index.data()), width)
        return QSize(theme.px(120), max(theme.px(ROW), title + theme.line_height("caption") + theme.px(22)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: WebinarLine = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            _paint_choice(painter, box, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))
        _paint_circle(painter, QPointF(box.left() + theme.px(_CENTRE), box.center().y() + 0.5), line, chosen=chosen)
        lower = theme.line_height("caption")
        high = _title_height(line.title, box.width())
        left, wide = box.left() + theme.px(_TEXT), _title_width(box.width())
        top = box.top() + (box.height() - high - lower) // 2
        title = QRect(left, top, wide, high)
        painter.setFont(theme.font("ui_bold" if chosen else "ui"))
        painter.setPen(theme.color("on_soft" if chosen else "text"))
        painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter) | _WRAP, line.title)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("on_soft" if chosen else "text3"))
        under = QRect(left, title.bottom() + 1, wide, lower)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignVCenter), line.under)
        painter.restore()


def _title_width(width: int) -> int:
    return max(width - theme.px(_TEXT) - theme.px(_EDGE), 1)


def _title_height(title: str, width: int) -> int:
    metrics = QFontMetrics(theme.font("ui_bold"))
    high = metrics.boundingRect(QRect(0, 0, _title_width(width), 10_000), _WRAP, title).height()
    return max(1, round(high / metrics.lineSpacing())) * theme.line_height("ui")


def _paint_choice(painter: QPainter, box: QRect, *, focused: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("soft"))
    painter.drawRoundedRect(box, 8, 8)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(QRectF(box.left(), box.top() + theme.px(16), 3, box.height() - 2 * theme.px(16)), 1.5, 1.5)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)


def _paint_circle(painter: QPainter, middle: QPointF, line: WebinarLine, *, chosen: bool) -> None:
    radius = theme.px(_RADIUS)
    if line.done:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(middle, radius, radius)
        side = theme.px(18)
        paint_tick(painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), "on_accent")
        return
    pen = QPen(theme.color("accent" if chosen else "control"), theme.px(2) if chosen else 1.2)
    painter.setPen(pen)
    painter.setBrush(theme.color("surface"))
    inner = radius - pen.widthF() / 2
    painter.drawEllipse(middle, inner, inner)
    painter.setFont(theme.font("caption_bold"))
    painter.setPen(theme.color("accent" if chosen else "text2"))
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(line.number))
