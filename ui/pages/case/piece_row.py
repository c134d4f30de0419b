"""One piece that a case could take over: from which question to which, its words, and what it meets there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain import case_takeover
from journal.domain.case_takeover import Meets, Piece
from journal.domain.guidance import Guidance
from journal.text import say, tr
from ui import theme
from ui.widgets.prose import Prose

_LONGEST = 1200


class PieceRow(QWidget):
    """A box with the piece beside it; a click anywhere counts. What would change nothing cannot be ticked."""

    def __init__(self, piece: Piece, standing: str, guidance: Guidance) -> None:
        super().__init__()
        self.piece = piece
        meets = case_takeover.meets(standing, piece)
        source, target = _name(piece.source, guidance), _name(piece.target, guidance)
        came = tr("From: {question}", question=source)
        self.box = QCheckBox()
        self.box.setObjectName(f"case.piece.{piece.source}")
        self.box.setFixedWidth(theme.px(20))
        self.box.setChecked(meets is not Meets.STAYS)
        self.box.setEnabled(meets is not Meets.STAYS)
        self.box.setAccessibleName(target)
        self.box.setAccessibleDescription(f"{piece.text}. {_sentences(came, _word(meets))}")
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addSpacing(theme.px(4))
        column.addWidget(Prose(target, "ui_bold"))
        text = piece.text if len(piece.text) <= _LONGEST else f"{piece.text[:_LONGEST].rstrip()}…"
        column.addWidget(Prose(text, "read_s"))
        column.addWidget(Prose(_sentences(came, _word(meets)), "caption", "text3"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        if self.box.isEnabled():
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, wherever in the row."""
        if self.box.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.box.click()
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)


def _sentences(came: str, word: str) -> str:
    end = "" if came.endswith("?") else "."
    return f"{came}{end} {word}." if word else came


def _name(prompt_id: str, guidance: Guidance) -> str:
    prompt = guidance.prompt(prompt_id)
    return say(prompt.label or prompt.ask)


def _word(meets: Meets) -> str:
    words = {
        Meets.EMPTY: "",
        Meets.ADDS: tr("Comes under what stands there already"),
        Meets.STAYS: tr("Stays behind: something stands there already"),
    }
    return words[meets]
