"""A list of the fragments of a paper, to choose what a remark stands beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from journal.storage.shares import SharedPiece
from journal.text import tr
from ui import theme


class QuietCombo(QComboBox):
    """The wheel scrolls the page and never changes a choice by accident; long names do not widen the page."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFont(theme.font("ui"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(520))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page."""
        event.ignore()


class FragmentChoice(QuietCombo):
    """``chosen()`` gives code and fragment; both empty for the whole paper."""

    def __init__(self, pieces: Sequence[SharedPiece], code: str, fragment: str, *, name: str) -> None:
        super().__init__(name, tr("Stands beside"))
        self._held: list[tuple[str, str]] = []
        self._offer(tr("The whole paper"), "", "")
        for piece in pieces:
            self._offer(f"{piece.code}  {piece.title}".strip(), piece.code, piece.fragment)
        self._begin(code, fragment)

    def chosen(self) -> tuple[str, str]:
        """Code and fragment."""
        return self._held[max(0, self.currentIndex())]

    def choose(self, code: str, fragment: str) -> None:
        """Choose this one, when it is offered."""
        if (code, fragment) in self._held:
            self.setCurrentIndex(self._held.index((code, fragment)))

    def _offer(self, words: str, code: str, fragment: str) -> None:
        self._held.append((code, fragment))
        self.addItem(words)

    def _begin(self, code: str, fragment: str) -> None:
        same = [at for at, (other, of) in enumerate(self._held) if of == fragment and code in {other, ""}]
        if not same and fragment:  # of another paper
            self._offer(code or fragment, code, fragment)
            same = [len(self._held) - 1]
        self.setCurrentIndex(same[0] if same else 0)
