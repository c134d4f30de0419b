"""The page of something that is made step by step: every step can be undone and made again."""

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.widgets.attachment_frame import AttachmentFrame
from ui.widgets.model_pad import ModelPad
from ui.widgets.sketch_pad import SketchPad
from ui.widgets.undo_buttons import undo_buttons


class UndoableFrame(AttachmentFrame):
    """Undo, redo and clear stand under the pad, and answer to Ctrl Z and Y."""

    def lay_out_pad(self, pad: SketchPad | ModelPad, cards: Sequence[tuple[QWidget, QWidget]]) -> None:
        """``cards`` hold the tools of this pad, as in ``lay_out``."""
        self._pad = pad
        self.undo, self.redo, self.clear = undo_buttons(self.kind)
        self.undo.clicked.connect(pad.undo)
        self.redo.clicked.connect(pad.redo)
        self.clear.clicked.connect(pad.clear)
        pad.changed.connect(self._changed)
        self.lay_out(pad, cards, [self.undo, self.redo, self.clear])
        self.show_history()

    def show_history(self) -> None:
        """Only what can be done now can be clicked."""
        self.undo.setEnabled(self._pad.history.can_undo())
        self.redo.setEnabled(self._pad.history.can_redo())
        self.clear.setEnabled(not self.is_blank())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Z and Y."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._pad.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._pad.redo()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self.show_history()
        self.touched()
