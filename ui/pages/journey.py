"""De reis: my question, where I am, and what is next."""

import datetime as dt
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal import dates
from journal.domain import progress
from journal.domain.position import Position, position
from journal.domain.progress import Kind, NextStep
from journal.errors import JournalError
from journal.settings import Settings
from journal.storage import entries, journeys
from journal.storage.home import Home, home
from journal.storage.places import PlaceNote
from journal.text import say, tr
from ui import days, theme
from ui.store import Store
from ui.widgets.journey_map_state import state_of
from ui.widgets.journey_places import JourneyPlaces
from ui.widgets.meeting_popover import MeetingPopover
from ui.widgets.next_step_card import NextStepCard
from ui.widgets.next_step_words import activity_words, offer
from ui.widgets.popover import Popover
from ui.widgets.programme_card import ProgrammeCard
from ui.widgets.question_block import QuestionBlock
from ui.widgets.stage_popover import StagePopover, Written

_REFLECTION = "reflection"
_WIDEST, _SIDE, _TOP, _BOTTOM, _GAP = 1120, 32, 30, 32, 20
_STEP_WIDTH, _CARDS_HIGH = 312, 238
_BESIDE_FROM = 800
"""Narrower than this, the cards stand under each other."""


class JourneyPage(QScrollArea):
    """The first page. Of the settings it heeds "map as a list" and "less motion"."""

    reflect_requested = Signal(int, str)
    entry_requested = Signal(int)
    note_requested = Signal()
    question_requested = Signal()
    intervisie_requested = Signal()
    harvest_requested = Signal(int)
    write_at_stage_requested = Signal(str)
    dates_requested = Signal()

    def __init__(self, store: Store, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = settings or Settings()
        self._store, self._still = store, settings.less_motion
        self._home: Home | None = None
        self._step = NextStep(Kind.NOTHING)
        self._popover: Popover | None = None
        store.undoing.stepped.connect(self._stepped)
        self.setObjectName("journey")
        self.setAccessibleName(tr("The journey"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no stop for Tab, that nobody would see
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.question = QuestionBlock()
        self.places = JourneyPlaces(store.guidance.stages, as_list=settings.map_as_list)
        self.next_step = NextStepCard()
        self.programme = ProgrammeCard(store.guidance)
        self._column = QWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._shut_popover()
        today = self._store.today()
        seen_before = self._home is not None
        found = self._home = self._store.read(
            home, self._store.journey_id, today, forms=self._store.guidance.reflection_ids()
        )
        question = found.question
        first_on = question.written_on if question and question.number == 1 else None
        self.question.show_question(question.text if question else "", first_on=first_on, today=today)
        walk = seen_before and not self._still
        self.places.set_state(state_of(found.walked, self._store.guidance, today), walk=walk)
        self._step = progress.next_step(
            progress.Situation(
                today,
                found.meetings,
                found.reflections,
                found.experiments,
                found.intervisie_on,
                found.postponed,
                self._store.guidance.looked_back_kinds(),
                found.met,
            )
        )
        self.next_step.show_offer(offer(self._step, self._store.guidance, today, self._position()))
        self.programme.setVisible(not found.intervisie_only)
        self.programme.show_meetings(found.meetings, found.reflections, today)
        parts = (self.question, self.places, self.next_step, self.programme)
        for before, after in pairwise([control for part in parts for control in part.controls()]):
            QWidget.setTabOrder(before, after)

    def settle(self) -> bool:
        """Nothing is written on this page itself."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards beside each other, or under each other where it is narrow."""
        if event.size().width() != event.oldSize().width():
            self._shut_popover()
        self._arrange(event.size().width())  # first, for the scroll area measures its content next
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("ground", "none")
        around = QHBoxLayout(content)
        around.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        around.setSpacing(0)
        self._column.setMaximumWidth(_WIDEST)
        around.addWidget(self._column, 1)
        around.addStretch(0)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addWidget(self.places)
        column.addSpacing(_GAP)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(_GAP)
        self._cards.addWidget(self.next_step)
        self._cards.addWidget(self.programme, 1)
        column.addLayout(self._cards)
        # The map takes what room there is; without one that is at the bottom, and not under the question.
        column.addStretch(0 if self._store.guidance.stages else 1)
        self.setWidget(content)
        self._arrange(_WIDEST)
        self.places.setVisible(bool(self._store.guidance.stages))

    def _arrange(self, width: int) -> None:
        upright = theme.is_large() or width < _BESIDE_FROM
        self.question.set_upright(upright=upright)
        self.programme.set_upright(upright=upright)
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(way)
        self.next_step.setMinimumWidth(0 if upright else theme.px(_STEP_WIDTH))
        self.next_step.setMaximumWidth(_WIDEST if upright else theme.px(_STEP_WIDTH))
        for card in (self.next_step, self.programme):
            card.setMinimumHeight(0 if upright else _CARDS_HIGH)

    def _connect(self) -> None:
        self.question.requested.connect(self.question_requested)
        self.places.stage_activated.connect(self._open_stage)
        self.places.entry_activated.connect(self.entry_requested)
        self.next_step.chosen.connect(self._take_step)
        self.programme.meeting_activated.connect(self._open_meeting)
        self.programme.dates_requested.connect(self.dates_requested)

    def _position(self) -> Position | None:
        """How far the reflection is that waits to be finished."""
        if self._step.kind is not Kind.RESUME:
            return None
        whole = self._store.read(entries.whole, self._step.entry_id)
        answered = {id_ for id_, answer in whole.answers.items() if answer.text.strip() or answer.settled}
        placed = [placement.stage_id for placement in whole.placements if placement.who == "me"]
        forms = {"short": "reflection_short", "free": "reflection_free"}
        form = self._store.guidance.form(forms.get(whole.entry.depth or "", whole.entry.form_id))
        return position(self._store.guidance, form, answered, placed)

    def _take_step(self, action: str) -> None:
        step = self._step
        match action:
            case "resume" | "experiment":
                self.entry_requested.emit(step.entry_id)
            case "begin":
                self.reflect_requested.emit(step.meeting_id, "")
            case "short":
                self.reflect_requested.emit(step.meeting_id, "short")
            case "prepare":
                self.intervisie_requested.emit()
            case "harvest":
                self.harvest_requested.emit(step.preparation_id)
            case "note":
                self.note_requested.emit()
            case "explore":
                self.ensureWidgetVisible(self.places)
                self.places.focus_stage(self._store.guidance.stages[0].id)
            case "later":
                # After the button's own click: refreshing takes the button away.
                QTimer.singleShot(0, self._postpone)

    def _stepped(self) -> None:
        """Something was taken back or done again: show it."""
        if self.isVisible():
            self.refresh()

    def _postpone(self) -> None:
        tomorrow = self._store.today() + dt.timedelta(days=1)
        key = self._step.key
        if self._try(journeys.postpone, key, tomorrow):
            days.put_off(self._store, key, self._store.today(), tomorrow)
            self.next_step.focus_first()

    def _try(self, operation: object, *args: object) -> bool:
        try:
            self._store.do(operation, self, *args)  # type: ignore[arg-type]
        except JournalError:
            return False  # the store has told; what is shown is still what is in the journal
        self.refresh()
        return True

    def _open_stage(self, stage_id: str) -> None:
        guidance = self._store.guidance
        notes = {note.entry_id: note for note in self._seen().walked.notes if note.stage_id == stage_id}
        written = [Written(note.entry_id, self._note_words(note)) for note in reversed(notes.values())]
        panel = StagePopover(guidance.stage(stage_id), guidance.stage_number(stage_id), written, self._content())
        panel.entry_requested.connect(self.entry_requested)
        panel.write_requested.connect(self.write_at_stage_requested)
        self._open(panel, self.places, self.places.place_of(stage_id))

    def _note_words(self, note: PlaceNote) -> str:
        names = {session.id: say(session.name) for session in self._store.guidance.programme.sessions}
        title = note.title or names.get(note.session_id or "", "") or tr("Reflection")
        return f"{title}, {dates.middle(note.on)}"

    def _open_meeting(self, meeting_id: int) -> None:
        node = self.programme.nodes[meeting_id]
        session = next(
            (s for s in self._store.guidance.programme.sessions if s.id == self._session_id(meeting_id)), None
        )
        about = " · ".join(filter(None, (say(session.topic), activity_words(session.activity)))) if session else ""
        begun = node.first is not None and node.first <= self._store.today()
        form = self._store.guidance.form_of(self._session_id(meeting_id), node.kind)
        entry_id = self._store.read(entries.of_meeting, meeting_id, form.id) if form else None
        action = ""
        if entry_id is not None:
            unfinished = any(line.id == entry_id and not line.finished for line in self._seen().reflections)
            action = tr("Keep writing") if unfinished else tr("Read")
        elif form is not None and begun:
            action = tr("Reflect")
        length = session.days if session else 1
        panel = MeetingPopover(
            node, about=about, action=action, days=length, today=self._store.today(), parent=self._content()
        )
        panel.dates_chosen.connect(self._set_dates)
        panel.action_requested.connect(self._reflect_on)
        self._open(panel, self.programme, self.programme.place_of(meeting_id))

    def _session_id(self, meeting_id: int) -> str:
        return next(meeting.session_id for meeting in self._seen().meetings if meeting.id == meeting_id)

    def _reflect_on(self, meeting_id: int) -> None:
        kind = self.programme.nodes[meeting_id].kind
        form = self._store.guidance.form_of(self._session_id(meeting_id), kind)
        entry_id = self._store.read(entries.of_meeting, meeting_id, form.id) if form else None
        if entry_id is None:
            self.reflect_requested.emit(meeting_id, "")
        else:
            self.entry_requested.emit(entry_id)

    def _set_dates(self, meeting_id: int, first: dt.date, last: dt.date) -> None:
        before = next(meeting for meeting in self._seen().meetings if meeting.id == meeting_id)
        if self._try(journeys.set_dates, meeting_id, first, last):
            days.moved(self._store, before, first, last)
            button = self.programme.line.button_of(meeting_id)
            if button is not None:
                button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self, panel: Popover, owner: QWidget, place: QRect) -> None:
        self._shut_popover()
        self._popover = panel
        panel.closed.connect(self._forget_popover)
        panel.open_beside(place.translated(owner.mapTo(self._content(), QPoint())))

    def _forget_popover(self) -> None:
        self._popover = None

    def _shut_popover(self) -> None:
        if self._popover is not None:
            self._popover.shut()

    def _seen(self) -> Home:
        """What is shown now."""
        assert self._home is not None
        return self._home

    def _content(self) -> QWidget:
        content = self.widget()
        assert content is not None
        return content
