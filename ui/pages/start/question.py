"""First start, page 4: the guide to a first learning question."""

from PySide6.QtWidgets import QWidget

from journal.text import tr
from ui.store import Store
from ui.widgets.question_guide import QuestionGuide
from ui.widgets.start_footer import Footing
from ui.widgets.start_step import StartStep


class QuestionStep(StartStep):
    """The guide in the column of the first start."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.question")
        self.guide = QuestionGuide(store, before=tr("Your passphrase"))
        self.guide.changed.connect(self._show_top)
        self.column.addWidget(self.guide, 1)

    def footing(self) -> Footing:
        """As the guide says."""
        return self.guide.footing()

    def arrive(self) -> None:
        """Write."""
        self.guide.arrive()

    def _show_top(self) -> None:
        self.changed.emit()
