"""Writing the learning question in place: as a new version, or to improve a word of the present one."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.storage import question_drafts, questions
from journal.text import tr
from ui import theme
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.gentle_checks import GentleCheck
from ui.widgets.prose import Prose
from ui.widgets.words import button
from ui.widgets.writing_box import WritingBox


class QuestionEditor(QWidget):
    """What is typed is kept as a draft from the first sign on, so leaving, locking or a crash takes nothing away.

    ``written(version_id, is_new)`` once it is saved as a version or as a correction; ``left()`` when it was put away.
    """

    written = Signal(int, bool)
    left = Signal()

    def __init__(
        self,
        store: Store,
        text: str,
        *,
        corrects: questions.QuestionLine | None,
        role: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._corrects = store, corrects
        self.edit = AnswerEdit(self._keep, text, role=role, min_lines=2)
        self.edit.setObjectName("question.text")
        self.edit.setAccessibleName(tr("Your learning question"))
        self.edit.advance_requested.connect(self._finish)
        self.edit.textChanged.connect(self._show_state)
        label = tr("Keep the improvement") if corrects else tr("Keep as a new version")
        self._save = button(label, "primary", name="question.save")
        self._save.clicked.connect(self._finish)
        away = button(tr("Never mind"), "text", name="question.cancel")
        away.clicked.connect(self.put_away)
        self._waits = Prose(tr("Write a question first."), "caption", "text3", name="question.waits")
        self._waits.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        if theme.is_large():
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        for part in (self._save, away):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._waits)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WritingBox(self.edit, 0, padding=(22, 14), always=True))
        column.addWidget(GentleCheck(store.guidance, self.edit, name="question.check"))
        column.addSpacing(theme.px(16))
        column.addLayout(row)
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; the text stays as a draft."""
        if event.key() == Qt.Key.Key_Escape and self.edit.settle():
            self.left.emit()
            return
        super().keyPressEvent(event)

    def arrive(self) -> None:
        """Put the caret behind the last word."""
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edit.setFocus()

    def put_away(self) -> None:
        """Not this time: back to the question as it was."""
        self.edit.settle()
        try:
            self._store.do(question_drafts.drop_draft, self, self._store.journey_id)
        except JournalError:
            return
        self.left.emit()

    def settle(self) -> bool:
        """Keep what was typed. True when it is in the journal."""
        return self.edit.settle()

    def _keep(self, text: str) -> dt.datetime:
        return self._store.do(
            question_drafts.keep_draft,
            self,
            self._store.journey_id,
            text,
            on=self._store.today(),
            corrects=self._corrects is not None,
        )

    def _finish(self) -> None:
        text = self.edit.text().strip()
        if not text or not self.edit.settle():
            return
        journey_id = self._store.journey_id
        try:
            if self._corrects is not None:
                entry_id = self._corrects.entry_id
                self._store.do(question_drafts.make_correction, self, journey_id, entry_id, text)
            else:
                today = self._store.today()
                entry_id = self._store.do(question_drafts.make_version, self, journey_id, text, on=today)
        except JournalError:
            return  # the store has said so; the text stands here, and as a draft
        self.written.emit(entry_id, self._corrects is None)

    def _show_state(self) -> None:
        empty = self.edit.is_empty()
        self._save.setEnabled(not empty)
        self._save.setAccessibleDescription(self._waits.text() if empty else "")
        self._waits.setVisible(empty)
