"""What grows from a harvest: an experiment, and a learning question that shifted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.storage.experiments import ExperimentLine
from journal.text import tr
from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.prose import Prose
from ui.widgets.text_link import TextLink
from ui.widgets.words import button, clear


class Onward(QWidget):
    """``experiment_requested`` makes one, ``shift_requested`` goes to the question, ``opened(experiment id)``."""

    experiment_requested = Signal()
    shift_requested = Signal()
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.experiment = button(tr("Make it an experiment"), icon="flask-conical", name="meeting.experiment")
        self.experiment.clicked.connect(self.experiment_requested)
        shift = button(tr("My learning question shifted by this"), icon="message-circle-question", name="meeting.shift")
        shift.clicked.connect(self.shift_requested)
        buttons = QWidget()
        flow = Flow(buttons, spacing=theme.px(8))
        flow.addWidget(self.experiment)
        flow.addWidget(shift)
        self._reason = Prose(tr("For an experiment, write first what you will do."), "caption", "text3")
        self._made = QWidget()
        self._links = QVBoxLayout(self._made)
        self._links.setContentsMargins(0, theme.px(10), 0, 0)
        self._links.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, theme.px(4))
        column.setSpacing(theme.px(6))
        column.addWidget(buttons)
        column.addWidget(self._reason)
        column.addWidget(self._made)
        self.show_made([], ready=False)

    def set_ready(self, ready: bool) -> None:
        """Whether there is something to make an experiment of."""
        self.experiment.setEnabled(ready)
        self._reason.setVisible(not ready)

    def show_made(self, lines: Sequence[ExperimentLine], *, ready: bool) -> None:
        """The experiments that came of this meeting, each with the way to it."""
        self.set_ready(ready)
        clear(self._made)
        self._made.setVisible(bool(lines))
        if lines:
            self._links.addWidget(Prose(tr("Experiments from this meeting"), "caption", "text3"))
        for line in lines:
            name = line.title or tr("Experiment without a name")
            link = TextLink(name, line.entry_id, name=f"meeting.experiment.{line.entry_id}")
            link.chosen.connect(self.opened)
            self._links.addWidget(link)
