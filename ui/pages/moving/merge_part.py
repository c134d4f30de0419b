"""A copy that went its own way comes home; and the texts that differ wait for a choice."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.changes import Change
from journal.paths import COPY_SUFFIX
from journal.steps import Steps
from journal.storage import differences
from journal.text import tr, trn
from ui.merging import is_other_journey, merge_file, report
from ui.pages.moving.part import Part
from ui.store import Store
from ui.widgets.words import button, words


class MergePart(Part):
    """``differences_requested`` when somebody wants to see the texts that differ."""

    differences_requested = Signal()
    journey_changed = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        lead = tr(
            "Did you also write on another laptop? Choose the copy that comes from there. Whatever was written on "
            "either side stays: of a text that differs, the last one stands and the other is kept. "
            "A backup is made first."
        )
        super().__init__("merge", tr("Merge a copy"), lead, parent)
        self._store = store
        self.choose = button(tr("Choose a copy…"), icon="folder-open", name="moving.merge.choose")
        self.choose.clicked.connect(self._ask)
        self.add_row(self.choose)
        self.waiting = words("", "ui_bold", name="moving.merge.waiting")
        self.look = button(tr("See the differences"), name="moving.merge.differences")
        self.look.clicked.connect(self.differences_requested)
        self.column.addWidget(self.waiting)
        self.add_row(self.look)
        self.end()
        self.refresh()

    def refresh(self) -> None:
        """How many texts wait for a choice."""
        count = self._store.read(differences.count)
        self.waiting.setText(
            trn("{n} text differs. Both are kept.", "{n} texts differ. All are kept.", count) if count else ""
        )
        self.waiting.setVisible(bool(count))
        self.look.setVisible(bool(count))

    def merge(self, file: Path, called: str = "") -> None:
        """Merge this copy."""
        journal, name = self._store.journal, called or file.name.partition(COPY_SUFFIX)[0]

        def work(_steps: Steps) -> object:
            return merge_file(journal, file, name)

        self.begin(work, self._done)

    def _done(self, merged: object) -> None:
        self._store.changed.emit(~Change.NOTHING, self)
        self.refresh()
        self.told(report(merged))
        if is_other_journey(self._store):
            self.journey_changed.emit("moving")

    def _ask(self) -> None:
        kinds = tr("Copies of a journal") + f" (*{COPY_SUFFIX}*)"
        given, _kind = QFileDialog.getOpenFileName(self, tr("Choose a copy"), str(Path.home()), kinds)
        if given:
            self.merge(Path(given))
