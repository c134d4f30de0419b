"""All steps at the left, and the way out; a drop-down above the step where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.arrow_button import back_button
from ui.widgets.prose import Prose
from ui.widgets.step_rail import RailStep, StepMenu, StepRail

_WIDTH = 247


class Rail(QWidget):
    """``step_requested(id)`` for a step, ``closed_requested`` to go back."""

    step_requested = Signal(str)
    closed_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("session.rail")
        self.setProperty("ground", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self.steps = StepRail(name="session.rail")
        self.steps.step_requested.connect(self.step_requested)
        self.method = Prose("", "card_title", name="session.method.name")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(31), 0, theme.px(13))
        column.setSpacing(0)
        for space, widget in ((0, self._back()), (20, self.method)):
            column.addSpacing(theme.px(space))
            line = QHBoxLayout()
            line.setContentsMargins(theme.px(24), 0, theme.px(20), 0)
            line.addWidget(widget, 0 if space == 0 else 1)
            if space == 0:
                line.addStretch(1)
            column.addLayout(line)
        column.addSpacing(theme.px(14))
        inside = QWidget()
        inside.setProperty("ground", "none")
        holder = QVBoxLayout(inside)
        holder.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        holder.addWidget(self.steps)
        holder.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)

    def show_steps(self, method: str, steps: Sequence[RailStep], here: str) -> None:
        """Show the steps of a method; ``here`` is empty before it begins."""
        self.method.setText(method)
        self.steps.show_steps(steps, here)

    def _back(self) -> QWidget:
        back = back_button(tr("Back to intervisie"), name="session.back")
        back.clicked.connect(self.closed_requested)
        return back


class TopBar(QWidget):
    """The rail's narrow form."""

    step_requested = Signal(str)
    closed_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.steps = StepMenu(name="session.menu")
        self.steps.step_requested.connect(self.step_requested)
        back = back_button(tr("Back"), name="session.back.narrow")
        back.clicked.connect(self.closed_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, theme.px(8), 16, theme.px(8))
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.steps)

    def show_steps(self, steps: Sequence[RailStep], here: str) -> None:
        """Show the steps of a method."""
        self.steps.show_steps(steps, here)
        self.steps.setVisible(bool(here))
