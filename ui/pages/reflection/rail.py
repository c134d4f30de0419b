"""What stands around the writing: the rail, its narrow form on top, the learning question, the footer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal import dates
from journal.storage import questions
from journal.text import say, tr
from ui import theme
from ui.pages.reflection.written import Written
from ui.store import Store
from ui.widgets.arrow_button import back_button, next_button
from ui.widgets.saved_state import SavedState
from ui.widgets.step_rail import StepMenu, StepRail
from ui.widgets.words import button, rule, words

RAIL_WIDTH = 247
"""With its edge 248."""


def ground(widget: QWidget, token: str) -> QWidget:
    """Give a widget the ground of a token."""
    widget.setProperty("ground", token)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def heading(written: Written) -> tuple[str, str, str]:
    """What is written: kind, name, date. A reflection is named after its meeting, a note after its day."""
    entry, meeting, guidance = written.entry, written.meeting, written.store.guidance
    kind = say(guidance.form(entry.form_id).name)
    if meeting is not None and any(session.id == meeting.session_id for session in guidance.programme.sessions):
        when = dates.span(meeting.starts_on, meeting.ends_on, year=True) if meeting.starts_on else ""
        return kind, say(guidance.session(meeting.session_id).name), when or dates.full(entry.written_on)
    return "", entry.title or kind, dates.full(entry.written_on)


def saved_line(written: Written) -> SavedState:
    """When this was last saved, kept up to date."""
    made = SavedState()
    if written.saved_at is not None:
        made.saved(written.saved_at)
    written.store.saved.connect(made.saved)
    written.store.failed.connect(made.failing)
    return made


class Rail(QWidget):
    """The way back, what is written, the steps, and when it was saved."""

    closed_requested = Signal()
    depth_requested = Signal()

    def __init__(self, written: Written) -> None:
        super().__init__()
        ground(self, "nav")
        self.setObjectName("reflection.rail")
        self.setFixedWidth(RAIL_WIDTH)
        self.setMinimumHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.steps = StepRail(name="reflection.rail")
        self.saved = saved_line(written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(31), 0, 0)
        column.setSpacing(0)
        back = back_button(tr("The journey"), name="reflection.close")
        back.clicked.connect(self.closed_requested)
        column.addLayout(_inset(back, stretch=True))
        column.addSpacing(theme.px(27))
        self._kind = words("", "caption", "text3")
        self._name = words("", "card_title", name="reflection.name")
        self._when = words("", "caption", "text3")
        self._when.setMinimumHeight(theme.px(20))
        for label, gap in ((self._kind, 2), (self._name, 2), (self._when, 0)):
            column.addLayout(_inset(label))
            column.addSpacing(theme.px(gap))
        column.addSpacing(theme.px(20))
        steps = QHBoxLayout()
        steps.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        steps.addWidget(self.steps)
        column.addLayout(steps)
        self._depth = button(tr("Write in another way"), "link", name="reflection.depth")
        self._depth.clicked.connect(self.depth_requested)
        column.addStretch(1)
        column.addLayout(_inset(self._depth, stretch=True))
        column.addSpacing(theme.px(12))
        self._skip = words(tr("You may skip steps or come back later."), "caption", "text3")
        column.addLayout(_inset(self._skip))
        column.addSpacing(theme.px(12))
        column.addLayout(_inset(rule()))
        column.addSpacing(theme.px(11))
        column.addLayout(_inset(self.saved))
        column.addSpacing(theme.px(13))

    def show_heading(self, written: Written, *, steps: int) -> None:
        """Show what is written; the words about skipping only where there is something to skip."""
        for label, text in zip((self._kind, self._name, self._when), heading(written), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self._skip.setVisible(steps > 1)
        self._depth.setVisible(written.entry.form_id == "reflection" and steps > 0)


class TopBar(QWidget):
    """The rail's narrow form: back, the steps as a drop-down, and whether it was saved."""

    closed_requested = Signal()

    def __init__(self, written: Written) -> None:
        super().__init__()
        ground(self, "nav")
        self.steps = StepMenu(name="reflection.menu")
        self.saved = saved_line(written)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, theme.px(6), 40, theme.px(6))
        back = back_button(tr("The journey"), name="reflection.close.top")
        back.clicked.connect(self.closed_requested)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.steps)
        row.addStretch(1)
        row.addWidget(self.saved)


class QuestionBand(QWidget):
    """The present learning question, never hidden."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        ground(self, "bg")
        self._store = store
        row = QHBoxLayout(self)
        around = theme.px(7 if theme.is_large() else 12)
        row.setContentsMargins(40, around + 1, 40, around - 1)
        row.setSpacing(theme.px(16) if not theme.is_large() else theme.px(9))
        self._label = words(tr("My learning question"), "caption", "text3", wrap=False)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._question = words("", "read_italic", name="reflection.question")
        row.addWidget(self._question, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(63 if not theme.is_large() else theme.px(38))
        self.refresh()

    def refresh(self) -> None:
        """Show the newest version."""
        found = self._store.read(questions.current, self._store.journey_id)
        text = found.text.strip() if found else ""
        self._question.setText(text or tr("Your learning question may still come."))
        self._question.setProperty("ink", "text" if text else "text3")


class Footer(QWidget):
    """Back to the step before, on to the next."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "bg")
        self.back = back_button("", name="reflection.back")
        self.next = next_button("", name="reflection.next")
        self.done = button("", "primary", name="reflection.finish")
        self.attach = button(tr("Drawing or photo"), "text", name="reflection.attach")
        self.attach.hide()
        self.setMinimumHeight(theme.px(71) if not theme.is_large() else theme.px(51))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, theme.px(8), 40, theme.px(8))
        inner = QWidget()
        inner.setMaximumWidth(max(952, theme.px(952)))
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.attach)
        row.addWidget(self.next)
        row.addWidget(self.done)
        outer.addWidget(inner, 1000)
        outer.addStretch(0)

    def show_ways(self, back: str, on: str, done: str) -> None:
        """Name the ways; an empty name hides one."""
        ways = ((self.back, back), (self.next, on), (self.done, done))
        for made, text in ways:
            short = made is self.back and theme.is_large()
            made.setText(tr("Back") if short else text)
            made.setAccessibleName(text)
        for made, text in ways:  # after the words: showing lays out at once, and a window never shrinks back
            made.setVisible(bool(text))


def edge(*, upright: bool = False) -> QFrame:
    """The hairline between two grounds."""
    line = rule()
    if upright:
        line.setStyleSheet(f"background: {theme.colour_name('line')}; max-height: 16777215px; border: none;")
        line.setMaximumHeight(16_777_215)
        line.setFixedWidth(1)
    return line


def _inset(widget: QWidget, *, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
    row.addWidget(widget, 0 if stretch else 1)
    if stretch:
        row.addStretch(1)
    return row
