"""Throwing away and fetching back, each with its way back; what is thrown away lies in the bin meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import Final

from journal.storage import attachments, entries, returned
from journal.storage.trash import ThrownKind
from journal.text import tr
from ui.store import Store

_OPERATIONS: Final[dict[ThrownKind, tuple[Callable[..., object], Callable[..., object]]]] = {
    ThrownKind.ENTRY: (entries.throw_away, entries.fetch_back),
    ThrownKind.ATTACHMENT: (attachments.throw_away, attachments.fetch_back),
    ThrownKind.RETURNED: (returned.throw_away, returned.fetch_back),
}


def throw_away(store: Store, by: object, id_: int, title: str, kind: ThrownKind = ThrownKind.ENTRY) -> None:
    """Throw it away; ``title`` is what its writer calls it. Raises JournalError; then it is still there."""
    away, back = _OPERATIONS[kind]
    store.do(away, by, id_)
    words = tr("throwing away “{title}”", title=title) if title else tr("throwing away")
    store.undoing.did(words, partial(store.do, back, store.undoing, id_), partial(store.do, away, store.undoing, id_))


def fetch_back(store: Store, by: object, id_: int, title: str, kind: ThrownKind = ThrownKind.ENTRY) -> None:
    """Fetch it back. Raises JournalError; then it still lies where it lay."""
    away, back = _OPERATIONS[kind]
    store.do(back, by, id_)
    words = tr("fetching back “{title}”", title=title) if title else tr("fetching back")
    store.undoing.did(words, partial(store.do, away, store.undoing, id_), partial(store.do, back, store.undoing, id_))
