"""One question of the case: its words, what helps to answer it, the field, and its earlier texts."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain import case_takeover
from journal.domain.case_takeover import Piece
from journal.domain.guidance import Prompt
from journal.errors import JournalError
from journal.storage import answers
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.barred import Barred
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.prose import Prose
from ui.widgets.versions import Versions
from ui.widgets.words import button
from ui.widgets.writing_box import WritingBox

_LINES = 2


class Field(QWidget):
    """``moved(by)`` on Ctrl Enter and Ctrl Shift Enter. ``below`` is for what comes under the field."""

    moved = Signal(int)
    laid_out = Signal()
    """Other controls than before: Tab wants to know."""

    def __init__(self, store: Store, entry_id: int, prompt: Prompt, text: str) -> None:
        super().__init__()
        self._store, self._entry_id = store, entry_id
        self.prompt = prompt
        self._versions: Versions | None = None
        self._looking: list[Callable[[], None]] = []
        self.edit = self._make_edit(text)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Prose(say(prompt.ask), "ui_bold", size=16))
        if prompt.hint:
            self._column.addSpacing(theme.px(1))
            self._column.addWidget(Prose(say(prompt.hint), "caption", "text3"))
        self._beside = QVBoxLayout()
        self._beside.setSpacing(theme.px(8))
        self._column.addLayout(self._beside)
        self._column.addSpacing(theme.px(8))
        if prompt.starters:
            chips = ChoiceChips([say(words) for words in prompt.starters], self.edit, name=f"{prompt.id}.choice")
            self._looking.append(chips.look)
            self._column.addWidget(chips)
            self._column.addSpacing(theme.px(8))
        self._column.addWidget(WritingBox(self.edit, 0, padding=(16, 10)))
        self.below = QVBoxLayout()
        self.below.setSpacing(0)
        self._column.addLayout(self.below)
        self._names = Prose("", "caption", "text2", name=f"{prompt.id}.names")
        self._names.setContentsMargins(0, theme.px(6), 0, 0)
        self._names.hide()
        self._column.addWidget(self._names)
        self._earlier = button(tr("Earlier versions"), "link", icon="history", name=f"{prompt.id}.earlier")
        self._earlier.setAccessibleName(f"{tr('Earlier versions')}: {say(prompt.ask)}")
        self._earlier.setMinimumHeight(theme.px(32))
        self._earlier.clicked.connect(self._show_earlier)
        self._earlier.hide()
        self._column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def propose(self, piece: Piece, caption: str) -> None:
        """Lay words of before beside the field, to take over; they go when they are in it."""
        proposal = _Proposal(self.edit, piece, caption)
        self.lay_beside(proposal)
        self._looking.append(proposal.look)
        proposal.look()

    def lay_beside(self, widget: QWidget) -> None:
        """Put something between the question and the field, to look at while writing."""
        self._beside.setContentsMargins(0, theme.px(8), 0, 0)
        self._beside.addWidget(widget)

    def look(self, names: list[str], *, earlier: bool) -> None:
        """Show what helps with the present text: ``names`` in it that could be a role, ``earlier``: it has versions."""
        quoted = ", ".join(f"‘{name}’" for name in names)
        hint = tr("A role tells your group more than a name, for instance ‘a colleague from care’.")
        self._names.setText(f"{quoted}: {hint[:1].lower()}{hint[1:]}" if names else "")
        self._names.setVisible(bool(names))
        self._earlier.setVisible(earlier)
        for look in self._looking:
            look()

    def _make_edit(self, text: str) -> AnswerEdit:
        prompt = self.prompt
        line = prompt.kind == "line"
        edit = AnswerEdit(self._save, text, role="read", min_lines=1 if line else _LINES, one_line=line)
        edit.setObjectName(prompt.id)
        edit.setAccessibleName(say(prompt.ask))
        edit.setAccessibleDescription(say(prompt.hint))
        edit.setPlaceholderText(say(prompt.placeholder) or tr("Write here…"))
        edit.advance_requested.connect(lambda: self.moved.emit(1))
        edit.back_requested.connect(lambda: self.moved.emit(-1))
        return edit

    def _save(self, text: str) -> object:
        return self._store.do(answers.write, self, self._entry_id, self.prompt.id, text)

    def _show_earlier(self) -> None:
        if self._versions is not None:
            self._shut_earlier()
            return
        if not self.edit.settle():
            return
        found = self._store.read(answers.versions, self._entry_id, self.prompt.id)
        self._versions = Versions(found, name=f"{self.prompt.id}.earlier", now=self.edit.toPlainText())
        self._versions.bring_back_requested.connect(self._bring_back)
        self._column.addWidget(self._versions)
        self.laid_out.emit()

    def _shut_earlier(self) -> None:
        if self._versions is not None:
            self._versions.hide()
            self._versions.deleteLater()
            self._versions = None

    def _bring_back(self, version_id: int) -> None:
        if not self.edit.settle():
            return
        try:
            text = self._store.do(answers.bring_back, self, version_id)
        except JournalError:
            return  # the store has told the window
        self._shut_earlier()
        self.edit.show_text(text)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class _Proposal(Barred):
    """Words of before, and one click to put them in the field. Ctrl Z in the field undoes it."""

    def __init__(self, edit: AnswerEdit, piece: Piece, caption: str) -> None:
        super().__init__(caption, piece.text)
        self._edit, self._piece = edit, piece
        take = button(tr("Take over"), "link", name=f"{piece.target}.take")
        take.setAccessibleName(f"{tr('Take over')}: {piece.text}")
        take.setMinimumHeight(theme.px(28))
        take.clicked.connect(self._take)
        self.column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        edit.textChanged.connect(self.look)

    def _take(self) -> None:
        self._edit.replace_text(case_takeover.together(self._edit.text(), [self._piece]))
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Words that stand in the field already are no proposal any more."""
        self.setVisible(self._piece.text not in self._edit.text())
