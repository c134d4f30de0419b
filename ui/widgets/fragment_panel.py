"""What a row of the tree opens into: its answers, and the sentences of an answer. Built a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.fragment_row import FragmentRow, Step, state_of

if TYPE_CHECKING:
    from ui.widgets.fragment_tree import Node

_AT_ONCE = 6
"""So many rows are made before the window gets a turn: years of notes open without a pause."""


class FragmentPanel(QFrame):
    """``ticked(ids, on)``; ``left`` when Left is pressed in its first level; ``grew`` when rows came."""

    ticked = Signal(list, bool)
    left = Signal()
    grew = Signal()

    def __init__(self, nodes: Sequence[Node]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._nodes = tuple(nodes)
        self._on: frozenset[str] = frozenset()
        self._lapsed: frozenset[str] = frozenset()
        self._rows: dict[str, FragmentRow] = {}
        self._holders: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._column.setSpacing(0)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._more)
        self._more()

    def show_ticks(self, on: frozenset[str], lapsed: frozenset[str]) -> None:
        """Show what is ticked, and what lapsed."""
        self._on, self._lapsed = on, lapsed
        for node, _ in self._flat(self._nodes):
            self._tell(node)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in reading order."""
        return [stop for node, _ in self._flat(self._nodes) for stop in self._rows[node.id].stops()]

    def focus_first(self) -> None:
        """Give the keyboard to the first box."""
        if first := self._nodes[:1]:
            self._rows[first[0].id].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _more(self) -> None:
        made = len([node for node in self._nodes if node.id in self._rows])
        for node in self._nodes[made : made + _AT_ONCE]:
            self._add(self._column, node, None)
        if made + _AT_ONCE >= len(self._nodes):
            self._timer.stop()
            self.grew.emit()
        elif not self._timer.isActive():
            self._timer.start()

    def _add(self, column: QVBoxLayout, node: Node, parent: Node | None) -> None:
        depth = 0 if parent is None else 1
        many = len(node.children)
        row = FragmentRow(node.id, node.title, node.excerpt, many=many, sentences=node.sentences, depth=depth)
        row.box.clicked.connect(lambda: self._clicked(node))
        row.opened.connect(lambda: self._open(node))
        row.again_requested.connect(lambda: self.ticked.emit(list(node.ticks), True))
        row.stepped.connect(lambda step: self._step(node, parent, step))
        self._rows[node.id] = row
        column.addWidget(row)
        if many:
            holder = QWidget()
            below = QVBoxLayout(holder)
            below.setContentsMargins(theme.px(32) * depth, 0, 0, theme.px(4))
            below.setSpacing(0)
            holder.hide()
            self._holders[node.id] = holder
            column.addWidget(holder)
        self._tell(node)

    def _open(self, node: Node) -> None:
        holder = self._holders[node.id]
        if node.children[0].id not in self._rows:
            column = holder.layout()
            assert isinstance(column, QVBoxLayout)
            for child in node.children:
                self._add(column, child, node)
            self.grew.emit()
        holder.setVisible(holder.isHidden())
        self._tell(node)

    def _tell(self, node: Node) -> None:
        row = self._rows[node.id]
        row.show_state(state_of(node.leaves(), self._on))
        row.show_lapsed(node.id in self._lapsed)
        if node.children:
            on = sum(any(id_ in self._on for id_ in child.leaves()) for child in node.children)
            row.show_count(on, opened=not self._holders[node.id].isHidden())

    def _clicked(self, node: Node) -> None:
        state = state_of(node.leaves(), self._on)
        self.ticked.emit(list(node.ticks), state is not Qt.CheckState.Checked)
        self._tell(node)

    def _flat(self, nodes: Sequence[Node]) -> Iterator[tuple[Node, Node | None]]:
        for node in nodes:
            if node.id in self._rows:
                yield node, None
                yield from self._flat(node.children)

    def _step(self, node: Node, parent: Node | None, step: Step) -> None:
        if step is Step.IN and node.children:
            if self._holders[node.id].isHidden():
                self._open(node)
            else:
                self._focus(node.children[0])
        elif step is Step.OUT:
            if node.children and not self._holders[node.id].isHidden():
                self._open(node)
            elif parent is not None:
                self._focus(parent)
            else:
                self.left.emit()
        elif step in {Step.UP, Step.DOWN}:
            shown = [each for each, _ in self._flat(self._nodes) if self._rows[each.id].isVisible()]
            at = shown.index(node) + (1 if step is Step.DOWN else -1)
            if 0 <= at < len(shown):
                self._focus(shown[at])
            elif at < 0:
                self.left.emit()

    def _focus(self, node: Node) -> None:
        self._rows[node.id].box.setFocus(Qt.FocusReason.TabFocusReason)
