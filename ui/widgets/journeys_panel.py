"""Your journeys: the one that goes on, the ones before it, and the next."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QVBoxLayout, QWidget

from journal import dates, guidance_files
from journal.domain.guidance import Programme
from journal.domain.programme_update import dates_of
from journal.domain.records import Journey
from journal.errors import GuidanceError, JournalError
from journal.storage import journeys
from journal.storage.journeys import PlannedMeeting
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.flow import Flow
from ui.widgets.programme_choice import ProgrammeChoice
from ui.widgets.words import button, card, clear, words


class JourneysPanel(QWidget):
    """``journey_changed(page)`` when another journey is current, or this one goes on in another way."""

    journey_changed = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._source: str | None = None
        self._programme: Programme | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._list = QWidget()
        QVBoxLayout(self._list).setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self.next = button(tr("Begin a next journey"), icon="plus", name="journeys.next")
        self.next.clicked.connect(self._ask_next)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        self._choice = QFrame()
        self._choice.hide()
        QVBoxLayout(self._choice).setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choice)
        self.refresh()

    def refresh(self) -> None:
        """Show the journeys as they are now."""
        clear(self._list)
        layout = self._list.layout()
        assert layout is not None
        for journey in reversed(self._store.read(journeys.listed)):
            layout.addWidget(self._card(journey))

    def read_file(self, path: Path) -> None:
        """Take the programme of a file for the next journey, or say why not."""
        try:
            self._source = guidance_files.source_of(path)
            self._programme = guidance_files.read_programme(path)
        except GuidanceError as error:
            line, _, why = error.problems[0]
            self._programme = None
            self._said.setText(f"{path.name}. " + tr("Line {line}: {why}.", line=line, why=why))
        else:
            self._said.setText(say(self._programme.name))
        self._begin_button.setEnabled(self._programme is not None)

    def _card(self, journey: Journey) -> QWidget:
        made = card(f"journeys.{journey.id}")
        column = QVBoxLayout(made)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        column.setSpacing(theme.px(4))
        column.addWidget(words(self._name(journey), "ui_bold"))
        column.addWidget(words(_period(journey), "caption", "text3"))
        now = journey.id == self._store.journey_id
        bar = QWidget()
        flow = Flow(bar, spacing=12)
        if not now:
            go = button(tr("Go on with this one"), name=f"journeys.{journey.id}.go")
            go.clicked.connect(lambda: self._do("journey", journeys.go_on_with, journey.id, on=self._store.today()))
            flow.addWidget(go)
        else:
            only = QCheckBox(tr("Go on with only intervisie"))
            only.setObjectName("journeys.intervisie_only")
            only.setChecked(journey.intervisie_only)
            only.clicked.connect(
                lambda checked: self._do("settings", journeys.set_intervisie_only, journey.id, checked)
            )
            column.addWidget(only)
            if journey.ended_on is None:
                end = button(tr("Close this journey"), name="journeys.close")
                end.clicked.connect(lambda: self._do("settings", journeys.close, journey.id, on=self._store.today()))
            else:
                end = button(tr("Go on after all"), name="journeys.reopen")
                today = self._store.today()
                end.clicked.connect(lambda: self._do("settings", journeys.go_on_with, journey.id, on=today))
            flow.addWidget(end)
        column.addWidget(bar)
        return made

    def _name(self, journey: Journey) -> str:
        try:
            name = say(guidance_files.for_journey(journey.programme_id, journey.programme_source).programme.name)
        except GuidanceError:
            name = journey.programme_id
        return f"{name}, {journey.edition}" if journey.edition else name

    def _ask_next(self) -> None:
        clear(self._choice)
        layout = self._choice.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setSpacing(theme.px(10))
        hint = tr("The journey of now rests; everything in it stays, and you can go back to it.")
        layout.addWidget(words(hint, "ui", "text2"))
        other = (tr("Another programme"), tr("Open the programme file that you were given"))
        self.choice = ProgrammeChoice(guidance_files.shipped(), other, name="journeys.programme")
        self.choice.chosen.connect(self._choose)
        self.choice.other_chosen.connect(self._ask_file)
        layout.addWidget(self.choice)
        self._said = words("", "ui", "text2", name="journeys.said")
        layout.addWidget(self._said)
        bar = QWidget()
        flow = Flow(bar, spacing=12)
        self._begin_button = button(tr("Set out"), "primary", name="journeys.begin")
        self._begin_button.setEnabled(False)
        self._begin_button.clicked.connect(self._begin)
        leave = button(tr("Not after all"), name="journeys.leave")
        leave.clicked.connect(self._choice.hide)
        flow.addWidget(self._begin_button)
        flow.addWidget(leave)
        layout.addWidget(bar)
        self._choice.show()
        self.choice.cards[0].radio.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, programme: Programme) -> None:
        self._programme, self._source = programme, None
        self._said.setText("")
        self._begin_button.setEnabled(True)

    def _ask_file(self) -> None:
        self._programme = None
        self._begin_button.setEnabled(False)
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Open programme file"), "", tr("Programme files") + " (*.toml);;" + tr("All files") + " (*)"
        )
        if chosen:
            self.read_file(Path(chosen))

    def _begin(self) -> None:
        programme = self._programme
        if programme is None:
            return
        planned = []
        for session in programme.sessions:
            first, last = dates_of(session) or (None, None)
            planned.append(PlannedMeeting(session.id, session.kind, first, last))
        now = next(each for each in self._store.read(journeys.listed) if each.id == self._store.journey_id)
        self._do(
            "dates",
            journeys.begin,
            programme.id,
            source=self._source,
            own_name=now.own_name,
            began_on=self._store.today(),
            meetings=planned,
        )

    def _do(self, page: str, operation: object, *args: object, **named: object) -> None:
        try:
            self._store.do(operation, self, *args, **named)  # type: ignore[arg-type]
        except JournalError:
            return  # the store has told; nothing has changed
        self.refresh()
        self.journey_changed.emit(page)


def _period(journey: Journey) -> str:
    began = dates.full(journey.began_on)
    if journey.ended_on is None:
        return tr("since {day}", day=began)
    return tr("from {first} to {last}", first=began, last=dates.full(journey.ended_on))
