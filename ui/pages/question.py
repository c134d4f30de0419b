"""The learning question: to meet it again, to see that it moved, to sharpen it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain import fragment_ids
from journal.domain.changes import Change
from journal.errors import JournalError
from journal.storage import entries, journeys, question_drafts, questions, remarks
from journal.storage.questions import QuestionLine
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.prose import Prose
from ui.widgets.question_cards import FormCard, VersionsCard
from ui.widgets.question_editor import QuestionEditor
from ui.widgets.question_head import QuestionHead, question_role
from ui.widgets.question_shift import QuestionShift
from ui.widgets.question_words import caption_of, version_rows
from ui.widgets.remark_cards import RemarkCards

_STALE_BY = Change.QUESTION | Change.MEETINGS | Change.JOURNEY | Change.RETURNED
_CONTEXT = "question_context"
_COLUMN, _WIDEST = 968, 1120
_ONE_COLUMN = 780
_REMARKS = 640


class QuestionPage(QScrollArea):
    """``entry_requested(entry_id)``: what caused a version; ``guide_requested()``: help to find a first question."""

    entry_requested = Signal(int)
    guide_requested = Signal()
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setAccessibleName(tr("Learning question"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no stop for Tab, that nobody would see
        self._store = store
        self._now: QuestionLine | None = None
        self._caption = ""
        self._editor: QuestionEditor | None = None
        self._shift: QuestionShift | None = None
        self._lay_out()
        edit = QShortcut(QKeySequence("E"), self)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self.write_new)
        store.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal has now. What is being written stays as it is."""
        lines = self._store.read(questions.versions, self._store.journey_id)
        meetings = self._store.read(journeys.meetings, self._store.journey_id)
        self._now = lines[0] if lines else None
        self._cards.setVisible(bool(lines))
        self._context.setVisible(bool(lines))
        if lines:
            causes = self._causes(lines)
            self._versions.show_versions(
                version_rows(lines, meetings, self._store.guidance, self._store.today(), causes)
            )
            self._caption = caption_of(lines[0], meetings, self._store.guidance)
        for card in (self._sharpen, self._context):
            card.refresh()
        self._said.show_remarks(self._remarks(lines))
        if self._editor is None and self._shift is None:
            self._show_head()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        parts = (self._editor, self._shift, self._sharpen, self._context)
        saved = [part.settle() for part in parts if part is not None]  # every part, also after one that failed
        return all(saved)

    def write_new(self) -> None:
        """Write a new version in place, from the present wording; or go on where that was left."""
        if self._now is not None and self._editor is None and self.settle():
            self._edit(self._now, corrects=False)

    def write_from(self, entry_id: int) -> None:
        """Write a new version because of an entry; without a first version there is nothing that could shift."""
        if self._now is None or not self.settle():
            return
        try:
            self._store.do(
                question_drafts.begin_from,
                self,
                self._store.journey_id,
                self._now.text,
                entry_id,
                on=self._store.today(),
            )
        except JournalError:
            return  # the store has told the window
        self._editor = None
        self._edit(self._now, corrects=False)

    def improve_word(self) -> None:
        """Change the wording without a new version."""
        if self._now is not None and self._editor is None and self.settle():
            self._edit(self._now, corrects=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards beside each other where they fit."""
        super().resizeEvent(event)
        one = theme.is_large() or self.viewport().width() < _ONE_COLUMN
        direction = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(direction)
        self._pair.setStretch(0, 0 if one else 468)
        self._pair.setStretch(1, 0 if one else 484)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "none")
        across = QHBoxLayout(inside)
        across.setContentsMargins(32, 30, 20, 32)  # the scroll bar takes twelve of the right margin
        column_holder = QWidget()
        column_holder.setMaximumWidth(_WIDEST)
        across.addWidget(column_holder, 1)
        column = QVBoxLayout(column_holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.setSpacing(24)
        self._cards = QWidget()
        self._pair = QHBoxLayout(self._cards)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(16)
        self._versions = VersionsCard()
        self._versions.cause_requested.connect(self.entry_requested)
        self._sharpen = FormCard(
            self._store,
            "sharpen",
            tr("Sharpen it"),
            tr("Lay these questions beside your learning question now and then."),
        )
        self._context = FormCard(
            self._store,
            _CONTEXT,
            tr("Around your question"),
            tr("For yourself, and for a coach who does not know you yet."),
        )
        self._pair.addWidget(self._versions, 468)
        self._pair.addWidget(self._sharpen, 484)
        column.addWidget(Prose(tr("My learning question"), "caption", "text3"))
        column.addSpacing(14)
        column.addLayout(self._top)
        self._said = RemarkCards(name="question.remarks")
        self._said.setMaximumWidth(max(_REMARKS, theme.px(_REMARKS)))
        column.addWidget(self._said)
        column.addSpacing(48)
        column.addWidget(self._cards)
        column.addSpacing(16)
        column.addWidget(self._context)
        column.addStretch(1)
        self.setWidget(inside)

    def _put(self, *parts: QWidget) -> None:
        """Let these take the place of what stands above the cards."""
        while (item := self._top.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for part in parts:
            self._top.addWidget(part)

    def _show_head(self) -> None:
        self._editor = self._shift = None
        self._put(self._head())

    def _head(self, *, explains: bool = False) -> QuestionHead:
        """The question itself, or that it may still come."""
        draft = self._store.read(question_drafts.draft, self._store.journey_id)
        begun = draft is not None and not draft.corrects
        head = QuestionHead(self._now, self._caption, begun=begun, explains=explains)
        head.write_requested.connect(self.write_new)
        head.improve_requested.connect(self.improve_word)
        head.explain_requested.connect(self._explain)
        head.guide_requested.connect(self.guide_requested)
        return head

    def _edit(self, now: QuestionLine, *, corrects: bool) -> None:
        draft = self._store.read(question_drafts.draft, self._store.journey_id)
        text = now.text
        if draft is not None and (draft.text.strip() or not draft.corrects):
            text, corrects = draft.text, draft.corrects  # what was begun goes first
        editor = QuestionEditor(self._store, text, corrects=now if corrects else None, role=question_role(now.text))
        editor.left.connect(self._show_head)
        editor.written.connect(self._written)
        self._editor, self._shift = editor, None
        self._put(editor)
        editor.arrive()

    def _written(self, _version_id: int, is_new: bool) -> None:
        self._editor = None
        self.refresh()
        if is_new and self._now is not None and self._now.number > 1:
            self._explain()

    def _explain(self) -> None:
        if self._now is None:
            return
        shift = QuestionShift(self._store, self._now)
        shift.done.connect(self._explained)
        self._editor, self._shift = None, shift
        self._put(self._head(explains=True), shift)
        shift.arrive()

    def _explained(self) -> None:
        self._shift = None
        self.refresh()

    def _remarks(self, lines: list[QuestionLine]) -> list[remarks.KeptRemark]:
        """What readers said about the question, in any of its versions, and about what is around it."""
        store = self._store
        about = {fragment_ids.QUESTION, fragment_ids.EARLIER, fragment_ids.CONTEXT}
        about |= {fragment_ids.piece(line.entry_id, "question.text") for line in lines}
        about |= {fragment_ids.piece(line.entry_id, "question.reason") for line in lines}
        found = [*store.read(remarks.beside, store.journey_id, about)]
        for context in store.read(entries.listed, store.journey_id, (_CONTEXT,)):
            found += store.read(remarks.beside_entry, store.journey_id, context.id)
        return found

    def _causes(self, lines: list[QuestionLine]) -> dict[int, str]:
        found = {}
        for line in lines:
            if line.caused_by_id is not None:
                entry = self._store.read(entries.whole, line.caused_by_id).entry
                if entry.thrown_away_at is None:
                    form = next((say(f.name) for f in self._store.guidance.forms if f.id == entry.form_id), "")
                    found[line.caused_by_id] = entry.title or form or tr("what caused it")
        return found

    def _on_changed(self, what: Change, _by: object) -> None:
        if what & _STALE_BY and self.isVisible():
            self.refresh()
