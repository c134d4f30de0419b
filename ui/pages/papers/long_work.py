"""A long paper under way: what is going on, how far it is, and a way to stop it that leaves nothing."""

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journal.domain.sharing import PaperKind
from journal.export import long_paper, paper_journal
from journal.export.long_paper import Cancelled, Stage
from journal.storage import journal_paper
from journal.text import tr, trn
from ui import jobs, theme
from ui.pages.papers.wanted import Wanted, own
from ui.store import Store
from ui.widgets import speak
from ui.widgets.paper import Paper
from ui.widgets.pdf_preview import page_count
from ui.widgets.prose import Prose
from ui.widgets.words import button

Tell = Callable[[Stage, int, int], object]


def make_journal(store: Store, wanted: Wanted, tell: Tell, still: Callable[[], bool]) -> Paper:
    """The whole journal as a paper. Raises Cancelled as soon as ``still`` says no. For a thread."""

    def step(done: int, many: int) -> None:
        if not still():
            raise Cancelled
        tell(Stage.WRITING, done, many)

    tell(Stage.READING, 0, 0)
    taken = own(store, wanted)
    whole = store.read(journal_paper.whole_journal, store.journey_id, store.guidance, on=taken.made_on)
    document = paper_journal.document(whole, store.guidance, step)
    tell(Stage.LAYING_OUT, 0, paper_journal.about_pages(document))
    made = long_paper.make(document, made_on=taken.made_on, template=paper_journal.TEMPLATE, wanted=still)
    if not still():
        raise Cancelled
    return Paper(taken, made.data, page_count(made.data), {}, PaperKind.JOURNAL)


class LongWork(QWidget):
    """``made(Paper)`` when it is there, ``stopped`` when it was ended, ``failed(error)`` when it did not succeed."""

    made = Signal(object)
    stopped = Signal()
    failed = Signal(object)
    _told = Signal(object, int, int)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._left = threading.Event()
        self._busy = False
        self._stage: Stage | None = None
        self._says = Prose("", "ui", "text2", name="papers.progress.says")
        self._bar = QProgressBar()
        self._bar.setObjectName("papers.progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.px(8))
        self._stop = button(tr("Stop"), "text", icon="x", name="papers.progress.stop")
        self._stop.clicked.connect(self.stop)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._says)
        column.addLayout(row)
        self._told.connect(self._tell)
        self.hide()

    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._busy

    def begin(self, wanted: Wanted) -> None:
        """Make the whole journal. What was under way is ended first."""
        self.stop()
        left = self._left = threading.Event()
        self._busy, self._stage = True, None
        self.show()
        store, tell = self._store, self._told.emit
        last = [0]

        def told(stage: Stage, done: int, of: int) -> None:
            if stage is not Stage.WRITING or done == of or done - last[0] >= max(1, of // 50):
                last[0] = done
                tell(stage, done, of)

        jobs.run(
            self,
            lambda: make_journal(store, wanted, told, lambda: not left.is_set()),
            lambda paper: self._end(left, paper, None),
            lambda error: self._end(left, None, error),
        )

    def stop(self) -> None:
        """End what is under way; nothing of it stays."""
        if self._busy:
            self._left.set()
            self._busy = False
            self.hide()
            self.stopped.emit()

    def _end(self, left: threading.Event, paper: Paper | None, error: Exception | None) -> None:
        if left is not self._left or left.is_set():
            return
        self._busy = False
        self.hide()
        if paper is not None:
            self.made.emit(paper)
        else:
            self.failed.emit(error)

    def _tell(self, stage: Stage, done: int, of: int) -> None:
        if not self._busy:
            return
        words = {
            Stage.READING: tr("Reading your journal…"),
            Stage.WRITING: tr("Writing it out: {done} of {of}…", done=done, of=of),
            Stage.LAYING_OUT: trn("Laying out about {n} page…", "Laying out about {n} pages…", of),
            Stage.DONE: "",
        }
        self._says.setText(words[stage])
        known = stage is Stage.WRITING
        self._bar.setRange(0, of if known else 0)
        if known:
            self._bar.setValue(done)
        self._bar.setAccessibleName(words[stage])
        if stage is not self._stage:
            self._stage = stage
            speak.announce(self, words[stage])
