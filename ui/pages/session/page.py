"""Leading a meeting, for the group's laptop or one's own. Of the journal only the question shows, and only when asked.

The clock follows the time and counts no ticks: a computer that slept tells the right minutes when it wakes.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from journal.domain import meeting_clock
from journal.domain.meeting_clock import MeetingClock
from journal.errors import JournalError
from journal.storage.meeting_words import MeetingWords, meeting_words
from journal.text import say, tr, trn
from ui.pages.session.frame import Frame
from ui.pages.session.question_view import QuestionView
from ui.pages.session.ready_view import ReadyView
from ui.pages.session.side import ClockSide
from ui.pages.session.step_view import StepView
from ui.store import Store
from ui.widgets.speak import announce
from ui.widgets.step_rail import RailStep

SESSION = "session"
_TICK_MS, _LATE_S = 1000, 15 * 60
"""So long past the end of a step somebody is still taken to be there."""
_READY, _RUNNING, _ENDED = range(3)


class SessionPage(QWidget):
    """``done_requested`` goes back; ``awake_requested`` while time passes; ``present_requested`` while others look."""

    done_requested = Signal()
    awake_requested = Signal()
    present_requested = Signal(bool)
    harvest_requested = Signal(int)
    """Write down what this preparation's meeting yielded."""

    def __init__(
        self, store: Store, method_id: str = "", preparation_id: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(SESSION)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Lead the meeting"))
        self._store, self._preparation_id = store, preparation_id
        methods = store.guidance.methods
        self.method = next((each for each in methods if each.id == method_id), methods[0])
        self.clock: MeetingClock | None = None
        self.ended = False
        self._made_full = False
        self.ready = ReadyView(methods, with_question=preparation_id > 0)
        self.step, self.side, self.question = StepView(self._label_of), ClockSide(), QuestionView()
        self.frame = Frame(self, self.ready, self.step, self.side, self.question)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._connect()
        self.take_method(self.method.id)

    def refresh(self) -> None:
        """What is led stays as it is."""

    def settle(self) -> bool:
        """Nothing is written here."""
        return True

    def take_method(self, method_id: str) -> None:
        """Lead by this method; only before it begins."""
        self.method = next(each for each in self._store.guidance.methods if each.id == method_id)
        words = self._read_words()
        self._later = {piece.prompt_id: piece for piece in words.later}
        self.question.show_words(words.title, words.question)
        self.ready.show_method(self.method)
        self._show()

    def begin(self) -> None:
        """The first step, and the clock runs."""
        self.clock = MeetingClock(tuple(step.minutes for step in self.method.steps))
        self.clock.start(self._store.now())
        self.question.set_shown(on=self.ready.show_question.isChecked())
        self._show()
        self.setFocus()

    def go(self, step: int) -> None:
        """To another step; past the last one is the end."""
        if self.clock is None:
            return
        self.ended = step >= len(self.method.steps)
        now = self._store.now()
        if self.ended:
            self.clock.pause(now)
        else:
            self.clock.go(step, now)
            self.clock.start(now)
        self._show()

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        if self.clock is None:
            return
        now = self._store.now()
        if self.clock.running:
            self.clock.pause(now)
        else:
            self.clock.start(now)
        self.tick()

    def more(self) -> None:
        """Five minutes more for this step."""
        if self.clock is not None:
            self.clock.more()
            self._show_steps()
            self.tick()

    def tick(self) -> None:
        """Show the time as it is now."""
        clock = self.clock
        if clock is None or self.ended:
            self._timer.stop()
            return
        now = self._store.now()
        left = clock.left(now)
        self.side.face.show_left(left, clock.share_left(now), running=clock.running)
        self.side.show_rest(clock.to_come(now), running=clock.running)
        if clock.running:
            self._timer.start()
            if left > -_LATE_S:
                self.awake_requested.emit()
        else:
            self._timer.stop()

    def toggle_full_screen(self) -> None:
        """The whole screen, or the window as it was."""
        window = self.window()
        full = bool(window.windowState() & Qt.WindowState.WindowFullScreen)
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._made_full = not full
        self.frame.full_screen.setText(tr("Full screen") if full else tr("Leave full screen"))

    def step_id(self) -> str:
        """Where this meeting is, to come back to after the lock: no word of the journal is in it."""
        written = "" if self.clock is None or self.ended else self.clock.written()
        return f"{SESSION} {self.method.id} {self._preparation_id} {written}".strip()

    def take_up(self, written: str) -> None:
        """Go on with a meeting that the lock came between. The question is hidden again."""
        self.clock = meeting_clock.read(tuple(step.minutes for step in self.method.steps), written)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Space goes on; the arrows are shortcuts."""
        if event.key() == Qt.Key.Key_Escape:
            self.done_requested.emit()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._forward()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Others may see along from here."""
        super().showEvent(event)
        self.present_requested.emit(True)
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """The window as it was, and nobody sees along any more."""
        if self._made_full:
            self.toggle_full_screen()
            self._made_full = False
        self._timer.stop()
        self.present_requested.emit(False)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or under each other."""
        super().resizeEvent(event)
        self.frame.arrange()

    def _connect(self) -> None:
        frame = self.frame
        self.ready.method_chosen.connect(self.take_method)
        self.side.pause_requested.connect(self.pause)
        self.side.more_requested.connect(self.more)
        frame.previous.clicked.connect(lambda: self._step(-1))
        frame.following.clicked.connect(self._forward)
        frame.end.harvest.setVisible(self._preparation_id > 0)
        frame.end.harvest.clicked.connect(lambda: self.harvest_requested.emit(self._preparation_id))
        frame.full_screen.clicked.connect(self.toggle_full_screen)
        for way in (frame.rail, frame.top):
            way.closed_requested.connect(self.done_requested)
            way.step_requested.connect(self._go_to)
        for keys, action in (
            ("Right", lambda: self._step(1)),
            ("Left", lambda: self._step(-1)),
            ("F11", self.toggle_full_screen),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _forward(self) -> None:
        if self.clock is None:
            self.begin()
        elif self.ended:
            self.done_requested.emit()
        else:
            self._step(1)

    def _step(self, by: int) -> None:
        if self.clock is not None:
            at = len(self.method.steps) if self.ended else self.clock.step
            self.go(min(max(at + by, 0), len(self.method.steps)))

    def _go_to(self, step_id: str) -> None:
        number = next(number for number, step in enumerate(self.method.steps) if step.id == step_id)
        if self.clock is None:
            self.begin()
        self.go(number)

    def _show(self) -> None:
        clock, steps = self.clock, self.method.steps
        view = _READY if clock is None else _ENDED if self.ended else _RUNNING
        following = self.frame.following
        following.setText(tr("Begin") if view == _READY else tr("Close") if view == _ENDED else tr("Next step"))
        self._show_steps()
        if clock is not None and view == _RUNNING:
            step = steps[clock.step]
            later = [self._later[id_] for id_ in step.reveals if id_ in self._later]
            self.step.show_step(self.method, clock.step, later)
            following.setText(tr("Round off") if clock.is_last else tr("Next step"))
            self.frame.previous.setEnabled(clock.step > 0)
            announce(self, tr("{step}, {n} minutes", step=say(step.name), n=clock.given()))
        self.frame.show(view)
        self.tick()

    def _show_steps(self) -> None:
        clock = self.clock
        at = -1 if clock is None else len(self.method.steps) if self.ended else clock.step
        extra = clock.extra if clock else [0] * len(self.method.steps)
        rows = [
            RailStep(step.id, say(step.name), trn("{n} minute", "{n} minutes", step.minutes + more), done=number < at)
            for number, (step, more) in enumerate(zip(self.method.steps, extra, strict=True))
        ]
        here = self.method.steps[at].id if 0 <= at < len(rows) else ""
        self.frame.rail.show_steps(say(self.method.name), rows, here)
        self.frame.top.show_steps(rows, here)

    def _read_words(self) -> MeetingWords:
        """Nothing but these words is read for this page. Trouble with the journal is told by the window."""
        if not self._preparation_id:
            return MeetingWords("", "", ())
        try:
            return self._store.read(meeting_words, self._preparation_id, self.method.apart)
        except JournalError:
            return MeetingWords("", "", ())

    def _label_of(self, prompt_id: str) -> str:
        prompt = self._store.guidance.prompt(prompt_id)
        return say(prompt.label or prompt.ask)
