"""What can be shared, as boxes to tick; a box with several pieces opens into them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.text import tr, trn
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button

_BOX, _GAP = 20, 12
_ROW = 32


@dataclass(frozen=True)
class Piece:
    """One thing to tick: its id, what it is, and how it begins."""

    id: str
    title: str
    excerpt: str = ""


@dataclass(frozen=True)
class Group:
    """A row. ``opens``: its pieces can be ticked apart; ``counts``: say how many of them are."""

    id: str
    title: str
    pieces: tuple[Piece, ...]
    opens: bool = False

    @property
    def ids(self) -> list[str]:
        """Ids of its pieces."""
        return [piece.id for piece in self.pieces]


class _Row(QWidget):
    """A box and its words; the words wrap, and a click on them ticks too."""

    def __init__(self, name: str, title: str, excerpt: str = "") -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(f"{title}. {excerpt}" if excerpt else title)
        self.box.setFixedWidth(theme.px(_BOX - 2) + 2)
        self.box.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(1), 0, theme.px(1))
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(theme.px(_GAP))
        self.title = Prose(title, "ui", line=30 if not excerpt else 22)
        if excerpt:
            row.setContentsMargins(0, theme.px(3), 0, theme.px(5))
            told = QVBoxLayout()
            told.setContentsMargins(0, theme.px(4), 0, 0)
            told.setSpacing(0)
            told.addWidget(self.title)
            told.addWidget(Prose(excerpt, "caption", "text3"))
            row.addLayout(told, 1)
        else:
            row.addWidget(self.title, 0)
        self.more = row

    def wish(self) -> int:
        """The width at which all of its words stand on one line."""
        named = QFontMetrics(self.title.font()).horizontalAdvance(self.title.text())
        counts = sum(count.sizeHint().width() for count in self.findChildren(QPushButton))
        return self.box.width() + theme.px(_GAP) + named + counts

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


class FragmentTree(QWidget):
    """The rows in two columns (or one). ``ticked(ids, on)`` when the writer ticks; it starts with all off."""

    ticked = Signal(list, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._groups: tuple[Group, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._columns = self._most_columns = 2
        self._opened = ""
        self._rows: dict[str, _Row] = {}
        self._counts: dict[str, QPushButton] = {}
        self._panels: dict[str, QFrame] = {}
        self._boxes: dict[str, QCheckBox] = {}

    def show_groups(self, groups: Sequence[Group], on: frozenset[str]) -> None:
        """Show what is offered and what is ticked. The same groups again keep focus and what is open."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._build()
        self._on = on
        self._tell()
        self._arrange(self.width())

    def set_columns(self, columns: int) -> None:
        """Two columns at most, or one."""
        self._most_columns = columns
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where a row does not fit beside another."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        widest = max((row.wish() for row in self._rows.values()), default=0)
        columns = self._most_columns if self._most_columns * widest <= width else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def open(self, group_id: str) -> None:
        """Open a group into its pieces; open again closes it."""
        self._opened = "" if self._opened == group_id else group_id
        self._show_opened()
        self._tell()

    def _show_opened(self) -> None:
        group = next((group for group in self._groups if group.id == self._opened), None)
        if group is not None and group.id not in self._panels:
            self._fill_panel(group)
        for id_, panel in self._panels.items():
            panel.setVisible(id_ == self._opened)

    def ticked_groups(self) -> int:
        """In how many rows something is ticked."""
        return sum(any(id_ in self._on for id_ in group.ids) for group in self._groups)

    def groups(self) -> int:
        """How many rows there are."""
        return len(self._groups)

    def _build(self) -> None:
        for old in (*self._rows.values(), *self._panels.values()):
            old.hide()
            old.deleteLater()
        self._rows, self._panels, self._boxes, self._counts = {}, {}, {}, {}
        for group in self._groups:
            row = _Row(f"intervisie.tick.{group.id}", group.title)
            row.box.clicked.connect(lambda _checked, group=group: self._group_clicked(group))
            self._rows[group.id] = row
            if group.opens:
                self._add_pieces(group, row)
            row.more.addStretch(1)
        if self._opened not in self._counts:
            self._opened = ""
        self._place()
        self._show_opened()

    def _add_pieces(self, group: Group, row: _Row) -> None:
        count = button("", "count", name=f"intervisie.open.{group.id}")
        count.setFont(theme.font("ui"))
        count.clicked.connect(lambda: self.open(group.id))
        self._counts[group.id] = count
        row.more.addSpacing(theme.px(-2))
        row.more.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)

    def _fill_panel(self, group: Group) -> None:
        """The pieces of a group, when it is opened first: most groups never are."""
        panel = QFrame()
        panel.setProperty("kind", "card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(0)
        for piece in group.pieces:
            part = _Row(f"intervisie.tick.{piece.id}", piece.title, piece.excerpt)
            part.box.clicked.connect(lambda on, piece=piece: self.ticked.emit([piece.id], on))
            self._boxes[piece.id] = part.box
            column.addWidget(part)
        self._panels[group.id] = panel
        self._place()

    def _place(self) -> None:
        """Down the first column, then the second; an open group lies across both, under its row."""
        while self._grid.count():
            self._grid.takeAt(0)
        each = -(-len(self._groups) // self._columns)
        for number, group in enumerate(self._groups):
            column, line = divmod(number, each)
            self._grid.addWidget(self._rows[group.id], 2 * line, column, Qt.AlignmentFlag.AlignTop)
            if group.id in self._panels:
                self._grid.addWidget(self._panels[group.id], 2 * line + 1, 0, 1, self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
            self._grid.setColumnMinimumWidth(column, 0)
        previous: QWidget | None = None
        for group in self._groups:  # reading order: a row, then what opens under it
            for widget in self._stops(group):
                if previous is not None:
                    QWidget.setTabOrder(previous, widget)
                previous = widget

    def _stops(self, group: Group) -> list[QWidget]:
        stops: list[QWidget] = [self._rows[group.id].box]
        if group.id in self._counts:
            stops += [self._counts[group.id], *(self._boxes[id_] for id_ in group.ids if id_ in self._boxes)]
        return stops

    def _tell(self) -> None:
        for group in self._groups:
            on = sum(id_ in self._on for id_ in group.ids)
            box = self._rows[group.id].box
            partly = 0 < on < len(group.pieces)
            box.setTristate(partly)
            box.setCheckState(
                Qt.CheckState.PartiallyChecked if partly else Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            )
            if group.id in self._counts:
                self._say_count(group, on)
        for id_, box in self._boxes.items():
            box.setChecked(id_ in self._on)

    def _say_count(self, group: Group, on: int) -> None:
        many = len(group.pieces)
        told = tr("{n} of {many}", n=on, many=many) if 0 < on < many else trn("{n} piece", "{n} pieces", many)
        count = self._counts[group.id]
        count.setText(f", {told}")
        opened = group.id == self._opened
        words = tr("{title}, {count}. Close the pieces") if opened else tr("{title}, {count}. Choose the pieces")
        count.setAccessibleName(words.format(title=group.title, count=told))
        count.setToolTip(tr("Close the pieces") if opened else tr("Choose the pieces"))

    def _group_clicked(self, group: Group) -> None:
        on = sum(id_ in self._on for id_ in group.ids)
        if group.opens and len(group.pieces) > 1 and not on and self._opened != group.id:
            self.open(group.id)  # so that what was ticked at once is seen at once
        self.ticked.emit(group.ids, on < len(group.pieces))
        self._tell()
