"""First start, page 2: which programme, and when."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal import guidance_files
from journal.domain import planning
from journal.domain.guidance import Programme
from journal.domain.own_programme import own_programme
from journal.domain.planning import Dates
from journal.errors import GuidanceError
from journal.text import say, tr, trn
from ui import theme
from ui.widgets.date_rows import DateRow, DateRows
from ui.widgets.own_meetings import OwnMeetings
from ui.widgets.programme_choice import ProgrammeChoice
from ui.widgets.prose import Prose
from ui.widgets.reading_order import in_reading_order
from ui.widgets.start_footer import Footing
from ui.widgets.start_step import StartStep
from ui.widgets.words import button


@dataclass(frozen=True)
class Plan:
    """What was chosen here. ``source`` is the text of a programme that does not come with the app."""

    programme: Programme
    source: str | None
    dates: dict[str, Dates]


class ProgrammeStep(StartStep):
    """``plan()`` gives the choice once ``can_leave()`` is true."""

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.programme")
        self._today = today
        all_shipped = guidance_files.shipped()
        self._shipped = all_shipped[0]
        self._choice = ProgrammeChoice(
            all_shipped,
            (
                tr("Another programme"),
                tr("Open the programme file that you were given, or fill in meetings yourself"),
            ),
            name="start.programme",
        )
        self._source: str | None = None
        self._programme = self._shipped
        self._plan: Plan | None = None
        self._by_hand = False
        self.add_heading(
            tr("Which programme do you follow?"),
            tr("The dates tell Reisgezel when it is time to look back. You can change everything later."),
        )
        self.column.addSpacing(27)
        self._add_choices()
        self._add_other()
        self._dates = DateRows()
        self._dates.changed.connect(self._dates_moved)
        self.column.addWidget(self._dates)
        self.column.addSpacing(theme.px(19))
        self._add_checks()
        self._webinar_rows = DateRows()
        self._webinar_rows.hide()
        self.column.addWidget(self._webinar_rows)
        self.column.addStretch(1)
        self._choice.cards[0].radio.setChecked(True)

    def footing(self) -> Footing:
        """Back to the welcome, on to the passphrase."""
        return Footing(tr("Next"), back=tr("Welcome"), waits=self._missing())

    def arrive(self) -> None:
        """Begin at the choice that is made."""
        self._choice.current_card().radio.setFocus()

    def plan(self) -> Plan:
        """The programme and its dates, as chosen."""
        if self._by_hand and self._plan is not None:
            return self._plan
        dates = {} if self._unknown.isChecked() else self._dates.dates() | self._webinar_dates()
        return Plan(self._programme, self._source, dates)

    def can_leave(self) -> bool:
        """Whether every date can be right."""
        if self._by_hand:
            return self._read_own()
        wrong = None if self._unknown.isChecked() else self._dates.wrong()
        if wrong is not None:
            wrong.focus_error()
        return wrong is None and not self._missing()

    def keep_programme(self) -> None:
        """The journal is made: from now on only dates can change here."""
        self._choice.setEnabled(False)
        self._other_panel.setEnabled(False)

    def read_file(self, path: Path) -> None:
        """Take a programme file, or say why it is none."""
        try:
            source = guidance_files.source_of(path)
            self._programme = guidance_files.read_programme(path)
        except GuidanceError as error:
            line, key, why = error.problems[0]
            place = tr("Line {line}, {key}: {why}.", line=line, key=key, why=why)
            if not key:
                place = tr("Line {line}: {why}.", line=line, why=why)
            asked = tr("This file is no programme for Reisgezel. Ask your programme maker for a new file.")
            self._say(f"{asked}\n{path.name}. {place}")
            return
        self._source = source
        self._by_hand = False
        self._own.hide()
        self._say("")
        self._choice.other.explain(say(self._programme.name))
        self._show_programme()

    def _add_choices(self) -> None:
        self._choice.chosen.connect(self._choose_shipped)
        self._choice.other_chosen.connect(self._choose_other)
        self.column.addWidget(self._choice)
        self.column.addSpacing(theme.px(28))

    def _add_other(self) -> None:
        self._other_panel = QWidget()
        column = QVBoxLayout(self._other_panel)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(theme.px(12))
        row = QHBoxLayout()
        row.setSpacing(12)
        open_file = button(tr("Open programme file…"), icon="folder-open", name="start.programme.open")
        open_file.clicked.connect(self._ask_file)
        by_hand = button(tr("Fill in meetings myself"), "text", name="start.programme.own")
        by_hand.clicked.connect(self._fill_in)
        row.addWidget(open_file)
        row.addWidget(by_hand)
        row.addStretch(1)
        if theme.is_large():
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        column.addLayout(row)
        self._problem = Prose("", "ui", "err", name="start.programme.problem")
        self._problem.hide()
        column.addWidget(self._problem)
        self._own = OwnMeetings(self._today)
        self._own.next_requested.connect(self.next_requested)
        self._own.hide()
        column.addWidget(self._own)
        self._other_panel.hide()
        self.column.addWidget(self._other_panel)

    def _add_checks(self) -> None:
        self._checks = QWidget()
        column = QVBoxLayout(self._checks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        if theme.is_large():
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._fill_webinars = _check("", "start.webinars")
        self._fill_webinars.setChecked(True)
        self._fill_webinars.toggled.connect(self._show_webinars)
        self._look_webinars = button(tr("See the dates of the webinars"), "text", name="start.webinars.see")
        self._look_webinars.setCheckable(True)
        self._look_webinars.toggled.connect(self._show_webinars)
        row.addWidget(self._fill_webinars)
        row.addStretch(1)
        row.addWidget(self._look_webinars)
        column.addLayout(row)
        column.addSpacing(theme.px(12))
        self._unknown = _check(tr("I do not know the dates yet; I will fill them in later"), "start.unknown")
        self._unknown.toggled.connect(self._show_unknown)
        column.addWidget(self._unknown)
        self.column.addWidget(self._checks)
        self.column.addSpacing(theme.px(12))

    def _choose_shipped(self, programme: Programme) -> None:
        self._programme, self._source, self._by_hand = programme, None, False
        self._other_panel.hide()
        self._show_programme()

    def _choose_other(self) -> None:
        self._other_panel.show()
        self._programme = self._shipped
        self._by_hand = False
        self._show_programme()

    def _fill_in(self) -> None:
        self._say("")
        self._by_hand = True
        self._source = None
        self._own.show()
        self._own.name.setFocus()
        self._show_programme()

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Open programme file"), "", tr("Programme files") + " (*.toml);;" + tr("All files") + " (*)"
        )
        if chosen:
            self.read_file(Path(chosen))

    def _read_own(self) -> bool:
        if not self._own.is_complete():
            return False
        meetings = sorted(self._own.meetings(), key=lambda meeting: (meeting.first, meeting.last))
        source = own_programme(self._own.name.text(), meetings, self._shipped.themes)
        try:
            programme = guidance_files.read_programme(source)
        except GuidanceError as error:
            self._own.say(tr("This cannot stand in a programme: {why}.", why=error.problems[0][2]))
            return False
        pairs = zip(programme.sessions, meetings, strict=True)
        dates = {session.id: Dates(meeting.first, meeting.last) for session, meeting in pairs}
        self._plan = Plan(programme, source, dates)
        return True

    def _missing(self) -> str:
        chosen = self._choice.current() is not None or self._source is not None or self._by_hand
        return "" if chosen else tr("Choose a programme, open a programme file, or fill in meetings")

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.changed.emit()

    def _show_programme(self) -> None:
        dated = not self._missing() and not self._by_hand
        rows = []
        if dated:
            proposed = planning.proposal(self._programme, self._today)
            for session in planning.anchors(self._programme):
                one_day = session.days == 1
                rows.append(DateRow(session.id, say(session.name), proposed[session.id], one_day=one_day))
        self._dates.show_rows(rows)
        webinars = planning.webinars(self._programme) if dated else ()
        fill_in = trn("Fill in the {n} webinar already", "Fill in the {n} webinars every other week", len(webinars))
        self._fill_webinars.setText(fill_in)
        days = planning.webinar_dates(self._programme, self._dates.dates()) if dated else {}
        self._webinar_rows.show_rows(
            [
                DateRow(session.id, say(session.name), Dates(days[session.id], days[session.id]), one_day=True)
                for session in webinars
                if session.id in days
            ]
        )
        self._unknown.setVisible(dated)
        self._dates.setVisible(dated)
        self._show_unknown()
        in_reading_order(self._choice, self._other_panel, self._dates, self._checks, self._webinar_rows)
        self.changed.emit()

    def _dates_moved(self) -> None:
        self._webinar_rows.set_days(planning.webinar_dates(self._programme, self._dates.dates()))
        self.changed.emit()

    def _show_unknown(self) -> None:
        self._dates.setEnabled(not self._unknown.isChecked())
        self._show_webinars()

    def _show_webinars(self) -> None:
        some = bool(self._webinar_rows.rows)
        known = not self._unknown.isChecked()
        self._fill_webinars.setVisible(some)
        self._fill_webinars.setEnabled(known)
        visible = some and known and self._fill_webinars.isChecked()
        self._look_webinars.setVisible(some)
        self._look_webinars.setEnabled(visible)
        self._webinar_rows.setVisible(visible and self._look_webinars.isChecked())

    def _webinar_dates(self) -> dict[str, Dates]:
        return self._webinar_rows.dates() if self._fill_webinars.isChecked() else {}


def _check(text: str, name: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setObjectName(name)
    made.setFont(theme.font("ui"))
    return made
