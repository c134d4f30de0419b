"""Questions under each other, one open at a time, each with a field that saves itself."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.text import tr
from ui import theme
from ui.widgets.accordion_row import AccordionRow
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.words import button, rule, words

_OPEN_HEIGHT = 368
"""Room under an open question, so that the rows below stay in place while one writes."""


class Question(NamedTuple):
    """One question and what stands under it. ``settled``: closed in peace with "I do not know"."""

    prompt_id: str
    ask: str
    text: str = ""
    settled: bool = False
    hint: str = ""


class Accordion(QWidget):
    """Rows of 48 that open and close; the small form of them for cards is ``compact``.

    ``save(prompt_id, text)`` and ``settle_in_peace(prompt_id, bool)`` may raise JournalError.
    Without the second there is no "I do not know".

    Signals: ``opened(prompt_id)`` (empty: all closed), ``answered(prompt_id)`` after each save or settling,
    ``advance_requested`` past the last question and ``back_requested`` before the first.
    """

    opened = Signal(str)
    answered = Signal(str)
    advance_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        items: Iterable[tuple[str, str, str, bool, str]],
        save: Callable[[str, str], object],
        settle_in_peace: Callable[[str, bool], object] | None = None,
        *,
        compact: bool = False,
        name: str = "accordion",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        questions = [Question(*item) for item in items]
        self._parts = [_Part(question, save, settle_in_peace, compact=compact, name=name) for question in questions]
        for i, part in enumerate(self._parts):
            if i or compact:
                column.addWidget(rule())
            column.addWidget(part)
            part.row.clicked.connect(lambda _checked, part=part: self._clicked(part))
            part.changed.connect(lambda part=part: self.answered.emit(part.prompt_id))
            part.left_in_peace.connect(lambda part=part: self._go(part, 1))
            part.edit.advance_requested.connect(lambda part=part: self._go(part, 1))
            part.edit.back_requested.connect(lambda part=part: self._go(part, -1))

    def open(self, prompt_id: str, *, focus: bool = True) -> None:
        """Open one question and close the others; empty closes all."""
        for part in self._parts:
            part.set_open(part.prompt_id == prompt_id)
        if focus and prompt_id:
            self.edit(prompt_id).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(prompt_id)

    def open_first(self, *, focus: bool = False) -> None:
        """Open the first question without an answer, else the first."""
        waiting = [part for part in self._parts if not part.row.state()]
        for part in (waiting or self._parts)[:1]:
            self.open(part.prompt_id, focus=focus)

    def open_edge(self, *, last: bool) -> None:
        """Open the first or the last question, to write there."""
        if self._parts:
            self.open(self._parts[-1 if last else 0].prompt_id)

    def open_now(self) -> str:
        """The prompt that is open; empty when none is."""
        return next((part.prompt_id for part in self._parts if part.row.isChecked()), "")

    def edit(self, prompt_id: str) -> AnswerEdit:
        """The field of a prompt."""
        return self._part(prompt_id).edit

    def row(self, prompt_id: str) -> AccordionRow:
        """The head of a prompt."""
        return self._part(prompt_id).row

    def set_answer(self, prompt_id: str, text: str, *, settled: bool) -> None:
        """Show what the journal has now, unless something unsaved stands there."""
        self._part(prompt_id).show_answer(text, settled=settled)

    def states(self) -> dict[str, str]:
        """Per prompt: empty, ``answered`` or ``settled``."""
        return {part.prompt_id: part.row.state() for part in self._parts}

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [part for part in self._parts if not part.edit.settle()]

    def _part(self, prompt_id: str) -> "_Part":
        return next(part for part in self._parts if part.prompt_id == prompt_id)

    def _clicked(self, part: "_Part") -> None:
        self.open(part.prompt_id if part.row.isChecked() else "", focus=part.row.isChecked())

    def _go(self, part: "_Part", by: int) -> None:
        at = self._parts.index(part) + by
        if 0 <= at < len(self._parts):
            self.open(self._parts[at].prompt_id)
        else:
            part.edit.settle()
            (self.advance_requested if by > 0 else self.back_requested).emit()


class _Part(QWidget):
    """One question: its head, and its field when it is open."""

    changed = Signal()
    left_in_peace = Signal()

    def __init__(
        self,
        question: Question,
        save: Callable[[str, str], object],
        settle_in_peace: Callable[[str, bool], object] | None,
        *,
        compact: bool,
        name: str,
    ) -> None:
        super().__init__()
        self.prompt_id = question.prompt_id
        self._settle_in_peace, self._settled, self._compact = settle_in_peace, question.settled, compact
        self.row = AccordionRow(question.ask, compact=compact)
        self.row.setObjectName(f"{name}.row.{question.prompt_id}")
        self.edit = AnswerEdit(
            lambda text: save(question.prompt_id, text),
            question.text,
            role="read_s" if compact else "write",
            min_lines=2 if compact else 5,
        )
        self.edit.setObjectName(f"{name}.text.{question.prompt_id}")
        self.edit.setAccessibleName(question.ask)
        self.edit.setAccessibleDescription(question.hint)
        self.edit.setPlaceholderText(tr("Write here…"))
        self.edit.written.connect(self._written)
        self.edit.textChanged.connect(self._show_state)
        self._peace = button(tr("I do not know"), "text", name=f"{name}.peace.{question.prompt_id}")
        self._peace.setAccessibleDescription(tr("Closes this question in peace"))
        self._peace.clicked.connect(self._leave_in_peace)
        self._lay_out(question.hint)
        self._show_state()
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Show or hide the field; what is unsaved is saved first."""
        if not is_open:
            self.edit.settle()
        self.row.setChecked(is_open)
        self._body.setVisible(is_open)

    def show_answer(self, text: str, *, settled: bool) -> None:
        """Show what the journal has now."""
        self.edit.show_text(text)
        self._settled = settled
        self._show_state()

    def _lay_out(self, hint: str) -> None:
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setSpacing(0)
        if self._compact:
            inside.setContentsMargins(theme.px(30), theme.px(4), theme.px(30), theme.px(14))
        else:
            inside.setContentsMargins(0, theme.px(8 if hint else 12), 0, theme.px(12))
            self._body.setMinimumHeight(0 if theme.is_large() else theme.px(_OPEN_HEIGHT))
        if hint:
            inside.addWidget(words(hint, "ui", "text2"))
            inside.addSpacing(theme.px(12))
        inside.addWidget(self.edit)
        inside.addStretch(1)
        inside.addWidget(self._peace, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _show_state(self) -> None:
        empty = self.edit.is_empty()
        self.row.set_state("settled" if empty and self._settled else "" if empty else "answered")
        self._peace.setVisible(self._settle_in_peace is not None and empty and not self._settled)

    def _written(self, text: str) -> None:
        if text.strip() and self._settled and self._settle_in_peace is not None:
            self._say_settled(settled=False)
        self._show_state()
        self.changed.emit()

    def _leave_in_peace(self) -> None:
        if self._say_settled(settled=True):
            self._show_state()
            self.changed.emit()
            self.left_in_peace.emit()

    def _say_settled(self, *, settled: bool) -> bool:
        assert self._settle_in_peace is not None
        try:
            self._settle_in_peace(self.prompt_id, settled)
        except JournalError:
            return False  # the store has told the page; the question simply stays open
        self._settled = settled
        return True
