"""The versions of a learning question under each other, the newest on top, held together by a line."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.text_blocks import Block, block_height, draw_block

_Index = QModelIndex | QPersistentModelIndex
_TEXT_LEFT = 32
_AFTER = 24


@dataclass(frozen=True)
class Version:
    """What a row says. ``text`` is empty for the version that stands above the list; ``cause_id`` opens on Enter."""

    caption: str
    text: str = ""
    quote: str = ""
    note: str = ""
    cause_id: int | None = None
    cause: str = ""


class VersionList(QListView):
    """As high as its rows; the page scrolls. ``cause_requested(entry_id)`` on Enter or a click."""

    cause_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question.versions")
        self.setAccessibleName(tr("This is how your question changed"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.activated.connect(self._open)
        self.clicked.connect(self._open)

    def show_versions(self, versions: list[Version]) -> None:
        """Show these, newest first."""
        place = self.currentIndex().row()
        self._rows.show_versions(versions)
        self.setCurrentIndex(self._rows.index(min(max(place, 0), len(versions) - 1)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other width, other lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring around the present row comes and goes with the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The same."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be opened."""
        version = self._rows.version(self.indexAt(event.position().toPoint()))
        opens = version is not None and version.cause_id is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The list never scrolls by itself; the wheel is the page's."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().viewportEvent(event)

    def _fit(self) -> None:
        width = self.viewport().width()
        versions = self._rows.versions
        height = sum(row_height(version, width, is_last=version is versions[-1]) for version in versions)
        if height != self.height():
            self.setFixedHeight(max(height, 1))

    def _open(self, index: QModelIndex) -> None:
        version = self._rows.version(index)
        if version is not None and version.cause_id is not None:
            self.cause_requested.emit(version.cause_id)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.versions: list[Version] = []

    def show_versions(self, versions: list[Version]) -> None:
        self.beginResetModel()
        self.versions = versions
        self.endResetModel()

    def version(self, index: _Index) -> Version | None:
        return self.versions[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.versions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        version = self.version(index)
        if version is None:
            return None
        opens = tr("Enter opens: {cause}", cause=version.cause) if version.cause_id is not None else ""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = (version.caption, version.text, version.quote, version.note, opens)
            return ". ".join(part for part in parts if part)
        return opens or None if role == Qt.ItemDataRole.ToolTipRole else None


class _Painter(QStyledItemDelegate):
    """A dot and a line at the left; caption, question, quotation and note beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view, rows = option.widget, index.model()
        assert isinstance(rows, _Rows)
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        version = rows.versions[index.row()]
        return QSize(width, row_height(version, width, is_last=version is rows.versions[-1]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rows = index.model()
        assert isinstance(rows, _Rows)
        version, is_last = rows.versions[index.row()], index.row() == rows.rowCount() - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_line(painter, QRectF(option.rect), is_first=index.row() == 0, is_last=is_last)
        top = option.rect.top()
        left = option.rect.left() + theme.px(_TEXT_LEFT)
        for block, gap in _blocks(version):
            top += gap
            top += draw_block(painter, block, QPointF(left, top), option.rect.width() - theme.px(_TEXT_LEFT))
        view = option.widget
        if isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(left - 8, option.rect.top() + 1, option.rect.right() - left + 8, top - option.rect.top() + 3)
            painter.drawRoundedRect(ring, 8, 8)
        painter.restore()


def row_height(version: Version, width: int, *, is_last: bool) -> int:
    """How high a row is at this width, in pixels."""
    inside = width - theme.px(_TEXT_LEFT)
    height = sum(gap + block_height(block, inside) for block, gap in _blocks(version))
    return height + (theme.px(6) if is_last else theme.px(_AFTER))


def _blocks(version: Version) -> list[tuple[Block, int]]:
    blocks = [(Block(version.caption, "caption", "text3"), 0)]
    if version.text:
        blocks.append((Block(version.text, "read", "text2"), theme.px(2)))
    if version.quote:
        blocks.append((Block(version.quote, "quote", "text2"), theme.px(7 if version.text else 2)))
    if version.note:
        blocks.append((Block(version.note, "caption", "text3"), theme.px(7 if version.text else 2)))
    return blocks


def _paint_line(painter: QPainter, row: QRectF, *, is_first: bool, is_last: bool) -> None:
    dot, radius = QPointF(row.left() + theme.px(7), row.top() + theme.line_height("caption") / 2 + 1), theme.px(13) / 2
    painter.setPen(QPen(theme.color("line"), 2))
    if not is_first:
        painter.drawLine(QPointF(dot.x(), row.top()), QPointF(dot.x(), dot.y() - radius))
    if not is_last:
        painter.drawLine(QPointF(dot.x(), dot.y() + radius), QPointF(dot.x(), row.bottom() + 1))
    painter.setPen(QPen(theme.color("accent" if is_first else "control"), 1))
    painter.setBrush(theme.color("accent" if is_first else "surface"))
    painter.drawEllipse(dot, radius - 0.5, radius - 0.5)
