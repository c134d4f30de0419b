"""The first start: trust, dates, the lock, and a first learning question."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal import guidance_files
from journal.errors import JournalError
from journal.settings import Settings
from journal.storage import database, journeys, keys
from journal.storage.database import OpenJournal
from journal.storage.journeys import PlannedMeeting
from journal.text import tr
from ui import jobs, theme
from ui.pages.start.passphrase import PassphraseStep
from ui.pages.start.programme import Plan, ProgrammeStep
from ui.pages.start.question import QuestionStep
from ui.pages.start.welcome import WelcomeStep
from ui.store import Store
from ui.widgets.prose import Prose
from ui.widgets.start_footer import StartFooter
from ui.widgets.start_panel import StartPanel, step_names
from ui.widgets.start_step import COLUMN, MARGIN, NARROW, StartStep

_BUSY_AFTER_MS = 400
WELCOME, PROGRAMME, PASSPHRASE, QUESTION = range(4)


class StartPage(QWidget):
    """Four pages. The journal is made on leaving the third; from then on ``journal`` is open until ``opened``.

    ``opened(OpenJournal)``: the first question is taken along or put off. ``existing_requested()``: there is a
    journal already. Who closes or locks the window calls ``settle()`` and then ``shut()``: the journal stays.
    """

    opened = Signal(object)
    existing_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = database.utc_now,
        cost: keys.Cost = keys.USUAL_COST,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.settings, self.folder = settings, folder
        self.journal: OpenJournal | None = None
        self._now, self._cost = now, cost
        self._root = keys.new_root()
        self._steps: list[StartStep | None] = [None] * 4
        self._store: Store | None = None
        self._making = False
        self._half_made: OpenJournal | None = None
        """A journal that was made while its journey could not be written: the next try goes on with it."""
        self._place = WELCOME
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_BUSY_AFTER_MS)
        self._lay_out()
        self._patience.timeout.connect(self._footer.show_busy)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self.back)
        self.setFocusProxy(self._footer.next)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.shut)
        self._go(WELCOME)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything that can be kept is kept."""
        step = self._steps[QUESTION]
        return step.guide.settle() if isinstance(step, QuestionStep) else True

    def shut(self) -> None:
        """Close the journal that was made here, when nobody took it over."""
        for journal in (self.journal, self._half_made):
            if journal is not None:
                journal.close()
        self.journal = self._half_made = None

    def place(self) -> int:
        """The present page, from 0."""
        return self._place

    def back(self) -> None:
        """The page before this one."""
        step = self._steps[self._place]
        if self._making:
            return
        if isinstance(step, QuestionStep):
            step.guide.back()
        elif self._place > WELCOME:
            self._go(self._place - 1)

    def advance(self) -> None:
        """The next page, when this one is complete."""
        step = self._steps[self._place]
        if step is None or self._making or not step.can_leave():
            return
        if isinstance(step, QuestionStep):
            step.guide.advance()
        elif isinstance(step, PassphraseStep) and self.journal is None:
            self._make(step)
        else:
            if isinstance(step, ProgrammeStep) and self.journal is not None:
                self._keep_dates(step.plan())
            self._go(self._place + 1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever takes this page away, nothing typed goes with it."""
        self.settle()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has the steps in one line on top."""
        super().resizeEvent(event)
        narrow = theme.is_large() or self.width() < NARROW
        self._panel.setVisible(not narrow)
        self._line.setVisible(narrow)

    def _lay_out(self) -> None:
        self._panel = StartPanel()
        self._line = Prose("", "ui_bold", "text2", name="start.line")
        self._stack = QStackedWidget()
        self._footer = StartFooter("start", stacked=theme.is_large())
        self._footer.next_requested.connect(self.advance)
        self._footer.back_requested.connect(self.back)
        self._footer.aside_requested.connect(self._aside)
        roomy = not theme.is_large()
        self._line.setContentsMargins(MARGIN if roomy else 32, 24, 24, 0)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(MARGIN if roomy else 32, 0, MARGIN if roomy else 32, 0)
        if roomy:
            self._footer.setMaximumWidth(COLUMN)
        bottom.addWidget(self._footer, 1)
        right = QWidget()
        right.setProperty("ground", "surface")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._stack, 1)
        column.addLayout(bottom)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel)
        row.addWidget(right, 1)

    def _go(self, place: int) -> None:
        step = self._steps[place] or self._built(place)
        self._place = place
        self._stack.setCurrentWidget(step)
        self._panel.show_step(place)
        name = step_names()[place]
        self._line.setText(tr("Step {number} of 4: {name}", number=place + 1, name=name))
        self.setAccessibleName(self._line.text())
        self._show_footing()
        step.arrive()

    def _built(self, place: int) -> StartStep:
        step = self._new_step(place)
        step.changed.connect(self._show_footing)
        step.next_requested.connect(self.advance)
        self._steps[place] = step
        self._stack.addWidget(step)
        return step

    def _new_step(self, place: int) -> StartStep:
        if place == WELCOME:
            return WelcomeStep()
        if place == PROGRAMME:
            return ProgrammeStep(self._today())
        if place == PASSPHRASE:
            passphrase = PassphraseStep(keys.recovery_code(self._root))
            passphrase.folder_chosen.connect(self._move_to)
            return passphrase
        assert self._store is not None
        question = QuestionStep(self._store)
        question.guide.left.connect(lambda: self._go(PASSPHRASE))
        question.guide.taken.connect(self._finish)
        question.guide.later.connect(self._finish)
        return question

    def _show_footing(self) -> None:
        step = self._steps[self._place]
        if step is not None and not self._making:
            self._footer.show_footing(step.footing())

    def _aside(self) -> None:
        step = self._steps[self._place]
        if isinstance(step, QuestionStep):
            step.guide.put_off()
        else:
            self.existing_requested.emit()

    def _today(self) -> dt.date:
        return self._now().astimezone().date()

    def _move_to(self, folder: Path) -> None:
        self.folder = folder
        if self._half_made is not None:
            self._half_made.close()  # an empty journal stays where it could not be finished; nothing was written in it
            self._half_made = None
        self.advance()

    def _make(self, step: PassphraseStep) -> None:
        chosen = self._steps[PROGRAMME]
        assert isinstance(chosen, ProgrammeStep)
        plan, passphrase, folder = chosen.plan(), step.passphrase(), self.folder
        today = self._today()
        self._making = True
        step.set_busy(busy=True)
        step.say_trouble(None)
        self._footer.setEnabled(False)
        self._patience.start()

        def make() -> OpenJournal:
            if self._half_made is None:
                self._half_made = database.create(folder, passphrase, self._root, now=self._now, cost=self._cost)
            else:
                self._half_made.set_passphrase(passphrase, cost=self._cost)
            _begin(self._half_made, plan, today)
            return self._half_made

        jobs.run(self, make, self._made, self._not_made)

    def _made(self, journal: OpenJournal) -> None:
        self.journal, self._half_made = journal, None
        self._end_making()
        journey = journal.read(journeys.current)
        assert journey is not None
        assert journey.id is not None
        guidance = guidance_files.for_journey(journey.programme_id, journey.programme_source)
        self._store = Store(journal, guidance, journey.id, now=self._now, parent=self)
        passphrase, programme = self._steps[PASSPHRASE], self._steps[PROGRAMME]
        assert isinstance(passphrase, PassphraseStep)
        assert isinstance(programme, ProgrammeStep)
        passphrase.keep()
        programme.keep_programme()
        self._go(QUESTION)

    def _not_made(self, error: Exception) -> None:
        self._end_making()
        step = self._steps[PASSPHRASE]
        assert isinstance(step, PassphraseStep)
        if not isinstance(error, JournalError):
            raise error
        step.say_trouble(error)

    def _end_making(self) -> None:
        self._making = False
        self._patience.stop()
        self._footer.setEnabled(True)
        step = self._steps[PASSPHRASE]
        if isinstance(step, PassphraseStep):
            step.set_busy(busy=False)
        self._show_footing()

    def _keep_dates(self, plan: Plan) -> None:
        assert self._store is not None
        for meeting in self._store.read(journeys.meetings, self._store.journey_id):
            dates = plan.dates.get(meeting.session_id)
            first, last = (dates.first, dates.last) if dates else (None, None)
            if meeting.id is not None and (meeting.starts_on, meeting.ends_on) != (first, last):
                self._store.do(journeys.set_dates, self, meeting.id, first, last)

    def _finish(self) -> None:
        journal, self.journal = self.journal, None
        self.opened.emit(journal)


def _begin(journal: OpenJournal, plan: Plan, today: dt.date) -> None:
    """Set out on the journey, with a meeting for every session of the programme."""
    meetings = []
    for session in plan.programme.sessions:
        dates = plan.dates.get(session.id)
        first, last = (dates.first, dates.last) if dates else (None, None)
        meetings.append(PlannedMeeting(session.id, session.kind, first, last))
    journal.do(journeys.begin, plan.programme.id, source=plan.source, began_on=today, meetings=meetings)
