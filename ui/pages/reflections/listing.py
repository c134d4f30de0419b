"""The list of what was written: rows of 62 with title, date and place."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal import dates
from journal.domain.guidance import Guidance
from journal.storage.entries import EntryLine
from journal.text import tr
from ui import theme
from ui.pages.reflections.passages import places_of, title_of

_Index = QModelIndex | QPersistentModelIndex
ROW = 62
_EDGE = 16


class EntryList(QListView):
    """``chosen(entry id)`` when another row becomes current, ``opened(entry id)`` on Enter, Right or a double click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, guidance: Guidance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(guidance, self)
        self.setObjectName("reflections.list")
        self.setAccessibleName(tr("Reflections"))
        self.setModel(self._lines)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._lines.lines[index.row()].id))

    def show_lines(self, lines: Sequence[EntryLine], current: int) -> None:
        """Show these; ``current`` stays chosen when it is still there, else the first."""
        self._lines.replace(lines)
        ids = [line.id for line in lines]
        if ids:
            row = ids.index(current) if current in ids else 0
            self.setCurrentIndex(self._lines.index(row, 0))

    def line(self) -> EntryLine | None:
        """The chosen line."""
        row = self.currentIndex().row()
        return self._lines.lines[row] if 0 <= row < len(self._lines.lines) else None

    def choose(self, entry_id: int) -> None:
        """Make an entry the chosen one."""
        ids = [line.id for line in self._lines.lines]
        if entry_id in ids:
            self.setCurrentIndex(self._lines.index(ids.index(entry_id), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right open, the arrows walk."""
        line = self.line()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and line is not None:
            self.opened.emit(line.id)
        else:
            super().keyPressEvent(event)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._lines.lines[index.row()].id)


class _Lines(QAbstractListModel):
    """The entries as a model; its words are made when a row is painted."""

    def __init__(self, guidance: Guidance, parent: QWidget) -> None:
        super().__init__(parent)
        self._guidance = guidance
        self.lines: list[EntryLine] = []

    def replace(self, lines: Sequence[EntryLine]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title_of(line, self._guidance)
        if role == Qt.ItemDataRole.UserRole:
            parts = [dates.short(line.written_on), places_of(line, self._guidance)]
            parts += [] if line.finished or line.form_id == "note" else [tr("not finished")]
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.data(index)}, {self.data(index, Qt.ItemDataRole.UserRole)}"
        return None


class _Row(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        lines = 2 if theme.is_large() else 1
        return QSize(theme.px(120), theme.px(ROW) + (lines - 1) * theme.line_height("ui"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            self._paint_choice(painter, box, focused=bool(state & QStyle.StateFlag.State_HasFocus))
        inside = box.adjusted(theme.px(_EDGE), 0, -theme.px(_EDGE), 0)
        lower = theme.line_height("caption")
        title = QRect(inside.left(), inside.top() + theme.px(9), inside.width(), inside.height() - lower - theme.px(20))
        more = QRect(inside.left(), title.bottom() + 1, inside.width(), lower)
        painter.setFont(theme.font("ui_bold" if chosen else "ui"))
        painter.setPen(theme.color("on_soft" if chosen else "text"))
        painter.drawText(
            title, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), self._title(index, title)
        )
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("on_soft" if chosen else "text3"))
        painter.drawText(more, int(Qt.AlignmentFlag.AlignVCenter), str(index.data(Qt.ItemDataRole.UserRole)))
        painter.restore()

    def _title(self, index: _Index, box: QRect) -> str:
        metrics = QFontMetrics(theme.font("ui_bold"))
        lines = max(1, box.height() // metrics.height())
        return metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width() * lines - theme.px(12))

    def _paint_choice(self, painter: QPainter, box: QRect, *, focused: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("soft"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setBrush(theme.color("accent"))
        bar = QRectF(box.left(), box.top() + theme.px(12), 3, box.height() - 2 * theme.px(12))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)
