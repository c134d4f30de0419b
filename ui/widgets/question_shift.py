"""What shifted between two versions of the learning question, and by what: saved as it is typed."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal import dates
from journal.domain.guidance import Guidance
from journal.errors import JournalError
from journal.storage import answers, entries, question_drafts, questions
from journal.storage.entries import EntryLine
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.prose import Prose
from ui.widgets.words import button
from ui.widgets.writing_box import WritingBox

_CAUSES = ("reflection", "note", "experiment", "case", "webinar", "harvest", "advice")
_RECENT = 12


class QuestionShift(QFrame):
    """Nothing in here has to be answered. ``done()``: enough."""

    done = Signal()

    def __init__(self, store: Store, line: questions.QuestionLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("question.shift")
        self._store, self._line = store, line
        self._reason = self._field(questions.REASON, line.reason, tr("What shifted?"), "question.reason")
        self._cause = self._field(questions.CAUSE, line.cause, tr("By what?"), "question.cause")
        self._link = QComboBox()
        self._link.setObjectName("question.link")
        self._link.setFont(theme.font("ui"))
        self._link.setAccessibleName(tr("A moment in your journal that caused it"))
        self._link.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill_link()
        self._link.currentIndexChanged.connect(self._choose)
        enough = button(tr("Done"), name="question.shift.done")
        enough.clicked.connect(self._finish)
        self._reason.advance_requested.connect(self._cause.setFocus)
        self._cause.advance_requested.connect(self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(8))
        column.addWidget(Prose(tr("What shifted?"), "ui_bold"))
        column.addWidget(WritingBox(self._reason, 0, padding=(16, 8)))
        column.addSpacing(theme.px(8))
        column.addWidget(Prose(tr("By what?"), "ui_bold"))
        column.addWidget(self._link)
        column.addWidget(WritingBox(self._cause, 0, padding=(16, 8)))
        row = QHBoxLayout()
        row.addWidget(enough)
        row.addWidget(Prose(tr("One sentence is enough. You may leave it empty."), "caption", "text3"), 1)
        column.addSpacing(theme.px(8))
        column.addLayout(row)

    def arrive(self) -> None:
        """Put the caret under the first question."""
        self._reason.setFocus()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        saved = (self._reason.settle(), self._cause.settle())
        return all(saved)

    def _field(self, prompt_id: str, text: str, ask: str, name: str) -> AnswerEdit:
        edit = AnswerEdit(lambda written: self._save(prompt_id, written), text, role="read_s", min_lines=2)
        edit.setObjectName(name)
        edit.setAccessibleName(ask)
        edit.setPlaceholderText(tr("In your own words…"))
        return edit

    def _save(self, prompt_id: str, text: str) -> dt.datetime:
        return self._store.do(answers.write, self, self._line.entry_id, prompt_id, text)

    def _fill_link(self) -> None:
        self._link.addItem(tr("No moment in your journal"), None)
        for line in self._store.read(entries.listed, self._store.journey_id, _CAUSES, limit=_RECENT):
            self._link.addItem(name_of_entry(line, self._store.guidance), line.id)
        at = self._link.findData(self._line.caused_by_id)
        self._link.setCurrentIndex(max(at, 0))

    def _choose(self) -> None:
        try:
            self._store.do(question_drafts.link_cause, self, self._line.entry_id, self._link.currentData())
        except JournalError:
            return  # the store has said so

    def _finish(self) -> None:
        if self.settle():
            self.done.emit()


def name_of_entry(line: EntryLine, guidance: Guidance) -> str:
    """What an entry is called in a list: its title, else its session or form, and its day."""
    kind = next((say(form.name) for form in guidance.forms if form.id == line.form_id), line.form_id)
    if line.session_id:
        sessions = {session.id: say(session.name) for session in guidance.programme.sessions}
        kind = sessions.get(line.session_id, kind)
    return f"{line.title or kind}, {dates.middle(line.written_on)}"
