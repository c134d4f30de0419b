"""What a write changed, so that a page knows whether it is stale."""

from collections.abc import Callable
from enum import Flag, auto
from typing import TypeVar


class Change(Flag):
    """Kinds of things in a journal; a write names the ones it touched."""

    NOTHING = 0
    JOURNEY = auto()
    MEETINGS = auto()
    ENTRIES = auto()
    ANSWERS = auto()
    PLACES = auto()
    MARKS = auto()
    QUESTION = auto()
    EXPERIMENTS = auto()
    PREPARATION = auto()
    SHARES = auto()
    ATTACHMENTS = auto()
    RETURNED = auto()
    ADVICE = auto()
    METHODS = auto()


Operation = TypeVar("Operation", bound=Callable[..., object])


def changes(what: Change) -> Callable[[Operation], Operation]:
    """Mark an operation with what it changes; ``OpenJournal.do`` reports it after the commit."""

    def mark(operation: Operation) -> Operation:
        operation.__dict__["changes"] = what
        return operation

    return mark


def changed_by(operation: Callable[..., object]) -> Change:
    """What an operation changes. An operation without the mark is a bug, and says so."""
    found = getattr(operation, "changes", None)
    if not isinstance(found, Change):
        msg = f"{operation!r} does not say what it changes"
        raise TypeError(msg)
    return found
