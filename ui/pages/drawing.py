"""Drawing: for what does not let itself be put into words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.domain import drawing
from journal.domain.drawing import COLOURS, WIDTHS, DrawingError, Pen
from journal.domain.records import AttachmentKind
from journal.text import tr
from ui.store import Store
from ui.widgets.pad_tool import PadTool, group_of, tool_card
from ui.widgets.sketch_pad import SketchPad
from ui.widgets.undoable_frame import UndoableFrame

_PENS = (Pen.INK, Pen.GREEN, Pen.OCHRE)


class DrawingPage(UndoableFrame):
    """One drawing that is being made. ``done_requested`` when it is done."""

    kind = AttachmentKind.DRAWING

    def __init__(self, store: Store, entry_id: int, attachment_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(store, entry_id, attachment_id, parent)
        self.pad = SketchPad()
        self._sets: dict[str, list[list[PadTool]]] = {"tool": [], "colour": [], "width": []}
        cards = [(self._card(name, across=False), self._card(name, across=True)) for name in self._sets]
        self.lay_out_pad(self.pad, cards)
        self._choose("width", 1)

    def contents(self) -> bytes:
        """The strokes as JSON."""
        return drawing.write(self.pad.drawing())

    def is_blank(self) -> bool:
        """Whether there is no stroke. A drawing that cannot be read is not blank."""
        return self.pad.isEnabled() and not self.pad.drawing().strokes

    def is_busy(self) -> bool:
        """Whether the pen is down."""
        return self.pad.is_drawing()

    def show_contents(self, data: bytes) -> None:
        """Put a drawing on the sheet; what cannot be read leaves it empty and untouched in the journal."""
        try:
            self.pad.show_drawing(drawing.read(data))
        except DrawingError:
            self.pad.setEnabled(False)
        self.show_history()

    def put_back(self, data: bytes) -> None:
        """An earlier version, as a step that can be undone."""
        self.pad.replace(drawing.read(data))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P pen, G rubber, 1 2 3 colours, [ and ] widths."""
        if event.key() in (Qt.Key.Key_P, Qt.Key.Key_G):
            self._choose("tool", 0 if event.key() == Qt.Key.Key_P else 1)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3:
            self._choose("colour", event.key() - Qt.Key.Key_1)
        elif event.text() in ("[", "]"):
            at = WIDTHS.index(self.pad.width_of_pen) + (1 if event.text() == "]" else -1)
            self._choose("width", min(max(at, 0), len(WIDTHS) - 1))
        else:
            super().keyPressEvent(event)

    def _card(self, name: str, *, across: bool) -> QWidget:
        tools, title = self._tools(name, across=across)
        self._sets[name].append(tools)
        group_of(self, tools, lambda number: self._choose(name, number))
        return tool_card(tools, title, across=across)

    def _tools(self, name: str, *, across: bool) -> tuple[list[PadTool], str]:
        row = ".row" if across else ""
        if name == "tool":
            pen = PadTool(f"drawing.pen{row}", tr("Pen"), "P", icon="pencil", beside=across)
            rubber = PadTool(f"drawing.rubber{row}", tr("Eraser"), "G", icon="eraser", beside=across)
            return [pen, rubber], tr("Tool")
        if name == "colour":
            names = (tr("ink"), tr("green"), tr("ochre"))
            return [
                PadTool(f"drawing.{pen}{row}", word, str(at + 1), colour=COLOURS[pen], beside=across)
                for at, (pen, word) in enumerate(zip(_PENS, names, strict=True))
            ], tr("Colour")
        names = (tr("thin"), tr("medium"), tr("thick"))
        return [
            PadTool(f"drawing.width.{width}{row}", word, "[ ]", dot=dot, beside=across)
            for width, word, dot in zip(WIDTHS, names, (4, 8, 14), strict=True)
        ], tr("Width")

    def _choose(self, name: str, number: int) -> None:
        for tools in self._sets[name]:
            tools[number].setChecked(True)
        if name == "tool":
            self.pad.erasing = number == 1
        elif name == "colour":
            self.pad.pen = _PENS[number]
            self._choose("tool", 0)  # who takes a colour wants to draw
        else:
            self.pad.width_of_pen = WIDTHS[number]
