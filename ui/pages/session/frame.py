"""Where the parts of the page stand: steps left, the step now in the middle, the clock right, the way on below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.pages.session.question_view import QuestionView
from ui.pages.session.rail import Rail, TopBar
from ui.pages.session.ready_view import ReadyView
from ui.pages.session.side import ClockSide
from ui.pages.session.step_view import StepView
from ui.widgets.flow import Flow
from ui.widgets.prose import Prose
from ui.widgets.words import button, rule

_NARROW, _TEXT, _SIDE = 900, 760, 40


class Frame:
    """Lays out a session page. ``previous`` and ``following`` are the buttons below."""

    def __init__(
        self, page: QWidget, ready: ReadyView, step: StepView, side: ClockSide, question: QuestionView
    ) -> None:
        self._page, self._side = page, side
        self.rail, self.top = Rail(), TopBar()
        self.previous = button(tr("Previous step"), icon="arrow-left", name="session.previous")
        self.following = button(tr("Next step"), "primary", name="session.next")
        self.full_screen = button(tr("Full screen"), "text", name="session.full")
        self.stack = QStackedWidget()
        running = QWidget()
        told = QVBoxLayout(running)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(0)
        told.addWidget(question)
        told.addSpacing(theme.px(28))
        told.addWidget(step)
        told.addStretch(1)
        self.end = _End()
        self._views: tuple[QWidget, ...] = (ready, running, self.end)
        for view in self._views:
            self.stack.addWidget(view)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._compact: bool | None = None
        self._lay_out()
        self.arrange()

    def show(self, view: int) -> None:
        """0 before it begins, 1 while it runs, 2 afterwards."""
        self.stack.setCurrentIndex(view)
        for number, widget in enumerate(self._views):
            policy = widget.sizePolicy()
            tall = policy.Policy.Preferred if number == view else policy.Policy.Ignored
            policy.setVerticalPolicy(tall)
            widget.setSizePolicy(policy)
        self._side.setVisible(view == 1)
        self.previous.setVisible(view == 1)
        self._scroll.verticalScrollBar().setValue(0)

    def arrange(self) -> None:
        """Beside each other where there is room, else under each other."""
        compact = theme.is_large() or self._page.width() < _NARROW
        if compact == self._compact:
            return
        self._compact = compact
        self.rail.setVisible(not compact)
        self.top.setVisible(compact)
        self._side.set_compact(compact=compact)
        way = QBoxLayout.Direction.BottomToTop if compact else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(way)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self._page)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for layout in (whole, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(row, 1)
        row.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        row.addLayout(right, 1)
        right.addWidget(self._middle(), 1)
        right.addWidget(rule())
        right.addWidget(self._footer())

    def _middle(self) -> QScrollArea:
        ground = QWidget()
        ground.setProperty("ground", "none")
        side = theme.px(_SIDE) if not theme.is_large() else 24
        self._body.setContentsMargins(side, theme.px(36), side, theme.px(24))
        self._body.setSpacing(theme.px(32))
        self.stack.setMaximumWidth(theme.px(_TEXT))
        told = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.stack, 100)
        told.addStretch(1)
        self._body.addLayout(told, 1)
        self._body.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        ground.setLayout(self._body)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        return scroll

    def _footer(self) -> QWidget:
        holder = QWidget()
        outer = QVBoxLayout(holder)
        side = theme.px(_SIDE) if not theme.is_large() else 24
        outer.setContentsMargins(side, theme.px(12), side, theme.px(12))
        inside = QWidget()
        flow = Flow(inside, spacing=theme.px(12))
        for widget in (self.following, self.previous, self.full_screen):
            flow.addWidget(widget)
        outer.addWidget(inside)
        keys = Prose(tr("Space or → next step, ← previous step, F11 full screen, Esc close"), "caption", "text3")
        outer.addWidget(keys)
        if theme.is_large():
            keys.hide()
        return holder


class _End(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(Prose(tr("That was the last step"), "question", name="session.end"))
        told = tr("Write down what you take along while it is fresh. A few words are enough.")
        column.addWidget(Prose(told, "prompt", "text2"))
        self.harvest = button(tr("Write down the harvest"), icon="pen-line", name="session.harvest")
        column.addSpacing(theme.px(8))
        column.addWidget(self.harvest, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
