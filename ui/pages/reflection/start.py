"""How much time do you have? Three ways to write, asked once and changeable later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.guidance import Guidance
from journal.domain.records import Depth
from journal.text import say, tr, trn
from ui import theme
from ui.widgets.way_card import WayCard
from ui.widgets.words import words


class TimePanel(QWidget):
    """``chosen(depth)`` with a click or Enter. ``now``: the depth that is in use."""

    chosen = Signal(object)

    def __init__(self, now: str | None, guidance: Guidance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(22), 0, theme.px(16))
        column.setSpacing(0)
        self.setMaximumWidth(theme.px(640))
        column.addWidget(words(tr("How much time do you have?"), "prompt", name="reflection.time"))
        later = tr("You can change this later; everything that you wrote stays.")
        column.addWidget(words(later, "ui", "text2"))
        column.addSpacing(theme.px(24))
        self.cards: dict[Depth, WayCard] = {}
        for depth, title, text in (
            (Depth.SHORT, tr("Five minutes"), tr("What, what does it mean, what now")),
            (Depth.STEPS, *_steps_words(guidance)),
            (Depth.FREE, tr("Free writing"), tr("One empty page, without questions")),
        ):
            made = WayCard(title, text, name=f"reflection.time.{depth}")
            made.setChecked(now == depth)
            made.clicked.connect(lambda _checked, depth=depth: self.chosen.emit(depth))
            self.cards[depth] = made
            column.addWidget(made)
            column.addSpacing(theme.px(12))
        column.addStretch(1)

    def focus_text(self, *, last: bool = False) -> None:  # noqa: ARG002
        """Give the keyboard to the way in use, else to the twenty minutes."""
        chosen = next((made for made in self.cards.values() if made.isChecked()), self.cards[Depth.STEPS])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)


def _steps_words(guidance: Guidance) -> tuple[str, str]:
    """How long the steps take and what they are; a programme with its own form says so in its own words."""
    form = guidance.form("reflection")
    if not any(own.id == form.id for own in guidance.programme.forms) and guidance.stages:
        return tr("Twenty minutes"), tr("Five steps, from one moment to a small plan")
    title = trn("{n} minute", "{n} minutes", form.minutes) if form.minutes else say(form.name)
    steps = trn("{n} step", "{n} steps", len(form.steps))
    return title, steps + ": " + ", ".join(say(step.title) for step in form.steps).lower()
