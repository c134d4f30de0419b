"""The paper leaves the journal: as a file or on a printer, always the very bytes of the preview, and remembered."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.sharing_records import Preparation
from journal.errors import CannotWrite, JournalError
from journal.export import pdf
from journal.export.locked import locked
from journal.storage import names, shares
from journal.synced_folders import kind_of
from journal.text import tr
from ui.pages.intervisie import titles
from ui.pages.intervisie.export import Export
from ui.store import Store
from ui.widgets.paper import Paper
from ui.widgets.paper_password import PasswordPart
from ui.widgets.paper_printing import print_paper


class Sharing:
    """Saves and prints for ``page``. ``paper`` gives what is shown; ``shared`` is called when it is remembered."""

    def __init__(
        self, page: QWidget, store: Store, export: Export, paper: Callable[[], Paper], shared: Callable[[], None]
    ) -> None:
        self._page, self._store, self._export = page, store, export
        self._paper, self._shared = paper, shared
        self._preparation: Preparation | None = None
        self.lock: PasswordPart | None = None
        export.step.anyway.connect(self._anyway)
        export.step.elsewhere.connect(self._elsewhere)

    def ask_where(self, preparation: Preparation) -> None:
        """Let the writer choose a place, and save there."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(home) / titles.file_name(preparation.meeting_on))
        chosen, _ = QFileDialog.getSaveFileName(self._page, tr("Save pdf"), proposed, tr("Pdf (*.pdf)"))
        if chosen:
            target = Path(chosen)
            ending = target.suffix.lower() == ".pdf"
            self.offer(target if ending else target.with_name(target.name + ".pdf"), preparation)

    def offer(self, target: Path, preparation: Preparation) -> None:
        """Save there; when the folder is synced or shared, say so first."""
        found = kind_of(target.parent)
        if found is None:
            self.save_to(target, preparation)
        else:
            self._preparation = preparation
            self._export.ask_about(found, target)

    def _anyway(self, target: Path) -> None:
        if self._preparation is not None:
            self.save_to(target, self._preparation)

    def _elsewhere(self) -> None:
        if self._preparation is not None:
            self.ask_where(self._preparation)

    def save_to(self, target: Path, preparation: Preparation) -> bool:
        """Save and remember. False, with a sentence on the page, when it does not succeed."""
        if self.lock is not None and not self.lock.is_ready():
            self._export.show_trouble(self.lock.problem())
            return False
        password = self.lock.password() if self.lock is not None else ""
        try:
            paper = self._paper()
            data = locked(paper.data, password) if password else paper.data
            pdf.save(data, target)
        except CannotWrite:
            self._export.show_trouble(tr("Saving does not work here. Choose another folder."))
            return False
        except JournalError:
            self._export.show_trouble(no_paper())
            return False
        self._export.show_saved(target)
        self._remember(paper, target.name, preparation, data=data)
        if password and self.lock is not None:
            self.lock.forget()
        return True

    def print(self, preparation: Preparation) -> None:
        """Let the writer choose a printer, and print."""
        try:
            paper = self._paper()
        except JournalError:
            self._export.show_trouble(no_paper())
            return
        if paper.pages and print_paper(self._page, paper.data, paper.pages, titles.file_name(preparation.meeting_on)):
            self._remember(paper, tr("On paper"), preparation, data=paper.data)

    def _remember(self, paper: Paper, file_name: str, preparation: Preparation, *, data: bytes) -> None:
        """``data``: what was saved. Of a paper with a password the one without is kept."""
        try:
            self._store.do(names.confirm, self._page, preparation.journey_id, paper.snapshot.names)
            self._store.do(
                shares.remember,
                self._page,
                preparation.journey_id,
                preparation_id=preparation.id,
                kind=paper.kind,
                recipient=paper.snapshot.recipient,
                recipient_name=paper.snapshot.recipient_name,
                code=paper.snapshot.code,
                file_name=file_name,
                pages=paper.pages,
                digest=sha256(data).hexdigest(),
                locked=data != paper.data,
                fragments=paper.snapshot.fragments,
                data=paper.data,
                placed=paper.placed(),
            )
        except JournalError:
            return  # the file is there; the window tells that the journal could not be written
        self._shared()


def no_paper() -> str:
    """What is said when the paper cannot be made."""
    return tr("This pdf does not succeed. Your text is safe in your journal.")
