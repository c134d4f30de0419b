"""Your programme: all its dates, what can be filled in at any time, and the days for one's own calendar."""

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.domain.changes import Change
from journal.domain.records import Meeting
from journal.errors import JournalError
from journal.storage import journeys
from journal.text import say, tr
from ui import days, notices, theme
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.flow import Flow
from ui.widgets.meeting_row import MeetingRow
from ui.widgets.reading_order import in_reading_order
from ui.widgets.speak import announce
from ui.widgets.way_card import WayCard
from ui.widgets.words import button, clear, rule, top_column, words

_WIDEST = 968


class DatesPage(QScrollArea):
    """Dates are kept as they are changed. ``journey_changed`` comes on leaving, when names changed."""

    form_requested = Signal(str)
    journey_page_requested = Signal()
    journey_changed = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._names_changed = False
        self.rows: list[MeetingRow] = []
        self.setObjectName("dates")
        self.setAccessibleName(tr("Your programme"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(max(_WIDEST, theme.px(_WIDEST)))
        self._column = top_column(inside)
        self._column.setContentsMargins(32, theme.px(24), 32, theme.px(32))
        self._column.setSpacing(theme.px(10))
        self._list = QWidget()
        QVBoxLayout(self._list).setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.setWidget(inside)
        store.changed.connect(self._someone_changed)

    def refresh(self) -> None:
        """Show the meetings as they are now."""
        clear(self._list)
        self.rows = []
        guidance = self._store.guidance
        names = {session.id: say(session.name) for session in guidance.programme.sessions}
        layout = self._list.layout()
        assert layout is not None
        for meeting in self._store.read(journeys.meetings, self._store.journey_id):
            name = names.get(meeting.session_id) or meeting.own_name or meeting.session_id
            row = MeetingRow(meeting, name, self._store.today())
            self._connect(row)
            self.rows.append(row)
            layout.addWidget(row)
        in_reading_order(self)

    def settle(self) -> bool:
        """A name that is being typed is kept too."""
        for row in self.rows:
            if row.name.hasFocus():
                row.name.editingFinished.emit()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """On leaving, the other pages learn the new names."""
        super().hideEvent(event)
        if self._names_changed and not event.spontaneous():
            self._names_changed = False
            QTimer.singleShot(0, self, lambda: self.journey_changed.emit(""))  # once the next page is there

    def save_calendar(self, target: Path) -> None:
        """Write the days as an .ics file."""
        from journal import calendar_file, files  # a library that is seldom needed

        meetings = self._store.read(journeys.meetings, self._store.journey_id)
        data = calendar_file.render(
            self._store.guidance, meetings, journey_id=self._store.journey_id, now=self._store.now()
        )
        try:
            files.save(data, target)
        except JournalError as error:
            self._tell(notices.sentence(error))
            return
        self._tell(tr("Saved as {name}. Open it with your own calendar.", name=target.name))

    def _lay_out(self) -> None:
        column, programme = self._column, self._store.guidance.programme
        back = back_button(tr("The journey"), name="dates.back")
        back.clicked.connect(self.journey_page_requested)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words(say(programme.name), "question", name="dates.title"))
        column.addWidget(words(say(programme.summary), "ui", "text2"))
        bar = QWidget()
        flow = Flow(bar, spacing=12)
        calendar = button(tr("Dates for your calendar…"), icon="calendar", name="dates.calendar")
        calendar.clicked.connect(self._ask_calendar)
        flow.addWidget(calendar)
        column.addWidget(bar)
        self.said = words("", "ui", "text2", name="dates.said")
        self.said.hide()
        column.addWidget(self.said)
        if self._store.guidance.own_forms():
            self._add_forms()
        column.addSpacing(theme.px(8))
        column.addWidget(words(tr("Dates"), "card_title"))
        hint = tr("Move, rename or skip what you like. What you wrote about a meeting stays with it.")
        column.addWidget(words(hint, "ui", "text2"))
        column.addWidget(rule())
        column.addWidget(self._list)
        self.more = button(tr("Add a meeting"), "text", icon="plus", name="dates.add")
        self.more.clicked.connect(self._add)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_forms(self) -> None:
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(words(tr("To fill in whenever you like"), "card_title"))
        for form in self._store.guidance.own_forms():
            card = WayCard(say(form.name), say(form.hint), name=f"dates.form.{form.id}")
            card.setCheckable(False)
            card.clicked.connect(lambda _checked=False, id_=form.id: self.form_requested.emit(id_))
            self._column.addWidget(card)

    def _connect(self, row: MeetingRow) -> None:
        id_ = row.meeting_id
        row.renamed.connect(lambda name: self._rename(id_, name))
        row.dated.connect(lambda first, last: self._move(id_, first, last))
        row.skipped.connect(lambda skipped: self._skip(id_, skipped))
        row.removed.connect(lambda: self._take_away(row))

    def _rename(self, meeting_id: int, name: str) -> None:
        meeting = self._meeting(meeting_id)
        if meeting is None or (meeting.own_name or "") == name:
            return
        before = meeting.own_name or ""
        if self._try(journeys.rename, meeting_id, name):
            self._names_changed = True
            what = tr("another name for {meeting}", meeting=before or days.name_of(self._store, meeting))
            self._did(what, (journeys.rename, meeting_id, before), (journeys.rename, meeting_id, name))

    def _move(self, meeting_id: int, first: dt.date, last: dt.date) -> None:
        meeting = self._meeting(meeting_id)
        if meeting is None or not self._try(journeys.set_dates, meeting_id, first, last):
            return
        days.moved(self._store, meeting, first, last)

    def _skip(self, meeting_id: int, skipped: bool) -> None:
        meeting = self._meeting(meeting_id)
        if meeting is not None and self._try(journeys.skip, meeting_id, skipped):
            name = days.name_of(self._store, meeting)
            what = tr("not being at {meeting}", meeting=name) if skipped else tr("being at {meeting}", meeting=name)
            self._did(what, (journeys.skip, meeting_id, not skipped), (journeys.skip, meeting_id, skipped))

    def _did(self, what: str, back: tuple[Any, ...], again: tuple[Any, ...]) -> None:
        """``back`` and ``again``: an operation and what it is given."""
        do, undoing = self._store.do, self._store.undoing
        undoing.did(
            what,
            lambda: do(back[0], undoing, *back[1:]),
            lambda: do(again[0], undoing, *again[1:]),
        )

    def _meeting(self, meeting_id: int) -> Meeting | None:
        found = self._store.read(journeys.meetings, self._store.journey_id)
        return next((meeting for meeting in found if meeting.id == meeting_id), None)

    def _take_away(self, row: MeetingRow) -> None:
        meeting = self._meeting(row.meeting_id)
        try:
            gone = self._store.do(journeys.take_away, self, row.meeting_id)
        except JournalError:
            return  # the store has told; the meeting is still there
        if not gone or meeting is None:
            row.say(tr("Something is written about this meeting, so it stays. You can skip it."))
            return
        self._names_changed = True
        self._did_add(meeting, there=False)
        self.refresh()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        day = self._store.today() + dt.timedelta(days=7)
        name = tr("New meeting")
        if not self._try(journeys.add, self._store.journey_id, name, starts_on=day, ends_on=day):
            return
        self._names_changed = True
        self.refresh()
        newest = max(self.rows, key=lambda row: row.meeting_id)
        added = self._meeting(newest.meeting_id)
        if added is not None:
            self._did_add(added, there=True)
        newest.name.setFocus(Qt.FocusReason.OtherFocusReason)
        newest.name.selectAll()

    def _did_add(self, meeting: Meeting, *, there: bool) -> None:
        """A meeting was added or taken away. When it comes back with another number, older steps miss it and go."""
        store, undoing = self._store, self._store.undoing
        given: dict[str, Any] = {"kind": meeting.kind, "starts_on": meeting.starts_on, "ends_on": meeting.ends_on}
        name, number = days.name_of(self._store, meeting), [meeting.id or 0]

        def add() -> None:
            before, number[0] = number[0], store.do(journeys.add, undoing, store.journey_id, name, **given)
            if number[0] != before:
                QTimer.singleShot(0, undoing, undoing.forget_here)

        def take_away() -> None:
            store.do(journeys.take_away, undoing, number[0])

        if there:
            undoing.did(tr("adding {meeting}", meeting=name), take_away, add)
        else:
            undoing.did(tr("taking {meeting} away", meeting=name), add, take_away)

    def _try(self, operation: object, *args: object, **named: object) -> bool:
        try:
            self._store.do(operation, self, *args, **named)  # type: ignore[arg-type]
        except JournalError:
            return False  # the store has told
        return True

    def _ask_calendar(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        usual = Path(place) / f"{say(self._store.guidance.programme.name)}.ics"
        kinds = tr("Calendars") + " (*.ics)"
        given, _ = QFileDialog.getSaveFileName(self, tr("Dates for your calendar"), str(usual), kinds)
        if given:
            target = Path(given)
            self.save_calendar(target if target.suffix == ".ics" else Path(f"{given}.ics"))

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        announce(self.said, text)

    def _someone_changed(self, what: Change, by: object) -> None:
        if by is not self and what & Change.MEETINGS and self.isVisible():
            self.refresh()
