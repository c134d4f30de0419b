"""One entry read back, with its earlier texts a click away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal import dates
from journal.answer_words import placed, readable
from journal.domain.evaluation import may_give
from journal.errors import JournalError
from journal.storage import answers, attachments, entries, remarks
from journal.storage.attachments import AttachmentLine
from journal.storage.entries import EntryLine
from journal.text import say, tr, trn
from ui import theme
from ui.pages.reflections.passages import Passage, passages, title_of
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.attachment_card import AttachmentCard, small_picture
from ui.widgets.flow import Flow
from ui.widgets.remark_cards import RemarkCards, by_prompt
from ui.widgets.versions import Versions
from ui.widgets.words import button, clear, words
from ui.widgets.x_curve_picture import CurvePicture


class Reading(QWidget):
    """Shows one entry. ``write_requested``, ``throw_requested`` and ``fetch_requested`` carry its id.

    ``brought_back`` after an earlier text became the answer again. ``attachment_requested(entry, kind, id)``.
    ``evaluation_requested(entry)``: give something of it to the group. ``papers_requested(entry)``: its paper.
    """

    write_requested = Signal(int)
    throw_requested = Signal(int)
    fetch_requested = Signal(int)
    brought_back = Signal()
    attachment_requested = Signal(int, str, int)
    evaluation_requested = Signal(int)
    papers_requested = Signal(int)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.px(8), theme.px(32))
        self._column.setSpacing(0)

    def show_entry(self, line: EntryLine, *, thrown_away: bool) -> None:
        """Show an entry; one that was thrown away can be fetched back."""
        clear(self)
        whole = self._store.read(entries.whole, line.id)
        self._add_head(line, thrown_away=thrown_away)
        found = passages(whole, self._store.guidance)
        shown = self._store.read(attachments.of_entry, line.id)
        if not found and not shown:
            self._column.addSpacing(theme.px(20))
            self._column.addWidget(words(tr("Nothing is written here yet."), "ui", "text2"))
        said = by_prompt(self._store.read(remarks.beside_entry, self._store.journey_id, line.id))
        for passage in found:
            self._add_passage(line.id, passage, may_bring_back=not thrown_away)
            if passage.prompt_id in said and passage.prompt_id:
                self._column.addWidget(RemarkCards(said.pop(passage.prompt_id), name=f"remarks.{passage.prompt_id}"))
        if said:
            rest = [remark for about in said.values() for remark in about]
            self._column.addSpacing(theme.px(24))
            self._column.addWidget(RemarkCards(rest, name="remarks.rest"))
        if shown:
            self._add_attachments(shown)
        if not thrown_away and (found or shown):
            self._add_paper(line.id)
        if not thrown_away and self._may_give(line, whole):
            self._add_evaluation(line.id)
        self._column.addStretch(1)

    def _may_give(self, line: EntryLine, whole: entries.WholeEntry) -> bool:
        said = any(answer.text.strip() and id_.startswith("theme.") for id_, answer in whole.answers.items())
        sessions = self._store.guidance.programme.sessions
        kind = next((session.kind for session in sessions if session.id == line.session_id), "")
        return may_give(kind, said=said or bool(whole.marks))

    def _add_paper(self, entry_id: int) -> None:
        paper = button(tr("As pdf"), "text", icon="file-down", name="reflections.paper")
        paper.clicked.connect(lambda: self.papers_requested.emit(entry_id))
        self._column.addSpacing(theme.px(24))
        self._column.addWidget(paper, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_evaluation(self, entry_id: int) -> None:
        give = button(tr("Evaluation for the group"), "text", name="reflections.evaluation")
        give.clicked.connect(lambda: self.evaluation_requested.emit(entry_id))
        self._column.addSpacing(theme.px(24))
        self._column.addWidget(give, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_head(self, line: EntryLine, *, thrown_away: bool) -> None:
        guidance = self._store.guidance
        top = QWidget()
        across = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(across, top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        left = QVBoxLayout()
        left.setSpacing(0)
        kind = say(guidance.form(line.form_id).name)
        if any(session.id == line.session_id for session in guidance.programme.sessions):
            kind = f"{kind}, {say(guidance.session(str(line.session_id)).name)}"
        left.addWidget(words(f"{kind}, {dates.full(line.written_on)}", "caption", "text3"))
        left.addSpacing(theme.px(2))
        left.addWidget(words(title_of(line, guidance), "card_title", name="reflections.title"))
        row.addLayout(left, 1)
        for made in self._buttons(line, thrown_away=thrown_away):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(top)

    def _buttons(self, line: EntryLine, *, thrown_away: bool) -> list[QWidget]:
        if thrown_away:
            fetch = button(tr("Fetch back"), icon="undo-2", name="reflections.fetch")
            fetch.clicked.connect(lambda: self.fetch_requested.emit(line.id))
            return [fetch]
        write = button(tr("Write on"), icon="pen-line", name="reflections.write")
        write.clicked.connect(lambda: self.write_requested.emit(line.id))
        throw = button(tr("Throw away"), "text", icon="trash-2", name="reflections.throw")
        throw.clicked.connect(lambda: self.throw_requested.emit(line.id))
        return [write, throw] if theme.is_large() else [throw, write]

    def _add_passage(self, entry_id: int, passage: Passage, *, may_bring_back: bool) -> None:
        self._column.addSpacing(theme.px(24))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(words(passage.label, "caption_bold", "text2"), 1)
        self._column.addWidget(head)
        self._column.addSpacing(theme.px(2))
        if passage.curve:
            picture = CurvePicture(name=f"reflections.curve.{passage.prompt_id}", fixed=True)
            picture.show_things(placed(passage.curve))
            self._column.addWidget(picture)
            self._column.addSpacing(theme.px(8))
        text = AnswerEdit(lambda _text: None, passage.text, role="read", min_lines=1)
        text.setReadOnly(True)
        text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        text.setAccessibleName(passage.label)
        text.setObjectName(f"reflections.text.{passage.prompt_id or 'place'}")
        self._column.addWidget(text)
        if passage.prompt_id and may_bring_back:
            self._add_versions(entry_id, passage.prompt_id, row)

    def _add_attachments(self, shown: list[AttachmentLine]) -> None:
        self._column.addSpacing(theme.px(28))
        holder = QWidget()
        row = Flow(holder, spacing=theme.px(16))
        for line in shown:
            card = AttachmentCard(line, small_picture(self._store, line))
            card.clicked.connect(
                lambda _on=False, line=line: self.attachment_requested.emit(line.entry_id, line.kind.value, line.id)
            )
            row.addWidget(card)
        self._column.addWidget(holder)

    def _add_versions(self, entry_id: int, prompt_id: str, row: QHBoxLayout) -> None:
        found = self._store.read(answers.versions, entry_id, prompt_id)
        if not found:
            return
        label = trn("{n} earlier version", "{n} earlier versions", len(found))
        show = button(label, "link", name=f"reflections.versions.{prompt_id}")
        show.setCheckable(True)
        row.addWidget(show)
        guidance = self._store.guidance
        panel = Versions(
            found,
            name=f"reflections.versions.{prompt_id}",
            now=self._store.read(entries.whole, entry_id).answers[prompt_id].text,
            read=lambda text: readable(guidance, prompt_id, text),
        )
        panel.hide()
        panel.bring_back_requested.connect(self._bring_back)
        show.toggled.connect(panel.setVisible)
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(panel)

    def _bring_back(self, version_id: int) -> None:
        try:
            self._store.do(answers.bring_back, self, version_id)
        except JournalError:
            return  # the store has told the window; all stays as it is
        self.brought_back.emit()
