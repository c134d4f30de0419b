"""The screen's one gate to the journal: read and do, and word of what changed."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from journal.domain.changes import changed_by
from journal.domain.guidance import Guidance
from journal.errors import JournalError
from ui.undoing import Undoing

P = ParamSpec("P")
R = TypeVar("R")


class OpenedJournal(Protocol):
    """What the screen needs of ``storage.database.OpenJournal``."""

    ended_badly: bool

    def read(self, query: Callable[..., R], /, *args: Any, **named: Any) -> R:
        """Ask something."""

    def do(self, operation: Callable[..., R], /, *args: Any, **named: Any) -> R:
        """Change something, durably."""

    def close(self) -> None:
        """Lock."""


class Store(QObject):
    """An open journal and the guidance of its journey.

    ``changed(what, initiator)`` and ``saved(moment)`` come only after the commit; ``failed(error)`` when it did
    not succeed, ``unreadable(error)`` when a part of the journal cannot be read. ``today`` is the writer's calendar
    day; ``now`` aware UTC; ``undoing`` what can be taken back.
    """

    changed = Signal(object, object)
    saved = Signal(object)
    failed = Signal(object)
    unreadable = Signal(object)

    def __init__(
        self,
        journal: OpenedJournal,
        guidance: Guidance,
        journey_id: int,
        *,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.journal = journal
        self.guidance = guidance
        self.journey_id = journey_id
        self.now = now
        self.undoing = Undoing(self)
        self.changed.connect(self.undoing.heard)

    def today(self) -> dt.date:
        """The writer's calendar day."""
        return self.now().astimezone().date()

    def read(self, query: Callable[Concatenate[Any, P], R], /, *args: P.args, **named: P.kwargs) -> R:
        """Ask the journal something; ``query`` is a function of ``journal.storage`` with a session first."""
        try:
            return self.journal.read(query, *args, **named)
        except JournalError as error:
            self.unreadable.emit(error)
            raise

    def do(
        self, operation: Callable[Concatenate[Any, P], R], by: object = None, /, *args: P.args, **named: P.kwargs
    ) -> R:
        """Change the journal and tell who did. Raises JournalError (after ``failed``); then nothing changed.

        Note the order: ``do(operation, self, entry_id, ...)``; ``by`` is the initiator or None.
        """
        try:
            result = self.journal.do(operation, *args, **named)
        except JournalError as error:
            self.failed.emit(error)
            raise
        self.saved.emit(self.now())
        self.changed.emit(changed_by(operation), by)
        return result
