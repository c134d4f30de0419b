"""What can be shared, as boxes to tick: a reflection opens into its answers, an answer into its sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.fragment_panel import FragmentPanel
from ui.widgets.fragment_row import FragmentRow, Step, state_of


@dataclass(frozen=True)
class Node:
    """One thing to tick: its id, what it is, how it begins, and what it opens into.

    ``ticks`` are the ids that a tick on it stands for; ``counted``: its row says of how many pieces it is made.
    """

    id: str
    title: str
    excerpt: str = ""
    children: tuple["Node", ...] = ()
    ticks: tuple[str, ...] = ()
    counted: bool = False
    sentences: bool = False
    """What it opens into are sentences."""

    def leaves(self) -> Iterator[str]:
        """Ids of all that has nothing in it."""
        if not self.children:
            yield from self.ticks
        for child in self.children:
            yield from child.leaves()


class FragmentTree(QWidget):
    """The rows in two columns (or one). ``ticked(ids, on)`` when the writer ticks; it starts with all off."""

    ticked = Signal(list, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._groups: tuple[Node, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._lapsed: frozenset[str] = frozenset()
        self._columns = self._most_columns = 2
        self._opened = ""
        self._rows: dict[str, FragmentRow] = {}
        self._panels: dict[str, FragmentPanel] = {}

    def show_groups(
        self, groups: Sequence[Node], on: frozenset[str], lapsed: frozenset[str] = frozenset(), *, anew: bool = False
    ) -> None:
        """Show what is offered and what is ticked. The same groups again keep focus and what is open, unless ``anew``.

        ``lapsed``: what was ticked, and changed since.
        """
        if anew:
            self._opened = ""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._build()
        self._on, self._lapsed = on, lapsed
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

    def open(self, group_id: str) -> None:
        """Open a group into its pieces; open again closes it."""
        self._opened = "" if self._opened == group_id else group_id
        self._show_opened()
        self._tell()

    def ticked_groups(self) -> int:
        """In how many rows something is ticked."""
        return sum(any(id_ in self._on for id_ in group.leaves()) for group in self._groups)

    def groups(self) -> int:
        """How many rows there are."""
        return len(self._groups)

    def _arrange(self, width: int) -> None:
        widest = max((row.wish() for row in self._rows.values()), default=0)
        columns = self._most_columns if self._most_columns * widest <= width else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _build(self) -> None:
        for old in (*self._rows.values(), *self._panels.values()):
            old.hide()
            old.deleteLater()
        self._rows, self._panels = {}, {}
        for group in self._groups:
            row = FragmentRow(group.id, group.title, many=len(group.children), counted=group.counted)
            row.box.clicked.connect(lambda _checked, group=group: self._group_clicked(group))
            row.opened.connect(lambda group=group: self.open(group.id))
            row.stepped.connect(lambda step, group=group: self._step(group, step))
            self._rows[group.id] = row
        if not any(group.id == self._opened and group.children for group in self._groups):
            self._opened = ""
        self._place()
        self._show_opened()

    def _show_opened(self) -> None:
        group = next((group for group in self._groups if group.id == self._opened), None)
        if group is not None and group.id not in self._panels:
            panel = FragmentPanel(group.children)
            panel.ticked.connect(self.ticked)
            panel.left.connect(lambda: self._shut(group.id))
            panel.grew.connect(self._order)
            self._panels[group.id] = panel
            self._place()
        for id_, panel in self._panels.items():
            panel.setVisible(id_ == self._opened)

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
        self._order()

    def _order(self) -> None:
        """Reading order: a row, then what opens under it."""
        previous: QWidget | None = None
        for group in self._groups:
            panel = self._panels.get(group.id)
            for widget in (*self._rows[group.id].stops(), *(panel.stops() if panel else ())):
                if previous is not None:
                    QWidget.setTabOrder(previous, widget)
                previous = widget

    def _tell(self) -> None:
        for group in self._groups:
            row = self._rows[group.id]
            row.show_state(state_of(group.leaves(), self._on))
            row.show_count(sum(self._is_on(child) for child in group.children), opened=group.id == self._opened)
        for panel in self._panels.values():
            panel.show_ticks(self._on, self._lapsed)

    def _is_on(self, node: Node) -> bool:
        return any(id_ in self._on for id_ in node.leaves())

    def _group_clicked(self, group: Node) -> None:
        state = state_of(group.leaves(), self._on)
        if group.children and state is Qt.CheckState.Unchecked and self._opened != group.id:
            self.open(group.id)  # so that what was ticked at once is seen at once
        self.ticked.emit(list(group.ticks), state is not Qt.CheckState.Checked)
        self._rows[group.id].show_state(state_of(group.leaves(), self._on))  # also when it could not be saved

    def _step(self, group: Node, step: Step) -> None:
        if step is Step.IN:
            if self._opened != group.id:
                self.open(group.id)
            elif panel := self._panels.get(group.id):
                panel.focus_first()
        elif step is Step.OUT and self._opened == group.id:
            self.open(group.id)
        elif step in {Step.UP, Step.DOWN}:
            shown = [each.id for each in self._groups]
            at = shown.index(group.id) + (1 if step is Step.DOWN else -1)
            if 0 <= at < len(shown):
                self._rows[shown[at]].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _shut(self, group_id: str) -> None:
        self._rows[group_id].box.setFocus(Qt.FocusReason.TabFocusReason)
