"""A paper leaves the journal: as a file, with or without password, or on a printer; and it is remembered."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.sharing import PaperKind
from journal.errors import CannotWrite, JournalError
from journal.export import pdf
from journal.export.locked import locked
from journal.storage import names, shares
from journal.synced_folders import kind_of
from journal.text import tr
from ui import jobs
from ui.pages.papers.give import Give
from ui.store import Store
from ui.widgets.paper import Paper
from ui.widgets.paper_printing import print_paper


class Giving:
    """Saves and prints for ``page``."""

    def __init__(self, page: QWidget, store: Store, give: Give) -> None:
        self._page, self._store, self._give = page, store, give
        self._waits: Callable[[Path], object] = lambda _target: None
        self._again: Callable[[], object] = lambda: None
        give.step.anyway.connect(self._stay)
        give.step.elsewhere.connect(self._elsewhere)

    def ask_where(self, paper: Paper, proposed: str, password: str, saved: Callable[[], object]) -> None:
        """Let the writer choose a place, and save there."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, tr("Save pdf"), str(Path(home) / proposed), tr("Pdf (*.pdf)")
        )
        if chosen:
            target = Path(chosen)
            ending = target.suffix.lower() == ".pdf"
            self._again = lambda: self.ask_where(paper, proposed, password, saved)
            self.offer(target if ending else target.with_name(target.name + ".pdf"), paper, password, saved)

    def offer(self, target: Path, paper: Paper, password: str, saved: Callable[[], object]) -> None:
        """Save there; when the folder is synced or shared, say so first."""
        found = kind_of(target.parent)
        if found is None:
            self.save_to(target, paper, password, saved)
        else:
            self._waits = lambda there: self.save_to(there, paper, password, saved)
            self._give.step.ask(found, target)

    def save_to(
        self, target: Path, paper: Paper, password: str = "", saved: Callable[[], object] = lambda: None
    ) -> None:
        """Save, beside the screen because a long paper takes a while to lock; then remember."""

        def work() -> str:
            data = locked(paper.data, password) if password else paper.data
            pdf.save(data, target)
            return hashlib.sha256(data).hexdigest()

        def done(digest: str) -> None:
            self._remember(paper, target.name, digest, shut=bool(password))
            self._give.show_saved(target)
            saved()

        jobs.run(self._page, work, done, self._failed)

    def _stay(self, target: Path) -> None:
        self._waits(target)

    def _elsewhere(self) -> None:
        self._again()

    def print(self, paper: Paper, title: str) -> None:
        """Let the writer choose a printer, and print."""
        if print_paper(self._page, paper.data, paper.pages, title):
            self._remember(paper, tr("On paper"), paper.digest, shut=False)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CannotWrite):
            self._give.show_trouble(tr("Saving does not work here. Choose another folder."))
        elif isinstance(error, JournalError):
            self._give.show_trouble(tr("This pdf does not succeed. Your text is safe in your journal."))
        else:
            raise error

    def _remember(self, paper: Paper, file_name: str, digest: str, *, shut: bool) -> None:
        """The whole journal is not kept in itself once more: it can be made again."""
        kept = paper.data if paper.kind is not PaperKind.JOURNAL else b""
        try:
            self._store.do(names.confirm, self._page, self._store.journey_id, paper.snapshot.names)
            self._store.do(
                shares.remember,
                self._page,
                self._store.journey_id,
                preparation_id=None,
                kind=paper.kind,
                recipient=paper.snapshot.recipient,
                recipient_name=paper.snapshot.recipient_name,
                code=paper.snapshot.code,
                file_name=file_name,
                pages=paper.pages,
                digest=digest,
                locked=shut,
                fragments=paper.snapshot.fragments,
                data=kept,
                placed=paper.placed(),
            )
        except JournalError:
            return  # the file is there; the window tells that the journal could not be written
