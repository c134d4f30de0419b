"""The way through the case: beside it, and as a drop-down above it when there is little room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.saved_state import SavedState
from ui.widgets.step_rail import RailStep, StepMenu, StepRail
from ui.widgets.words import rule

_WIDTH = 247
_SIDE = 12


class Rail(QWidget):
    """The way back, the questions with what was written, and when it was saved."""

    closed_requested = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        _nav(self)
        self.setObjectName("case.rail")
        self.setFixedWidth(_WIDTH)
        self.steps = StepRail(name="case.rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(31), 0, theme.px(13))
        column.setSpacing(0)
        back = back_button(tr("Back to intervisie"), name="case.back")
        back.clicked.connect(self.closed_requested)
        column.addLayout(_inset(back, stretch=True))
        column.addSpacing(theme.px(24))
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._holder = QVBoxLayout(inside)
        self._holder.setContentsMargins(theme.px(_SIDE), 0, theme.px(_SIDE), 0)
        self._holder.addWidget(self.steps)
        self._holder.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.verticalScrollBar().rangeChanged.connect(self._keep_width)
        column.addWidget(scroll, 1)
        column.addSpacing(theme.px(12))
        column.addLayout(_inset(rule()))
        column.addSpacing(theme.px(11))
        column.addLayout(_inset(_saved(store)))

    def show_steps(self, steps: list[RailStep], here: str) -> None:
        """Show the questions and where the writer is."""
        self.steps.show_steps(steps, here)

    def _keep_width(self, _least: int, most: int) -> None:
        """A scroll bar stands in the margin: the words of a step keep their lines."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most > 0 else 0
        side = theme.px(_SIDE)
        self._holder.setContentsMargins(side, 0, max(side - bar, 0), 0)


class TopBar(QWidget):
    """The rail's narrow form."""

    closed_requested = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        _nav(self)
        self.steps = StepMenu(name="case.menu")
        self.steps.set_narrow(narrow=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, theme.px(6), 32, theme.px(6))
        back = back_button(tr("Intervisie"), name="case.back.top")
        back.clicked.connect(self.closed_requested)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.steps)
        saved = _saved(store)
        saved.set_narrow(narrow=True)
        row.addSpacing(theme.px(8))
        row.addWidget(saved)

    def show_steps(self, steps: list[RailStep], here: str) -> None:
        """Show the questions and where the writer is."""
        self.steps.show_steps(steps, here)


def _saved(store: Store) -> SavedState:
    made = SavedState()
    store.saved.connect(made.saved)
    store.failed.connect(made.failing)
    return made


def _nav(widget: QWidget) -> None:
    widget.setProperty("ground", "nav")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def _inset(widget: QWidget, *, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(theme.px(24), 0, theme.px(16), 0)
    row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row
