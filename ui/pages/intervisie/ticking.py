"""Ticking for one reader, and another method: each with its way back."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from journal.domain import fragment_ids
from journal.domain.sharing import Recipient
from journal.errors import JournalError
from journal.storage import preparations
from journal.text import tr
from ui.store import Store


class Ticking:
    """Ticks for ``page`` and calls ``changed`` afterwards. ``reader`` is who is being ticked for."""

    def __init__(self, page: QWidget, store: Store, changed: Callable[[], None]) -> None:
        self._page, self._store, self._changed = page, store, changed
        self._preparation_id = 0
        self.reader = Recipient.GROUP
        self.shown = preparations.Ticks()
        """What the screen shows for this reader; given by the page whenever it looked."""

    def show_preparation(self, preparation_id: int) -> None:
        """Another preparation: what was done to the one before is not taken back here."""
        if self._preparation_id and preparation_id != self._preparation_id:
            self._store.undoing.forget_here()
        self._preparation_id = preparation_id

    def tick(self, ids: Iterable[str], on: bool) -> None:
        """Share these for the reader, or keep them back."""
        given, held = list(ids), self.shown.held
        store, preparation, reader = self._store, self._preparation_id, self.reader
        try:
            _tick(store, self._page, preparation, reader, given, on=on)
        except JournalError:
            self._changed()  # the window tells that the journal could not be written
            return
        store.undoing.did(
            tr("what you ticked") if on else tr("what you unticked"),
            partial(_as_it_was, store, preparation, reader, held),
            partial(_tick, store, store.undoing, preparation, reader, given, on=on),
        )
        self._changed()

    def untick_all(self) -> None:
        """Keep everything back."""
        answers = {fragment_ids.answer_of(id_) for id_ in self.shown.held}
        self.tick(sorted(answers), on=False)

    def tick_again(self) -> None:
        """What was changed after it was ticked: share it as it is now."""
        self.tick(sorted(self.shown.lapsed), on=True)

    def method_chosen(self, before: str, now: str) -> None:
        """Another way of working was chosen for this preparation."""
        store, id_ = self._store, self._preparation_id
        store.undoing.did(
            tr("another method"),
            lambda: store.do(preparations.set_method, store.undoing, id_, before),
            lambda: store.do(preparations.set_method, store.undoing, id_, now),
        )

    def may_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._store.undoing.can_undo()


def _as_it_was(store: Store, preparation_id: int, reader: Recipient, before: frozenset[str]) -> None:
    """Exactly what was held before is shared again."""
    now = store.read(preparations.ticks, preparation_id, reader, store.guidance).held
    touched = {fragment_ids.answer_of(id_) for id_ in before ^ now}
    mine = sorted(id_ for id_ in before if fragment_ids.answer_of(id_) in touched)
    _tick(store, store.undoing, preparation_id, reader, sorted(touched), on=False)
    _tick(store, store.undoing, preparation_id, reader, mine, on=True)


def _tick(store: Store, by: object, preparation_id: int, reader: Recipient, ids: list[str], *, on: bool) -> None:
    if ids:
        operation = preparations.tick_all
        store.do(operation, by, preparation_id, ids, on, recipient=reader, guidance=store.guidance)
