"""The form of a case: everything on one page, everything may stay empty, everything saves itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.domain.guidance import Prompt
from journal.domain.guidance_methods import Method
from journal.storage import answers, entries, preparations
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.prose import Prose
from ui.widgets.words import button
from ui.widgets.writing_box import WritingBox

_WIDTH, _MARGIN = 640, 32


class CasePage(QWidget):
    """The case of one preparation. ``closed_requested`` when the writer is done."""

    closed_requested = Signal()

    def __init__(self, store: Store, entry_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case")
        self._store, self._entry_id = store, entry_id
        self.edits: dict[str, AnswerEdit] = {}
        form = store.guidance.form("case")
        method = self._method()
        column = QVBoxLayout()
        side = theme.px(_MARGIN) if not theme.is_large() else _MARGIN
        column.setContentsMargins(side, theme.px(22), side, theme.px(32))
        column.setSpacing(0)
        back = button(tr("Back to intervisie"), "text", icon="arrow-left", name="case.back")
        back.clicked.connect(self._close)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(8))
        column.addWidget(Prose(say(form.name), "question"))
        for step in form.steps:
            column.addSpacing(theme.px(4))
            column.addWidget(Prose(say(step.hint), "ui", "text2"))
        for prompt in form.prompts():
            column.addSpacing(theme.px(24))
            column.addWidget(self._field(prompt, method))
        done = button(tr("Done"), "primary", name="case.done")
        done.clicked.connect(self._close)
        column.addSpacing(theme.px(28))
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._lay_out(column, side)
        self.refresh()

    def refresh(self) -> None:
        """Show the texts as they are in the journal; what is not saved yet stays."""
        written = self._store.read(entries.whole, self._entry_id).answers
        for prompt_id, edit in self.edits.items():
            text = written[prompt_id].text if prompt_id in written else ""
            if not edit.is_dirty() and edit.text() != text:
                edit.show_text(text)

    def settle(self) -> bool:
        """Save all that is unsaved. False when something could not be saved; it stays on the screen."""
        unsaved = [edit for edit in self.edits.values() if not edit.settle()]
        return not unsaved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; nothing is thrown away."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _method(self) -> Method | None:
        preparation = self._store.read(preparations.of_case, self._entry_id)
        wanted = preparation.method_id if preparation else ""
        return next((method for method in self._store.guidance.methods if method.id == wanted), None)

    def _field(self, prompt: Prompt, method: Method | None) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        asked = say(prompt.ask)
        column.addWidget(Prose(asked, "card_title"))
        if prompt.hint:
            column.addWidget(Prose(say(prompt.hint), "caption", "text3"))
        if method is not None and prompt.id in method.asks:
            name = say(method.name)
            inside = name[:1].lower() + name[1:] if name[1:2].islower() else name
            column.addWidget(Prose(tr("The {method} leans on this.", method=inside), "caption_bold", "accent"))
        column.addSpacing(theme.px(8))
        column.addWidget(self._box(prompt, asked))
        return holder

    def _box(self, prompt: Prompt, asked: str) -> WritingBox:
        def save(text: str) -> None:
            self._store.do(answers.write, self, self._entry_id, prompt.id, text)

        line = prompt.kind == "line"
        edit = AnswerEdit(save, role="read", min_lines=1 if line or prompt.id == "case.question" else 3)
        edit.setObjectName(prompt.id)
        edit.setAccessibleName(asked)
        edit.setAccessibleDescription(say(prompt.hint))
        edit.setPlaceholderText(say(prompt.placeholder) or tr("Write here…"))
        edit.advance_requested.connect(lambda: self._move(prompt.id, 1))
        edit.back_requested.connect(lambda: self._move(prompt.id, -1))
        self.edits[prompt.id] = edit
        return WritingBox(edit, 0, padding=(16, 10))

    def _move(self, prompt_id: str, by: int) -> None:
        order = list(self.edits)
        at = order.index(prompt_id) + by
        if 0 <= at < len(order):
            self.edits[order[at]].setFocus(Qt.FocusReason.TabFocusReason)
        elif by > 0:
            self._close()

    def _close(self) -> None:
        if self.settle():
            self.closed_requested.emit()

    def _lay_out(self, column: QVBoxLayout, side: int) -> None:
        ground = QWidget()
        ground.setProperty("ground", "none")
        ground.setLayout(column)
        ground.setMaximumWidth(theme.px(_WIDTH) + 2 * side)
        scroll = _Scroll()
        scroll.setWidget(ground)
        for edit in self.edits.values():
            edit.cursorPositionChanged.connect(lambda edit=edit: scroll.keep_in_sight(edit))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)


class _Scroll(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keep_in_sight(self, edit: AnswerEdit) -> None:
        """The line that one writes on never leaves the screen."""
        if edit.hasFocus():
            ground = self.widget()
            assert ground is not None
            caret = edit.mapTo(ground, edit.cursorRect().bottomLeft())
            self.ensureVisible(caret.x(), caret.y(), 0, theme.px(60))
