"""The sheet for boxes and arrows, by mouse and by keyboard."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from journal.domain import model
from journal.domain.drawing import middle
from journal.domain.model import BOX_WIDTH, Model
from journal.domain.model_layout import line_of, tidy
from journal.text import tr
from ui import pictures
from ui.widgets.model_editor import ModelEditor, told
from ui.widgets.model_sheet import Chosen, ModelSheet
from ui.widgets.speak import announce
from ui.widgets.undo_history import History

_STEP, _FINE = 16, 2


class ModelPad(ModelSheet):
    """``changed`` after every change, undo and redo; ``connecting_changed`` when an arrow is begun or ended.

    Tab walks boxes and arrows, arrow keys move, C connects, Enter edits, Del takes away, N makes a new box.
    """

    changed = Signal()
    connecting_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history: History[Model] = History()
        self._drag: tuple[Model, QPointF] | None = None
        self._editor = ModelEditor(self)
        self._editor.written.connect(self._rename)
        self._describe()

    def model(self) -> Model:
        """What is on the sheet."""
        return self._model

    def chosen(self) -> Chosen:
        """The id of the chosen box, or the chosen arrow."""
        return self._chosen

    def show_model(self, made: Model) -> None:
        """Put another model on the sheet; there is nothing to undo then."""
        self.history.forget()
        self._chosen, self._from = None, 0
        self._set(made)

    def replace(self, made: Model) -> None:
        """Another model on the sheet, as a change that can be undone."""
        if made != self._model:
            self.history.remember(self._model)
            self._set(made)
            self.changed.emit()

    def undo(self) -> None:
        """Take back the last change."""
        self._step(self.history.undo(self._model))

    def redo(self) -> None:
        """Make it again."""
        self._step(self.history.redo(self._model))

    def clear(self) -> None:
        """An empty sheet; can be undone."""
        self.replace(Model())

    def tidy(self) -> None:
        """Every box in a clear place; can be undone."""
        self.replace(tidy(self._model))

    def add(self, at: QPointF | None = None) -> None:
        """A new box, at a place on the sheet or where there is room, ready to be named."""
        many = len(self._model.boxes)
        spot = at or QPointF(130 + (many % 5) * 210, 80 + (many // 5 % 6) * 95)
        made, box_id = model.add_box(self._model, spot.x(), spot.y())
        if not box_id:
            announce(self, tr("The sheet is full."))
            return
        self.replace(made)
        self._choose(box_id)
        self.edit()

    def edit(self) -> None:
        """Write in the chosen box, or at the chosen arrow."""
        if isinstance(self._chosen, int):
            box = self._model.box(self._chosen)
            self._editor.open(self._on_screen(pictures.box_rect(box)), box.text)
        elif self._chosen is not None:
            x, y = middle(*line_of(self._model, self._chosen))
            place = QRectF(x - BOX_WIDTH / 2, y - 20, BOX_WIDTH, 40)
            self._editor.open(self._on_screen(place), self._chosen.text)

    def connect_from(self) -> None:
        """Begin an arrow at the chosen box; the box that is chosen next is its end. Again: never mind."""
        self._from = self._chosen if isinstance(self._chosen, int) and not self._from else 0
        if self._from:
            announce(self, tr("Choose the box that the arrow leads to."))
        self.connecting_changed.emit(bool(self._from))
        self.update()

    def is_connecting(self) -> bool:
        """Whether an arrow was begun."""
        return bool(self._from)

    def delete(self) -> None:
        """Take away what is chosen; can be undone."""
        if isinstance(self._chosen, int):
            self.replace(model.delete_box(self._model, self._chosen))
        elif self._chosen is not None:
            self.replace(model.delete_arrow(self._model, self._chosen))

    def settle(self) -> None:
        """What is being written counts as written."""
        self._editor.finish()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks what is on the sheet, and then leaves it."""
        things = self._things()
        at = things.index(self._chosen) + (1 if forward else -1) if self._chosen in things else 0 if forward else -1
        if things and (0 <= at < len(things) or self._chosen is None):
            self._choose(things[at])
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard begins at the first box, or at the last thing when going back."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            things = self._things()
            self._choose(things[0 if event.reason() == Qt.FocusReason.TabFocusReason else -1] if things else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        key, plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in ways and isinstance(self._chosen, int):
            step = _FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            box, (dx, dy) = self._model.box(self._chosen), ways[Qt.Key(key)]
            self.replace(model.move_box(self._model, box.id, box.x + dx * step, box.y + dy * step))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._from and isinstance(self._chosen, int):
            self._connect_to(self._chosen)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif key == Qt.Key.Key_C and plain:
            if self._from and isinstance(self._chosen, int) and self._chosen != self._from:
                self._connect_to(self._chosen)
            else:
                self.connect_from()
        elif key in (Qt.Key.Key_N, Qt.Key.Key_Insert) and plain:
            self.add()
        elif key == Qt.Key.Key_Escape and self._from:
            self.connect_from()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; on a box a move begins, on its handle an arrow."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        here = self._place(event.position())
        if isinstance(self._chosen, int) and self._handle(self._chosen).contains(here):
            self._from, self._pull = self._chosen, here
            return
        hit = self._at(here)
        if self._from and isinstance(hit, int):
            self._connect_to(hit)
            return
        self._choose(hit)
        if isinstance(hit, int):
            box = self._model.box(hit)
            self._drag = (self._model, QPointF(box.x, box.y) - here)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The box goes along, or the arrow."""
        here = self._place(event.position())
        if self._pull is not None:
            self._pull = here
            self.update()
        elif self._drag is not None and isinstance(self._chosen, int):
            goal = here + self._drag[1]
            self._set(model.move_box(self._model, self._chosen, goal.x(), goal.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A move is one step to undo; an arrow ends at the box under it, or nowhere."""
        if self._pull is not None:
            hit, self._pull = self._at(self._place(event.position())), None
            if isinstance(hit, int) and hit != self._from:
                self._connect_to(hit)
            else:
                self.connect_from()
        elif self._drag is not None:
            (before, _), self._drag = self._drag, None
            if before != self._model:
                self.history.remember(before)
                self.changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write in a box or at an arrow; on the empty sheet a new box."""
        here = self._place(event.position())
        self._drag = None
        if self._at(here) is None:
            self.add(here)
        else:
            self._choose(self._at(here))
            self.edit()

    def _choose(self, thing: Chosen) -> None:
        self.settle()
        self._chosen = thing if thing in self._things() else None
        if self._chosen is not None:
            announce(self, told(self._model, self._chosen))
        self.update()

    def _connect_to(self, box_id: int) -> None:
        start, self._from = self._from, 0
        self.replace(model.connect(self._model, start, box_id))
        self._choose(box_id)
        self.connecting_changed.emit(False)

    def _rename(self, text: str) -> None:
        if isinstance(self._chosen, int):
            self.replace(model.rename_box(self._model, self._chosen, text))
        elif self._chosen is not None:
            start, end = self._chosen.start, self._chosen.end
            self.replace(model.rename_arrow(self._model, self._chosen, text))
            self._chosen = self._model.arrow(start, end)

    def _step(self, made: Model) -> None:
        if made is not self._model:
            self._set(made)
            self.changed.emit()

    def _set(self, made: Model) -> None:
        self._model = made
        things = self._things()
        self._chosen = self._chosen if self._chosen in things else None
        self._from = self._from if self._from in things else 0
        self._describe()
        self.update()

    def _describe(self) -> None:
        listed = "; ".join(told(self._model, box.id) for box in self._model.boxes)
        keys = tr("N makes a box, Tab walks, arrow keys move, Enter writes, C connects, Delete takes away.")
        self.setAccessibleDescription(f"{listed}. {keys}" if listed else keys)
