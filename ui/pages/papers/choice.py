"""Which pieces are on the paper: rows to tick, and for every session a sentence to pick."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.pages.papers.offers import Heap, Row
from ui.widgets.prose import Prose
from ui.widgets.words import button, clear


class _Line(QWidget):
    """A box with its words, which belong to it for the mouse."""

    def __init__(self, box: QAbstractButton, row: Row) -> None:
        super().__init__()
        self.box = box
        box.setObjectName(f"papers.tick.{row.id}")
        box.setAccessibleName(f"{row.title}. {row.words}" if row.words else row.title)
        box.setFixedWidth(theme.px(18) + 2)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        line.setSpacing(theme.px(12))
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Prose(row.title, "ui", line=22))
        if row.words:
            told.addWidget(Prose(row.words, "caption", "text3"))
        line.addLayout(told, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is one on the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


class Choice(QWidget):
    """``changed(ids)`` when something else is chosen."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._heaps: tuple[Heap, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._opened = -1

    def chosen(self) -> frozenset[str]:
        """Ids of what is on the paper."""
        return self._on

    def show_heaps(self, heaps: Sequence[Heap], on: frozenset[str]) -> None:
        """Show what is offered, and what is chosen of it."""
        self._heaps, self._on, self._opened = tuple(heaps), on, -1
        self._build()

    def tick(self, ids: Iterable[str]) -> None:
        """Choose these too."""
        self._choose(self._on | frozenset(ids))
        self._build()

    def _build(self, focus: str = "") -> None:
        clear(self)
        for number, heap in enumerate(self._heaps):
            if number:
                self._column.addSpacing(theme.px(10))
            if heap.one:
                self._add_one(number, heap)
            else:
                self._column.addWidget(Prose(heap.title, "caption_bold", "text2"))
                for row in heap.rows:
                    self._add_tick(row)
        if focus and (found := self.findChild(QWidget, focus)) is not None:
            found.setFocus()

    def _add_tick(self, row: Row) -> None:
        box = QCheckBox()
        box.setChecked(row.id in self._on)
        box.toggled.connect(lambda on, id_=row.id: self._choose(self._on | {id_} if on else self._on - {id_}))
        self._column.addWidget(_Line(box, row))

    def _add_one(self, number: int, heap: Heap) -> None:
        head = QHBoxLayout()
        head.addWidget(Prose(heap.title, "caption_bold", "text2"), 1)
        opened = number == self._opened
        turn = button(tr("Close") if opened else tr("Pick a sentence"), "link", name=f"papers.open.{number}")
        turn.setAccessibleName(f"{turn.text()}: {heap.title}")
        turn.clicked.connect(lambda _checked, number=number: self._open(number))
        head.addWidget(turn, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(holder)
        picked = next((row for row in heap.rows if row.id in self._on), None)
        if not opened:
            told = picked.title if picked else tr("No sentence of this session")
            self._column.addWidget(Prose(told, "ui", "text" if picked else "text3"))
            return
        ids = frozenset(row.id for row in heap.rows)
        for row in (Row(f"none.{number}", tr("No sentence of this session")), *heap.rows):
            box = QRadioButton()
            box.setAutoExclusive(False)
            box.setChecked(row.id in self._on or (picked is None and row.id not in ids))
            box.clicked.connect(lambda _on, id_=row.id: self._pick(ids, id_))
            self._column.addWidget(_Line(box, row))

    def _open(self, number: int) -> None:
        self._opened = -1 if self._opened == number else number
        self._build(f"papers.open.{number}")

    def _pick(self, ids: frozenset[str], id_: str) -> None:
        number = self._opened
        self._opened = -1
        self._choose((self._on - ids) | (ids & {id_}))
        self._build(f"papers.open.{number}")

    def _choose(self, on: frozenset[str]) -> None:
        self._on = on
        self.changed.emit(on)
