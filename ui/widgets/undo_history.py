"""What can be undone and made again, for things that are replaced as a whole."""

from typing import Generic, TypeVar

T = TypeVar("T")

MOST_STEPS = 200
"""So many changes can be undone."""


class History(Generic[T]):
    """The states before and after the present one."""

    def __init__(self) -> None:
        self._past: list[T] = []
        self._future: list[T] = []

    def forget(self) -> None:
        """Begin anew."""
        self._past, self._future = [], []

    def remember(self, before: T) -> None:
        """A change was made to what stood there; what was undone before it is gone."""
        self._past = [*self._past[-MOST_STEPS + 1 :], before]
        self._future = []

    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._past)

    def can_redo(self) -> bool:
        """Whether something that was taken back can be made again."""
        return bool(self._future)

    def undo(self, present: T) -> T:
        """What stood there before; the present one when there is nothing to undo."""
        return self._step(self._past, self._future, present)

    def redo(self, present: T) -> T:
        """What stood there before it was undone; the present one when there is nothing to redo."""
        return self._step(self._future, self._past, present)

    @staticmethod
    def _step(source: list[T], target: list[T], present: T) -> T:
        if not source:
            return present
        target.append(present)
        return source.pop()
