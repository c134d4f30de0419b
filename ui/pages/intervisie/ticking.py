"""Ticking for one reader, and taking it back with Ctrl Z."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget

from journal.domain import fragment_ids
from journal.domain.sharing import Recipient
from journal.errors import JournalError
from journal.storage import preparations
from ui.store import Store


class _Ticks(QUndoCommand):
    """From what was held to what is wanted. Undone, exactly what was held before is shared again."""

    def __init__(self, ticking: "Ticking", reader: Recipient, ids: Iterable[str], *, on: bool) -> None:
        super().__init__()
        self._ticking, self._reader, self._ids, self._on = ticking, reader, list(ids), on
        self._before = ticking.shown.held

    def redo(self) -> None:
        self._ticking.do(self._reader, self._ids, on=self._on)

    def undo(self) -> None:
        touched = {fragment_ids.answer_of(id_) for id_ in self._before ^ self._ticking.held(self._reader)}
        mine = {id_ for id_ in self._before if fragment_ids.answer_of(id_) in touched}
        self._ticking.do(self._reader, sorted(touched), on=False)
        self._ticking.do(self._reader, sorted(mine), on=True)


class Ticking:
    """Ticks for ``page`` and calls ``changed`` afterwards. ``reader`` is who is being ticked for."""

    def __init__(self, page: QWidget, store: Store, changed: Callable[[], None]) -> None:
        self._page, self._store, self._changed = page, store, changed
        self._preparation_id = 0
        self.reader = Recipient.GROUP
        self.shown = preparations.Ticks()
        """What the screen shows for this reader; given by the page whenever it looked."""
        self._stack = QUndoStack(page)

    def show_preparation(self, preparation_id: int) -> None:
        """Another preparation: what was done to the one before is not taken back here."""
        if preparation_id != self._preparation_id:
            self._preparation_id = preparation_id
            self._stack.clear()

    def tick(self, ids: Iterable[str], on: bool) -> None:
        """Share these for the reader, or keep them back."""
        self._try(lambda: self._stack.push(_Ticks(self, self.reader, ids, on=on)))

    def untick_all(self) -> None:
        """Keep everything back."""
        answers = {fragment_ids.answer_of(id_) for id_ in self.shown.held}
        self.tick(sorted(answers), on=False)

    def tick_again(self) -> None:
        """What was changed after it was ticked: share it as it is now."""
        self.tick(sorted(self.shown.lapsed), on=True)

    def undo(self) -> None:
        """Take the last back, whoever it was for."""
        self._try(self._stack.undo)

    def redo(self) -> None:
        """And do it again."""
        self._try(self._stack.redo)

    def may_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._stack.canUndo()

    def held(self, reader: Recipient) -> frozenset[str]:
        """What is shared with a reader now."""
        return self._store.read(preparations.ticks, self._preparation_id, reader, self._store.guidance).held

    def do(self, reader: Recipient, ids: list[str], *, on: bool) -> None:
        """Without a way back."""
        if ids:
            self._store.do(
                preparations.tick_all,
                self._page,
                self._preparation_id,
                ids,
                on,
                recipient=reader,
                guidance=self._store.guidance,
            )

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except JournalError:
            self._stack.clear()  # the window tells that the journal could not be written
        self._changed()
