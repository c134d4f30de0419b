"""Two texts in one: what went is struck through, what came is underlined; so it tells without colour too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from journal.domain.word_difference import Kind, Run
from journal.text import tr
from ui import theme


class ComparedText(QTextEdit):
    """As high as its text; the page scrolls. A screen reader hears what went and what came in words."""

    def __init__(self, runs: Sequence[Run], *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "none")
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setFont(theme.font("read_s"))
        cursor = QTextCursor(self.document())
        looks = {kind: _look(kind) for kind in Kind}
        for run in runs:
            cursor.insertText(run.text, looks[run.kind])
        self.setAccessibleDescription(spoken(runs))
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(round(self.document().size().height()) + 2, theme.line_height("read_s")))


def spoken(runs: Sequence[Run]) -> str:
    """The differences in words."""
    told = {Kind.GONE: lambda text: tr("Gone: {text}", text=text), Kind.NEW: lambda text: tr("New: {text}", text=text)}
    parts = [told[run.kind](run.text.strip()) for run in runs if run.kind in told and run.text.strip()]
    return ". ".join(parts) or tr("Nothing differs.")


def _look(kind: Kind) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme.color({Kind.SAME: "text", Kind.GONE: "text3", Kind.NEW: "accent"}[kind]))
    look.setFontStrikeOut(kind is Kind.GONE)
    look.setFontUnderline(kind is Kind.NEW)
    return look
