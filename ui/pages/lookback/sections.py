"""The cards below the themes: sentences of one's own with their day, each a way to where it stands."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal import dates
from journal.domain.guidance import Guidance
from journal.storage.lookback import Quote
from journal.storage.questions import QuestionLine
from journal.text import say, tr
from ui import theme
from ui.pages.lookback.themes import ThemeStory, first_words
from ui.widgets.text_link import TextLink
from ui.widgets.words import button, card, rule, words

_AT_ONCE = 5
Open = Callable[[int], Any]


class QuoteCard(QFrame):
    """A title, a hint, and sentences with their day; the newest first, older ones after a button."""

    def __init__(self, title: str, hint: str, empty: str, rows: Sequence[tuple[str, str, int]], name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(name)
        self.links: list[TextLink] = []
        self._name, self._waiting = name, list(rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        self._column.setSpacing(0)
        self._column.addWidget(words(title, "card_title"))
        if hint:
            self._column.addWidget(words(hint, "ui", "text2"))
        self._column.addSpacing(theme.px(8))
        if not rows:
            self._column.addWidget(words(empty, "ui", "text2", name=f"{name}.empty"))
        self._more = button(tr("Show older ones"), "text", name=f"{name}.more")
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def fill(self, opened: Open) -> "QuoteCard":
        """Show the first rows; their days open the entry."""
        self._opened = opened
        self._show_more()
        return self

    def _show_more(self) -> None:
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for text, when, entry_id in some:
            self._add(rule(), 8)
            self._add(words(text, "read_s"), 2)
            self._add(self._when(when, entry_id), 8)
        self._more.setVisible(bool(self._waiting))

    def _when(self, when: str, entry_id: int) -> QWidget:
        if not entry_id:
            return words(when, "caption", "text3")
        link = TextLink(when, entry_id, name=f"{self._name}.{entry_id}")
        link.setFont(theme.font("caption"))
        link.chosen.connect(self._opened)
        self.links.append(link)
        return link

    def _add(self, part: QWidget, after: int) -> None:
        at = self._column.indexOf(self._more)
        self._column.insertSpacing(at, theme.px(after))
        self._column.insertWidget(at, part)


def helpers_card(helpers: Sequence[Quote], guidance: Guidance, opened: Open) -> QuoteCard:
    """Heroes and helpers, in the words written at the mentor and about allies."""
    rows = [(tr("“{words}”", words=first_words(q.text)), _when(q, guidance), q.entry_id) for q in reversed(helpers)]
    empty = tr("Who gave you a nudge, and who turned out to be an ally? What you write about them comes here.")
    hint = tr("Who helped you on the way, in your own words")
    return QuoteCard(tr("Heroes and helpers"), hint, empty, rows, "lookback.helpers").fill(opened)


def lessons_card(lessons: Sequence[Quote], guidance: Guidance, opened: Open) -> QuoteCard:
    """The sentences with which reflections were closed."""
    rows = [(tr("“{words}”", words=q.text), _when(q, guidance), q.entry_id) for q in reversed(lessons)]
    empty = tr("The sentence with which you close a reflection comes here.")
    hint = tr("With which you closed a reflection")
    return QuoteCard(tr("My lesson in one sentence"), hint, empty, rows, "lookback.lessons").fill(opened)


def question_card(versions: Sequence[QuestionLine], opened: Open) -> QuoteCard:
    """The life of the question: every version, with what shifted."""
    rows = []
    for line in versions:
        shifted = " ".join(part for part in (line.reason.strip(), line.cause.strip()) if part)
        when = dates.full(line.written_on)
        rows.append((line.text, f"{when}. {shifted}" if shifted else when, line.caused_by_id or 0))
    empty = tr("Your learning question may still come.")
    return QuoteCard(tr("The life of your question"), "", empty, rows, "lookback.question").fill(opened)


def sentences_card(story: ThemeStory, guidance: Guidance, opened: Open) -> QFrame:
    """All sentences of a theme, in order of time."""
    rows = []
    for note in story.notes:
        mark = say(guidance.marks[note.level - 1]) if note.level else ""
        when = _when(Quote(note.entry_id, "", "", note.on, note.session_id), guidance)
        rows.append((note.text.strip(), ", ".join(part for part in (when, mark) if part), note.entry_id))
    hint = tr("All that you wrote about it, from the beginning on")
    found = QuoteCard(say(story.theme.name), hint, "", rows, "lookback.sentences")
    return found.fill(opened)


def _when(quote: Quote, guidance: Guidance) -> str:
    names = {session.id: say(session.name) for session in guidance.programme.sessions}
    return ", ".join(part for part in (dates.middle(quote.on), names.get(quote.session_id or "", "")) if part)


def path_text(spoken: str) -> QFrame:
    """The facts of the path as text."""
    holder = card("lookback.path.words")
    column = QVBoxLayout(holder)
    column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
    for part in spoken.rstrip(".").split("; "):
        column.addWidget(words(part, "ui", "text2"))
    return holder
