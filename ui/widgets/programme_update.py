"""Opening a received programme file: first what changes, and only then the change."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from journal import dates, guidance_files, programme_text
from journal.domain.guidance import Guidance
from journal.domain.programme_update import ProgrammeUpdate, compare
from journal.errors import GuidanceError, JournalError
from journal.storage import journeys, programme_updates
from journal.text import say, tr, trn
from ui import theme
from ui.store import Store
from ui.widgets.flow import Flow
from ui.widgets.speak import announce
from ui.widgets.words import button, clear, rule, words

_MOST = 12
"""More lines than this of one kind are counted."""


class ProgrammeUpdatePanel(QWidget):
    """``taken`` after the file has taken the place of the programme."""

    taken = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._source = ""
        self._update = ProgrammeUpdate()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.open = button(tr("Open programme file…"), icon="folder-open", name="programme.open")
        self.open.clicked.connect(self._ask)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.said = words("", "ui", "err", name="programme.said")
        self.said.hide()
        column.addWidget(self.said)
        self.preview = QFrame()
        self.preview.setProperty("kind", "card")
        self.preview.setObjectName("programme.preview")
        inside = QVBoxLayout(self.preview)
        inside.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        inside.setSpacing(theme.px(6))
        self.preview.hide()
        column.addWidget(self.preview)

    def read_file(self, path: Path) -> None:
        """Show what this file would change, or why it cannot be used. The journal stays as it is."""
        self.preview.hide()
        before = self._store.guidance
        try:
            programme, self._source = programme_text.updated(self._plain(), path)
        except GuidanceError as error:
            line, key, why = error.problems[0]
            place = tr("Line {line}, {key}: {why}.", line=line, key=key, why=why)
            if not key:
                place = tr("Line {line}: {why}.", line=line, why=why)
            self._say(tr("This file is not used, and nothing has changed.") + f"\n{path.name}. {place}", ink="err")
            return
        after = guidance_files.guidance_for(programme)
        meetings = self._store.read(journeys.meetings, self._store.journey_id)
        self._update = compare(self._plain(), after, meetings)
        same = tr("This file changes nothing that you would see.")
        self._say(same if self._update.is_empty() else "", ink="text2")
        if not self._update.is_empty() or say(programme.name) != say(before.programme.name):
            self._show(tr("{name}, version {version}", name=say(programme.name), version=programme.version))

    def _plain(self) -> Guidance:
        """The programme as the journal keeps it, without names and meetings of the participant's own."""
        journey = next(each for each in self._store.read(journeys.listed) if each.id == self._store.journey_id)
        return guidance_files.for_journey(journey.programme_id, journey.programme_source)

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Open programme file"), "", tr("Programme files") + " (*.toml);;" + tr("All files") + " (*)"
        )
        if chosen:
            self.read_file(Path(chosen))

    def _show(self, title: str) -> None:
        clear(self.preview)
        layout = self.preview.layout()
        assert layout is not None
        layout.addWidget(words(tr("What changes"), "card_title", name="programme.preview.title"))
        layout.addWidget(words(title, "ui", "text2"))
        for heading, lines in told(self._update):
            layout.addWidget(words(heading, "ui_bold"))
            for line in lines[:_MOST]:
                layout.addWidget(words(line, "ui", "text2"))
            if len(lines) > _MOST:
                layout.addWidget(words(trn("and {n} more", "and {n} more", len(lines) - _MOST), "ui", "text3"))
        layout.addWidget(rule())
        layout.addWidget(words(tr("Everything that you wrote stays, with the question it answers."), "ui", "text2"))
        bar = QWidget()
        flow = Flow(bar, spacing=12)
        take = button(tr("Take over"), "primary", name="programme.take")
        leave = button(tr("Not after all"), name="programme.leave")
        take.clicked.connect(self._take)
        leave.clicked.connect(self._leave)
        flow.addWidget(take)
        flow.addWidget(leave)
        layout.addWidget(bar)
        self.preview.show()
        take.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.preview, tr("What changes"))

    def _take(self) -> None:
        try:
            self._store.do(programme_updates.take_over, self, self._store.journey_id, self._source, self._update)
        except JournalError:
            return  # the store has told; nothing has changed, and one can try again
        self.preview.hide()
        self._say(tr("The programme is up to date."), ink="text2")
        self.taken.emit()

    def _leave(self) -> None:
        self.preview.hide()
        self._say(tr("Nothing has changed."), ink="text2")
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, *, ink: str) -> None:
        self.said.setProperty("ink", ink)
        self.said.style().unpolish(self.said)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            announce(self.said, text)


def told(update: ProgrammeUpdate) -> list[tuple[str, list[str]]]:
    """The changes under their headings, only of the kinds that there are."""
    moved = [
        tr(
            "{meeting}: from {before} to {after}",
            meeting=say(new.session.name),
            before=dates.middle(new.before),
            after=dates.middle(new.first),
        )
        if new.before
        else tr("{meeting}: {day}", meeting=say(new.session.name), day=dates.middle(new.first))
        for new in update.moved
    ]
    found = [
        (tr("New meetings"), [say(session.name) for session in update.added]),
        (tr("Other dates"), moved),
        (tr("Your own date stays"), [say(session.name) for session in update.own_dates]),
        (tr("No longer in the programme"), [say(session.name) for session in update.gone]),
        (
            tr("Other words"),
            [
                tr("“{before}” becomes “{after}”", before=say(each.before), after=say(each.after))
                for each in update.reworded
            ],
        ),
        (tr("New questions"), [say(prompt.ask) for prompt in update.new_questions]),
        (tr("No longer asked"), [say(prompt.ask) for prompt in update.gone_questions]),
    ]
    return [(heading, lines) for heading, lines in found if lines]
