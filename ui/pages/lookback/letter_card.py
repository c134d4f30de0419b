"""A letter to oneself: written here, closed until its day, opened here."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal import dates
from journal.errors import JournalError
from journal.storage import answers, entries, letters
from journal.storage.letters import LetterLine
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.date_field import DateField
from ui.widgets.field_error import FieldError
from ui.widgets.flow import Flow
from ui.widgets.speak import announce
from ui.widgets.words import button, clear, rule, words


class LetterCard(QFrame):
    """``changed`` after a letter was closed. Nothing of a closed letter is read before its day."""

    changed = Signal()

    def __init__(self, store: Store, by: object) -> None:
        super().__init__()
        self._store, self._by = store, by
        self._field: AnswerEdit | None = None
        self._entry_id = 0
        self._letters: tuple[LetterLine, ...] = ()
        self._opened: set[int] = set()
        self.setProperty("kind", "card")
        self.setObjectName("lookback.letter")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        self._column.setSpacing(theme.px(10))

    def show_letters(self, found: tuple[LetterLine, ...]) -> None:
        """Show what there is; a letter that is being written stays as it is."""
        self._letters = found
        if self._field is None:
            self._build()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self._field is None or self._field.settle()

    def _build(self) -> None:
        clear(self)
        self._field = None
        form = self._store.guidance.form(letters.FORM)
        self._column.addWidget(words(say(form.name), "card_title"))
        self._column.addWidget(words(say(form.hint), "ui", "text2"))
        today = self._store.today()
        for letter in self._letters:
            if letter.opens_on is not None:
                self._column.addWidget(rule())
                self._add_letter(letter, letter.opens_on, today)
        draft = any(letter.opens_on is None for letter in self._letters)
        label = tr("Go on with your letter") if draft else tr("Write a letter")
        write = button(label, icon="pen-line", name="lookback.letter.write")
        write.clicked.connect(self.write)
        self._column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _add_letter(self, letter: LetterLine, opens_on: dt.date, today: dt.date) -> None:
        if opens_on > today:
            said = tr("A letter waits until {day}.", day=dates.full(opens_on))
            self._column.addWidget(words(said, "ui", name=f"lookback.letter.{letter.entry_id}"))
            return
        written = tr("Your letter of {day} may be opened.", day=dates.full(letter.written_on))
        self._column.addWidget(words(written, "ui_bold"))
        if letter.entry_id in self._opened:
            text = self._store.read(letters.text_of, letter.entry_id, today)
            shown = AnswerEdit(lambda _text: None, text, role="read", min_lines=1)
            shown.setReadOnly(True)
            shown.setObjectName(f"lookback.letter.{letter.entry_id}")
            shown.setAccessibleName(written)
            self._column.addWidget(shown)
            return
        opened = button(tr("Open"), "primary", name=f"lookback.letter.open.{letter.entry_id}")
        opened.clicked.connect(lambda _checked=False, id_=letter.entry_id: self._open(id_))
        self._column.addWidget(opened, 0, Qt.AlignmentFlag.AlignLeft)

    def _open(self, entry_id: int) -> None:
        self._opened.add(entry_id)
        self._build()
        shown = self.findChild(AnswerEdit, f"lookback.letter.{entry_id}")
        if shown is not None:
            shown.show()
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Write in place; what was begun is still there."""
        try:
            self._entry_id = self._store.do(letters.begin, self._by, self._store.journey_id, on=self._store.today())
        except JournalError:
            return  # the store has told the window; the button stays
        found = self._store.read(entries.whole, self._entry_id).answers.get(letters.TEXT)
        self._build_writing(found.text if found else "")

    def _build_writing(self, text: str) -> None:
        clear(self)
        prompt = self._store.guidance.prompt(letters.TEXT)
        self._column.addWidget(words(say(prompt.ask), "card_title"))
        self._field = AnswerEdit(self._save, text, role="read", min_lines=8)
        self._field.setObjectName("lookback.letter.text")
        self._field.setAccessibleName(say(prompt.ask))
        self._field.setPlaceholderText(say(prompt.placeholder))
        self._column.addWidget(self._field)
        self._column.addWidget(rule())
        label = words(tr("Opens on"), "ui_bold")
        today = self._store.today()
        self._day = DateField(_next_year(today), name="lookback.letter.day", spoken=tr("Opens on"))
        label.setBuddy(self._day)
        self._column.addWidget(label)
        self._column.addWidget(self._day, 0, Qt.AlignmentFlag.AlignLeft)
        self._error = FieldError("lookback.letter.error")
        self._column.addWidget(self._error)
        line = QWidget()
        row = Flow(line, spacing=theme.px(8))
        seal = button(tr("Close until that day"), "primary", icon="lock", name="lookback.letter.seal")
        seal.clicked.connect(self._seal)
        later = button(tr("Later"), "text", name="lookback.letter.later")
        later.clicked.connect(self._leave)
        row.addWidget(seal)
        row.addWidget(later)
        self._column.addWidget(line)
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, text: str) -> None:
        self._store.do(answers.write, self._by, self._entry_id, letters.TEXT, text)

    def _seal(self) -> None:
        assert self._field is not None
        if self._field.is_empty():
            self._error.show_error(tr("Write something first."))
        elif self._day.day() <= self._store.today():
            self._error.show_error(tr("Choose a day that is still to come."))
        elif self._field.settle():
            try:
                self._store.do(letters.seal, self._by, self._entry_id, self._day.day())
            except JournalError:
                return  # the store has told the window; the letter is still open
            announce(self, tr("A letter waits until {day}.", day=dates.full(self._day.day())))
            self._leave()

    def _leave(self) -> None:
        if self._field is None or self._field.settle():
            self._field = None
            self.changed.emit()


def _next_year(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)
