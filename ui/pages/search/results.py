"""The list of what was found, with the words under a line of accent."""

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
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal.domain import finding
from journal.domain.guidance import Guidance
from journal.storage.search import Hit
from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.pages.search.labels import icon_of, title_of, where_of

_Index = QModelIndex | QPersistentModelIndex
_ICON, _TEXT, _EDGE, _TOP, _BOTTOM, _UNDER = 20, 56, 20, 15, 16, 3
_ROLE = "read_s"


class Results(QListView):
    """``opened(row)`` on Enter, Right or a click; ``left`` on Up from the first row."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, guidance: Guidance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = _Hits(guidance, self)
        self.setObjectName("search.results")
        self.setAccessibleName(tr("Found"))
        self.setModel(self._hits)
        self.setItemDelegate(_Row(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))

    def show_hits(self, hits: Sequence[Hit], words: list[str]) -> None:
        """Show these, the first one chosen."""
        self._hits.replace(hits, words)
        if hits:
            self.setCurrentIndex(self._hits.index(0, 0))
            self.scrollToTop()

    def hits(self) -> list[Hit]:
        """What is shown."""
        return self._hits.hits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right open, the arrows walk."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Hits(QAbstractListModel):
    def __init__(self, guidance: Guidance, parent: QWidget) -> None:
        super().__init__(parent)
        self.guidance = guidance
        self.hits: list[Hit] = []
        self.words: list[str] = []

    def replace(self, hits: Sequence[Hit], words: list[str]) -> None:
        self.beginResetModel()
        self.hits, self.words = list(hits), words
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(hit, self.guidance)
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title_of(hit, self.guidance)}, {where_of(hit, self.guidance)}: {hit.text}"
        return None


class _Row(QStyledItemDelegate):
    """Icon, title with day and part, and the text around the words."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self._view()
        width = view.viewport().width()
        _, lines = self._text(index, width)
        head = _head_lines(str(index.data()), self._where(index), width) * theme.line_height("ui")
        high = theme.px(_TOP) + head + theme.px(_UNDER) + lines * theme.line_height(_ROLE) + theme.px(_BOTTOM)
        return QSize(theme.px(200), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            self._paint_choice(painter, box, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))
        else:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("line"))
        ink = "on_soft" if chosen else "text2"
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        side, top = theme.px(_ICON), box.top() + theme.px(_TOP)
        painter.drawPixmap(
            QRect(box.left() + theme.px(_EDGE), top + theme.px(3), side, side), pixmap(icon_of(hit), ink)
        )
        below = self._paint_head(painter, box, index, chosen=chosen)
        self._paint_text(painter, box, index, below + theme.px(_UNDER))
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, index: _Index, *, chosen: bool) -> int:
        """Title, and day and part beside it, or under it where there is no room; gives where it ends."""
        title, where = str(index.data()), self._where(index)
        left, line = box.left() + theme.px(_TEXT), theme.line_height("ui")
        wide = _width(box.width())
        bold = QFontMetrics(theme.font("ui_bold"))
        lines = _head_lines(title, where, box.width())
        beside = lines == 1
        place = QRect(left, box.top() + theme.px(_TOP), wide, line if beside else line * (lines - 1))
        painter.setFont(theme.font("ui_bold"))
        painter.setPen(theme.color("on_soft" if chosen else "text"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), title)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("on_soft" if chosen else "text3"))
        after = place.adjusted(bold.horizontalAdvance(title) + theme.px(10), 0, 0, 0)
        under = QRect(left, place.bottom() + 1, wide, line)
        painter.drawText(after if beside else under, int(Qt.AlignmentFlag.AlignVCenter), where)
        return place.bottom() + 1 if beside else under.bottom() + 1

    def _paint_text(self, painter: QPainter, box: QRect, index: _Index, top: int) -> None:
        layout, _ = self._text(index, box.width())
        at = QPointF(box.left() + theme.px(_TEXT), top)
        painter.setPen(theme.color("text"))
        layout.draw(painter, at)
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        for begin, end in finding.spans(hit.text, self._model().words):
            _underline(painter, layout, at, _utf16(hit.text, begin), _utf16(hit.text, end))

    def _text(self, index: _Index, width: int) -> tuple[QTextLayout, int]:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        layout = QTextLayout(hit.text.replace("\n", " "), theme.font(_ROLE))
        bold = QTextCharFormat()
        bold.setFontWeight(600)
        formats = []
        for begin, end in finding.spans(hit.text, self._model().words):
            found = QTextLayout.FormatRange()
            found.start = _utf16(hit.text, begin)
            found.length = _utf16(hit.text, end) - found.start
            found.format = bold
            formats.append(found)
        layout.setFormats(formats)
        layout.beginLayout()
        count, high = 0, theme.line_height(_ROLE)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_width(width))
            line.setPosition(QPointF(0, count * high + (high - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, count

    def _paint_choice(self, painter: QPainter, box: QRect, *, focused: bool) -> None:
        painter.setPen(QPen(theme.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("soft"))
        inside = QRectF(box).adjusted(1, 1, -1, -1) if focused else QRectF(box)
        painter.drawRoundedRect(inside, 10, 10)

    def _where(self, index: _Index) -> str:
        return where_of(index.data(Qt.ItemDataRole.UserRole), self._model().guidance)

    def _view(self) -> Results:
        view = self.parent()
        assert isinstance(view, Results)
        return view

    def _model(self) -> _Hits:
        model = self._view().model()
        assert isinstance(model, _Hits)
        return model


def _width(width: int) -> int:
    return max(width - theme.px(_TEXT) - theme.px(_EDGE), 1)


def _head_lines(title: str, where: str, width: int) -> int:
    """One when all fits beside each other, else the lines of the title and one more."""
    bold, caption = QFontMetrics(theme.font("ui_bold")), QFontMetrics(theme.font("caption"))
    room = _width(width)
    if bold.horizontalAdvance(title) + theme.px(10) + caption.horizontalAdvance(where) <= room:
        return 1
    high = bold.boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), title).height()
    return 1 + max(1, round(high / bold.lineSpacing()))


def _underline(painter: QPainter, layout: QTextLayout, at: QPointF, begin: int, end: int) -> None:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(begin, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            ends = sorted(_x(line, place) for place in (first, last))
            base = at.y() + line.y() + line.ascent() + theme.px(4)
            painter.fillRect(QRectF(at.x() + ends[0], base, ends[1] - ends[0], theme.px(2)), theme.color("accent"))


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _utf16(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
