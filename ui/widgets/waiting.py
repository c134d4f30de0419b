"""Says that something ticked is not on the paper, because it says nothing without something that is not ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain import fragment_ids
from journal.storage.fragment_pieces import FragmentGroup
from journal.storage.snapshot_choice import waiting_for
from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import button


class Waiting(QWidget):
    """``wanted(ids)`` when its writer wants to tick that too. Nothing is ticked along by itself."""

    wanted = Signal(list)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._ids: list[str] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        self._words = Prose("", "caption", "warn", name=f"{name}.waiting")
        line.addWidget(self._words, 1)
        self._along = button(tr("Tick that too"), "link", name=f"{name}.along")
        self._along.setFont(theme.font("caption_bold"))
        self._along.clicked.connect(lambda: self.wanted.emit(self._ids))
        line.addWidget(self._along, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_waiting(self, groups: Sequence[FragmentGroup], held: frozenset[str]) -> None:
        """Look at what is ticked now."""
        self._ids = sorted(waiting_for(tuple(groups), held))
        told = ", ".join(dict.fromkeys(map(_called, self._ids)))
        self._words.setText(
            tr("Something is ticked that is not in the pdf yet: it says nothing without {company}.", company=told)
            if told
            else ""
        )
        self._along.setAccessibleName(f"{self._along.text()}: {told}")
        self.setVisible(bool(told))


def _called(id_: str) -> str:
    if id_ == fragment_ids.QUESTION:
        return tr("your learning question as it is now")
    if id_ == fragment_ids.PLACES:
        return tr("the places on the map")
    if fragment_ids.prompt_of(id_).startswith("theme."):
        return tr("what you wrote about the theme")
    return tr("the wording that it belongs to")
