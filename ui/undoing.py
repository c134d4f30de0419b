"""What was done can be taken back: the steps of each page, held beside the open journal and gone at the lock.

Only what is no typing: throwing away, fetching back, days, ticks, a method. A field for text takes back its own typing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand, QUndoStack

from journal.domain.changes import Change
from journal.errors import JournalError
from journal.text import tr

Action = Callable[[], object]
MOST_STEPS = 100
"""So many steps of one page can be taken back."""


class _Step(QUndoCommand):
    """Has been done already when it is pushed. Steps with the same ``series`` in a row become one."""

    def __init__(self, words: str, back: Action, again: Action, series: int) -> None:
        super().__init__(words)
        self._back, self._again, self._series = back, again, series
        self._resting = True
        self.failed = False

    def id(self) -> int:
        return self._series

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _Step)
        self._again = other._again  # noqa: SLF001
        return True

    def undo(self) -> None:
        self._do(self._back)

    def redo(self) -> None:
        self._do(self._again)

    def rest(self) -> None:
        """Do nothing the next time that the stack passes."""
        self._resting = True

    def _do(self, action: Action) -> None:
        if self._resting:
            self._resting = False
            return
        self.failed = False
        try:
            action()
        except JournalError:
            self.failed = True  # the store has told the window


class Undoing(QObject):
    """``did`` remembers a step of the page ``here``; ``undo`` and ``redo`` walk along them.

    ``said(words)`` tells what happened, ``stepped`` that it did: pages that do not hear of changes look again then.
    The actions must outlive their page, so they hold no widgets.
    """

    said = Signal(str)
    stepped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.here = ""
        self._stacks: dict[str, QUndoStack] = {}
        self._series: dict[str, int] = {}
        self._stepping = False

    def did(self, words: str, back: Action, again: Action, *, series: str = "") -> None:
        """Something was just done, and can be taken back."""
        number = self._series.setdefault(series, len(self._series)) if series else -1
        if self.here not in self._stacks:
            self._stacks[self.here] = QUndoStack(self)
            self._stacks[self.here].setUndoLimit(MOST_STEPS)
        self._stacks[self.here].push(_Step(words, back, again, number))

    def can_undo(self) -> bool:
        """Whether there is something to take back on this page."""
        stack = self._stacks.get(self.here)
        return stack is not None and stack.canUndo()

    def undo(self) -> bool:
        """Take the last step back. False when there is none, or when the journal could not be written."""
        stack = self._stacks.get(self.here)
        if stack is None or not stack.canUndo():
            return False
        return self._walk(stack, stack.index() - 1, stack.undo, stack.redo, tr("Undone: {what}"))

    def redo(self) -> bool:
        """Do again what was taken back."""
        stack = self._stacks.get(self.here)
        if stack is None or not stack.canRedo():
            return False
        return self._walk(stack, stack.index(), stack.redo, stack.undo, tr("Done again: {what}"))

    def forget(self) -> None:
        """Nothing can be taken back any more, on no page."""
        for stack in self._stacks.values():
            stack.clear()
        self._series.clear()

    def forget_here(self) -> None:
        """Nothing can be taken back on this page any more."""
        if self.here in self._stacks:
            self._stacks[self.here].clear()

    def heard(self, what: Change, _by: object) -> None:
        """The journal changed. After a merge or an erasure the steps of before may have nothing to go back to."""
        if what == ~Change.NOTHING and not self._stepping:
            self.forget()

    def _walk(self, stack: QUndoStack, index: int, there: Action, back: Action, told: str) -> bool:
        step = stack.command(index)
        assert isinstance(step, _Step)
        self._stepping = True
        try:
            there()
            if step.failed:
                step.rest()
                back()
                return False
        finally:
            self._stepping = False
        self.stepped.emit()
        self.said.emit(told.format(what=step.text()))
        return True


def walk(undoing: Undoing, event: QKeyEvent) -> bool:
    """Whether this key takes a step back or does it again, and that was done."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return undoing.undo()
    if event.matches(QKeySequence.StandardKey.Redo) or QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Y"):
        return undoing.redo()
    return False
