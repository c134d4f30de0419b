"""Everything out: one open file that any computer can read."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.steps import Steps
from journal.text import tr
from ui.pages.moving.part import Part
from ui.store import Store
from ui.widgets.words import button

SUFFIX = ".zip"


class ArchivePart(Part):
    """The button that makes an archive, and the caution that it is not locked."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        lead = tr(
            "One file with all you wrote, drew and photographed, also earlier texts. Any computer can read it, also "
            "without Reisgezel, and Reisgezel can make a journal of it again."
        )
        super().__init__("archive", tr("Take everything out"), lead, parent)
        self._store = store
        self.warn(tr("An archive is not locked. Whoever has the file can read everything in it."))
        self.make = button(tr("Make an archive…"), icon="files", name="moving.archive.make")
        self.make.clicked.connect(self._ask)
        self.add_row(self.make)
        self.end()

    def write(self, target: Path) -> None:
        """Write it there; writing in the journal goes on meanwhile."""
        journal = self._store.journal

        def work(steps: Steps) -> None:
            from journal import open_archive  # heavy, and seldom needed

            open_archive.write(journal, target, steps)  # type: ignore[arg-type]

        self.begin(work, lambda _none: self.told(tr("Your archive is there: {name}", name=target.name)))

    def _ask(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = tr("Reisgezel archive {day}", day=f"{dt.datetime.now().astimezone():%Y-%m-%d}")
        kinds = tr("Open archives") + f" (*{SUFFIX})"
        given, _kind = QFileDialog.getSaveFileName(self, tr("Make an archive"), str(Path(place) / f"{name}.zip"), kinds)
        if given:
            self.write(Path(given) if given.lower().endswith(SUFFIX) else Path(given + SUFFIX))
