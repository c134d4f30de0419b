"""A model: who and what matter, as boxes, and what happens between them, as arrows."""

from PySide6.QtWidgets import QWidget

from journal.domain import model
from journal.domain.model import ModelError
from journal.domain.records import AttachmentKind
from journal.text import tr
from ui.store import Store
from ui.widgets.model_pad import ModelPad
from ui.widgets.pad_tool import PadTool, tool_card
from ui.widgets.undoable_frame import UndoableFrame


class ModelPage(UndoableFrame):
    """One model that is being made. ``done_requested`` when it is done."""

    kind = AttachmentKind.MODEL

    def __init__(self, store: Store, entry_id: int, attachment_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(store, entry_id, attachment_id, parent)
        self.pad = ModelPad()
        self._arrows: list[PadTool] = []
        self.pad.connecting_changed.connect(self._show_connecting)
        cards = [(self._card(number, across=False), self._card(number, across=True)) for number in range(2)]
        self.lay_out_pad(self.pad, cards)

    def contents(self) -> bytes:
        """Boxes and arrows as JSON."""
        return model.write(self.pad.model())

    def is_blank(self) -> bool:
        """Whether there is no box. A model that cannot be read is not blank."""
        return self.pad.isEnabled() and not self.pad.model().boxes

    def show_contents(self, data: bytes) -> None:
        """Put a model on the sheet; what cannot be read leaves it empty and untouched in the journal."""
        try:
            self.pad.show_model(model.read(data))
        except ModelError:
            self.pad.setEnabled(False)
        self.show_history()

    def put_back(self, data: bytes) -> None:
        """An earlier version, as a step that can be undone."""
        self.pad.replace(model.read(data))

    def settle(self) -> bool:
        """Save what is unsaved, also the text that is being written in a box."""
        self.pad.settle()
        return super().settle()

    def _card(self, number: int, *, across: bool) -> QWidget:
        row = ".row" if across else ""
        if number == 0:
            box = PadTool(f"model.box{row}", tr("Box"), "N", icon="square", beside=across)
            arrow = PadTool(f"model.arrow{row}", tr("Arrow"), "C", icon="arrow-up-right", beside=across)
            self._arrows.append(arrow)
            answers = {box: self.pad.add, arrow: self.pad.connect_from}
        else:
            tidy = PadTool(f"model.tidy{row}", tr("Tidy"), tr("by itself"), icon="layout-grid", beside=across)
            delete = PadTool(f"model.delete{row}", tr("Take away"), "Del", icon="eraser", beside=across)
            answers = {tidy: self.pad.tidy, delete: self.pad.delete}
        for tool, answer in answers.items():
            tool.setCheckable(tool in self._arrows)
            tool.clicked.connect(lambda _on=False, answer=answer: self._do(answer))
        return tool_card(list(answers), tr("Tool"), across=across)

    def _do(self, answer: object) -> None:
        assert callable(answer)
        answer()
        if answer != self.pad.add:
            self.pad.setFocus()
        self._show_connecting(self.pad.is_connecting())

    def _show_connecting(self, on: bool) -> None:
        for tool in self._arrows:
            tool.setChecked(on)
