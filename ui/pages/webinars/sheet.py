"""The sheet after a webinar: what touched, what was learned, what can be used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from journal.domain.guidance import Prompt
from journal.storage import answers, entries, webinars
from journal.storage.webinars import Written
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.words import button, rule, words


class Sheet(QFrame):
    """Three questions in place; its entry is made with the first words. ``entry_requested(id)`` for a note.

    ``written`` after each save.
    """

    entry_requested = Signal(int)
    written = Signal()

    def __init__(
        self,
        store: Store,
        meeting_id: int,
        sheet_id: int | None,
        notes: Sequence[Written],
        by: object,
        *,
        upright: bool,
    ) -> None:
        super().__init__()
        self._store, self._meeting_id, self._entry_id, self._by = store, meeting_id, sheet_id, by
        self._fields: list[AnswerEdit] = []
        self.setProperty("kind", "card")
        self.setObjectName("webinars.sheet")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(12))
        column.setSpacing(0)
        form = store.guidance.form(webinars.SHEET)
        column.addWidget(words(say(form.steps[0].ask), "card_title"))
        column.addSpacing(theme.px(8))
        texts = store.read(entries.whole, sheet_id).answers if sheet_id else {}
        for prompt in form.prompts():
            column.addWidget(rule())
            text = texts[prompt.id].text if prompt.id in texts else ""
            field = self._field(prompt, text)
            column.addWidget(FieldRow(say(prompt.label or prompt.ask), say(prompt.hint), field, upright=upright))
        for note in notes:
            column.addWidget(rule())
            label = tr("Also written: {title}", title=note.title or say(store.guidance.form(note.form_id).name))
            link = button(label, "text", icon="page", name=f"webinars.note.{note.entry_id}")
            link.clicked.connect(lambda _checked=False, id_=note.entry_id: self.entry_requested.emit(id_))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return not [field for field in self._fields if not field.settle()]

    def focus_first(self) -> None:
        """Put the caret in the first field."""
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def field(self, prompt_id: str) -> AnswerEdit:
        """The field of a prompt, else the first."""
        named = f"webinars.text.{prompt_id}"
        return next((field for field in self._fields if field.objectName() == named), self._fields[0])

    def _field(self, prompt: Prompt, text: str) -> AnswerEdit:
        field = AnswerEdit(lambda text: self._write(prompt.id, text), text, role="read_s", min_lines=2)
        field.setObjectName(f"webinars.text.{prompt.id}")
        field.setAccessibleName(say(prompt.ask))
        field.setPlaceholderText(tr("Write here…"))
        field.advance_requested.connect(lambda: self._go(field, 1))
        field.back_requested.connect(lambda: self._go(field, -1))
        field.written.connect(lambda _text: self.written.emit())
        self._fields.append(field)
        return field

    def _write(self, prompt_id: str, text: str) -> None:
        store = self._store
        if self._entry_id is None:
            self._entry_id = store.do(
                entries.start,
                self._by,
                store.journey_id,
                webinars.SHEET,
                on=store.today(),
                meeting_id=self._meeting_id,
            )
        store.do(answers.write, self._by, self._entry_id, prompt_id, text)

    def _go(self, field: AnswerEdit, by: int) -> None:
        at = self._fields.index(field) + by
        if 0 <= at < len(self._fields):
            self._fields[at].setFocus(Qt.FocusReason.OtherFocusReason)
