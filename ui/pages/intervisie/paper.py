"""Makes the paper beside the screen: soon after a change, the newest wins, and never twice at once."""

from PySide6.QtCore import QObject, QTimer, Signal

from journal.errors import JournalError
from journal.export import compose, pdf
from journal.storage import snapshot
from ui import jobs
from ui.store import Store
from ui.widgets.paper import Paper
from ui.widgets.pdf_preview import page_count

REST_MS = 300


def make(store: Store, preparation_id: int) -> Paper:
    """The paper of a preparation as it is now. Any thread may ask."""
    on = store.today()
    taken = store.read(snapshot.take, preparation_id, store.guidance, on=on)
    if not taken.fragments:
        return Paper(taken)
    document = compose.document(taken, store.guidance)
    data = pdf.render(document, made_on=on)
    return Paper(taken, data, page_count(data), document)


class PaperMaker(QObject):
    """``made(Paper)`` comes on the screen's thread; ``failed(error)`` when the paper cannot be made."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._preparation_id = 0
        self._asked = 0
        self._busy = self._again = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)

    def ask(self, preparation_id: int, *, soon: bool = False) -> None:
        """Make it anew after a rest; with ``soon`` at the next moment."""
        self._preparation_id = preparation_id
        self._asked += 1
        self._rest.start(0 if soon else REST_MS)

    def is_fresh(self) -> bool:
        """Whether the newest paper is the one that was delivered."""
        return not self._busy and not self._rest.isActive()

    def now(self) -> Paper:
        """Make it here and now, and deliver it. Raises JournalError."""
        self.pause()
        paper = make(self._store, self._preparation_id)
        self.made.emit(paper)
        return paper

    def pause(self) -> None:
        """Begin nothing more until the next ``ask``; what is under way is not delivered."""
        self._rest.stop()
        self._again = False
        self._asked += 1

    def _begin(self) -> None:
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        number, store, preparation_id = self._asked, self._store, self._preparation_id
        jobs.run(
            self,
            lambda: make(store, preparation_id),
            lambda paper: self._end(number, paper, None),
            lambda error: self._end(number, None, error),
        )

    def _end(self, number: int, paper: Paper | None, error: Exception | None) -> None:
        self._busy = False
        if number != self._asked:
            if self._again:
                self._begin()
        elif paper is not None:
            self.made.emit(paper)
        elif isinstance(error, JournalError):
            self.failed.emit(error)
        elif error is not None:
            raise error
