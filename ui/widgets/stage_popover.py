"""The panel of a place on the map: what it is about, what was written there, and a way to write."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.guidance import Stage
from journal.text import say, tr, trn
from ui.widgets.popover import Popover
from ui.widgets.prose import Prose
from ui.widgets.text_link import TextLink
from ui.widgets.words import button

MOST = 6
"""More entries than these stand on the page of reflections."""


@dataclass(frozen=True)
class Written:
    """An entry that was written at the place: a title and date."""

    entry_id: int
    words: str


class StagePopover(Popover):
    """``entry_requested(entry_id)`` and ``write_requested(stage_id)`` come after it has closed."""

    entry_requested = Signal(int)
    write_requested = Signal(str)

    def __init__(self, stage: Stage, number: int, written: Sequence[Written], parent: QWidget) -> None:
        super().__init__(parent, "stage_panel")
        self._stage = stage
        title = f"{number}. {say(stage.name)}"
        self.setAccessibleName(title)
        self.column.addWidget(Prose(title, "card_title"))
        self.column.addSpacing(8)
        self.column.addWidget(Prose(say(stage.card), "read_s", "text2"))
        self.column.addSpacing(16)
        if stage.travel_advice:
            self.column.addWidget(Prose(tr("From the survival guide"), "caption", "text3"))
            self.column.addWidget(Prose(say(stage.travel_advice), "read_s", "text2", name="stage_panel.advice"))
            self.column.addSpacing(16)
        self._list(written)
        row = QHBoxLayout()
        write = button(tr("Write here"), "primary", icon="pen-line", name="stage_panel.write")
        write.clicked.connect(self._write)
        close = button(tr("Close"), "text", name="stage_panel.close")
        close.clicked.connect(self._close)
        row.addWidget(write)
        row.addWidget(close)
        row.addStretch()
        self.column.addLayout(row)

    def _list(self, written: Sequence[Written]) -> None:
        if not written:
            return
        self.column.addWidget(Prose(tr("What you wrote here"), "caption", "text3"))
        for line in written[:MOST]:
            link = TextLink(line.words, line.entry_id, name=f"stage_panel.entry.{line.entry_id}")
            link.chosen.connect(self._open)
            self.column.addWidget(link)
        if (rest := len(written) - MOST) > 0:
            self.column.addWidget(Prose(trn("and {n} earlier", "and {n} earlier", rest), "caption", "text3"))
        self.column.addSpacing(16)

    def _close(self) -> None:
        self.shut()

    def _open(self, entry_id: int) -> None:
        self.shut(give_back=False)
        self.entry_requested.emit(entry_id)

    def _write(self) -> None:
        self.shut(give_back=False)
        self.write_requested.emit(self._stage.id)
