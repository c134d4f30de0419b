"""First start, page 1: what Reisgezel promises."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets.prose import Prose
from ui.widgets.start_footer import Footing
from ui.widgets.start_step import StartStep
from ui.widgets.words import rule


class WelcomeStep(StartStep):
    """Four promises, and nothing to fill in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.welcome")
        title = Prose(tr("What you write here\nstays yours."), "welcome")
        self.column.addWidget(title)
        self.column.addSpacing(16)
        lead = Prose(
            tr(
                "Reisgezel travels along with you for half a year: with your learning question, after every two-day "
                "session and on the way to your intervisie."
            ),
            "read",
            "text2",
        )
        lead.setMaximumWidth(theme.px(560))
        self.column.addWidget(lead)
        self.column.addSpacing(26)
        for icon, promise, explanation in _promises():
            self.column.addWidget(_promise(icon, promise, explanation))
        self.column.addStretch(1)

    def footing(self) -> Footing:
        """Begin, or go to a journal that is there already."""
        return Footing(tr("Begin"), aside=tr("I have a journal already"), hint=tr("Takes about ten minutes"))


def _promises() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "lock",
            tr("Locked, on this device"),
            tr("Your journal is encrypted. It opens only with your passphrase or recovery code."),
        ),
        (
            "wifi-off",
            tr("No internet"),
            tr("Reisgezel makes no connection and sends nothing on. Not to its makers either."),
        ),
        (
            "file-down",
            tr("You do the sharing"),
            tr("When you want someone to read something, you make a pdf. It holds only what you tick."),
        ),
        (
            "life-buoy",
            tr("Fair is fair"),
            tr("If you lose your passphrase and your recovery code, nobody can open your journal any more."),
        ),
    )


def _promise(icon: str, promise: str, explanation: str) -> QWidget:
    row = QWidget()
    row.setMaximumWidth(theme.px(640))
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rule())
    across = QHBoxLayout()
    across.setContentsMargins(0, theme.px(17), 0, theme.px(19))
    across.setSpacing(theme.px(18))
    picture = QLabel()
    picture.setPixmap(pixmap(icon, "accent", 22))
    beside = QVBoxLayout()
    beside.setSpacing(0)
    beside.addWidget(Prose(promise, "ui_bold", size=16))
    beside.addWidget(Prose(explanation, "ui", "text2", line=20))
    side = QVBoxLayout()
    side.addSpacing(2)
    side.addWidget(picture)
    side.addStretch(1)
    across.addLayout(side)
    across.addLayout(beside, 1)
    column.addLayout(across)
    return row
