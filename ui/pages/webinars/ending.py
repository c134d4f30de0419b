"""The foot of an experiment: how it ends, and how it goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.experiments import ENDINGS, State, is_over
from journal.text import tr
from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.flow import Flow
from ui.widgets.scrolling import show_whole
from ui.widgets.segments import Segments
from ui.widgets.words import button, clear, rule, words


def state_words(state: str) -> str:
    """How an experiment stands, as a word."""
    return {
        State.RUNNING: tr("running"),
        State.LET_GO: tr("let go"),
        State.IMPROVE: tr("improve"),
        State.GO_ON: tr("go on"),
        State.STOPPED: tr("stopped"),
    }[State(state)]


class Ending(QWidget):
    """Signals: ``state_chosen(state)``, ``follow_requested``, ``more_toggled(bool)``.

    ``known``: makes the field for what one knows after stopping.
    """

    state_chosen = Signal(str)
    follow_requested = Signal()
    more_toggled = Signal(bool)

    def __init__(self, state: str, name: str, known: Callable[[], AnswerEdit], *, upright: bool) -> None:
        super().__init__()
        self._state, self._name, self._known, self._upright = state, name, known, upright
        self._asks, self._unfolded = False, False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(14), 0, 0)
        self._column.setSpacing(theme.px(12))
        self._build()

    def ask(self) -> None:
        """Ask how it ends."""
        self._asks = True
        self._build()
        choices = self.findChildren(Segments)[-1]
        choices.show()
        choices.segments[0].setFocus(Qt.FocusReason.OtherFocusReason)
        show_whole(self)

    def show_state(self, state: str) -> None:
        """It ended, or runs again."""
        self._state, self._asks = state, False
        self._build()

    def _build(self) -> None:
        clear(self)
        if is_over(self._state):
            self._build_ended()
        elif self._asks:
            self._build_question()
        self._build_buttons()

    def _build_ended(self) -> None:
        if self._state == State.STOPPED:
            asked = words(tr("Stopping is an outcome too. What do you know now?"), "ui_bold")
            field = self._known()
            asked.setBuddy(field)
            self._column.addWidget(asked)
            self._column.addWidget(field)
            self._column.addWidget(rule())
        else:
            said = tr("How it ended: {state}.", state=state_words(self._state))
            self._column.addWidget(words(said, "ui", "text2", name=f"{self._name}.ended"))

    def _build_question(self) -> None:
        self._column.addWidget(words(tr("How do you finish this experiment?"), "ui_bold"))
        self._column.addWidget(words(tr("Each outcome is as good as the others."), "caption", "text2"))
        choices = Segments([state_words(state) for state in ENDINGS], name=f"{self._name}.outcome")
        choices.setAccessibleName(tr("How do you finish this experiment?"))
        choices.chosen.connect(lambda index: self.state_chosen.emit(str(ENDINGS[index])))
        self._column.addWidget(choices)

    def _build_buttons(self) -> None:
        line = QWidget()
        row = Flow(line, spacing=theme.px(8))
        if is_over(self._state):
            again = button(tr("Take it up again"), icon="undo-2", name=f"{self._name}.again")
            again.clicked.connect(lambda: self.state_chosen.emit(str(State.RUNNING)))
            row.addWidget(again)
        elif self._asks:
            back = button(tr("Not yet"), name=f"{self._name}.not_yet")
            back.clicked.connect(lambda: self.show_state(self._state))
            row.addWidget(back)
        else:
            finish = button(tr("Finish experiment"), icon="check", name=f"{self._name}.finish")
            finish.clicked.connect(self.ask)
            row.addWidget(finish)
        follow = button(tr("Go on as a new experiment"), "text", name=f"{self._name}.follow")
        follow.clicked.connect(self.follow_requested)
        row.addWidget(follow)
        more = button(tr("More questions"), "text", icon="chevron-down", name=f"{self._name}.more")
        more.setCheckable(True)
        more.setChecked(self._unfolded)
        more.toggled.connect(self._unfold)
        row.addWidget(more)
        self._column.addWidget(line)

    def _unfold(self, on: bool) -> None:
        self._unfolded = on
        self.more_toggled.emit(on)
