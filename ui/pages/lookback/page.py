"""Looking back: from what was written to how it moved, without a number anywhere."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain.changes import Change
from journal.storage import entries
from journal.storage.lookback import LookBack, look_back
from journal.text import say, tr
from ui import theme
from ui.pages.lookback.asked import asks_for_helpers, asks_for_lessons
from ui.pages.lookback.heading import lead
from ui.pages.lookback.letter_card import LetterCard
from ui.pages.lookback.path_chart import PathChart, spoken
from ui.pages.lookback.search_door import SearchDoor
from ui.pages.lookback.sections import helpers_card, lessons_card, path_text, question_card, sentences_card
from ui.pages.lookback.theme_card import ThemeCard
from ui.pages.lookback.themes import ThemeStory, stories
from ui.store import Store
from ui.widgets.scrolling import show_whole
from ui.widgets.words import button, card, clear, words

_COLUMN, _GAP, _CARD_HIGH, _PATH_HIGH = 968, 16, 316, 308
_BESIDE_FROM = 860
_YEAR_AFTER, _YEAR_AFTER_DAYS = "year_after", 330
_STALE_BY = (
    Change.ENTRIES | Change.ANSWERS | Change.PLACES | Change.MARKS | Change.QUESTION | Change.MEETINGS | Change.JOURNEY
)


class LookbackPage(QScrollArea):
    """``entry_requested(id)`` to where a sentence stands, ``search_requested``, ``form_requested(form id)``."""

    entry_requested = Signal(int)
    search_requested = Signal()
    note_requested = Signal()
    form_requested = Signal(str)
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._stories: list[ThemeStory] = []
        self._rows: list[QBoxLayout] = []
        self.setObjectName("lookback")
        self.setAccessibleName(tr("Looking back"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        store.changed.connect(self._someone_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        if not self.settle():
            return
        found = self._store.read(look_back, self._store.journey_id)
        today = self._store.today()
        self._lead.setText(lead(found, today))
        self._lead.setVisible(not found.is_empty)
        clear(self._body)
        self._rows = []
        if found.is_empty:
            self._add_empty()
        else:
            self._add_themes(found)
            self._add_path(found)
            self._add_question(found)
        self.letter.show_letters(found.letters)
        self._year.setVisible(_is_year_after(found, today))
        self._arrange()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.letter.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("ground", "none")
        around = QHBoxLayout(content)
        around.setContentsMargins(32, theme.px(30), 20, 32)  # the scroll bar takes twelve of the right margin
        holder = QWidget()
        holder.setMaximumWidth(max(_COLUMN, theme.px(_COLUMN)))
        around.addWidget(holder, 1)
        around.addStretch(0)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.px(12))
        self._head.addWidget(words(tr("Looking back"), "question"), 1)
        door = SearchDoor()
        door.clicked.connect(self.search_requested)
        self._head.addWidget(door)
        column.addLayout(self._head)
        column.addSpacing(theme.px(15))
        self._lead = words("", "ui", "text2", name="lookback.lead")
        column.addWidget(self._lead)
        column.addSpacing(theme.px(17))
        self._body = QWidget()
        self._cards = QVBoxLayout(self._body)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.px(20))
        column.addWidget(self._body)
        column.addSpacing(theme.px(20))
        self.letter = LetterCard(self._store, self)
        self.letter.changed.connect(self.refresh)
        column.addWidget(self.letter)
        self._year = self._make_year()
        column.addSpacing(theme.px(20))
        column.addWidget(self._year)
        column.addStretch(1)
        self.setWidget(content)

    def _make_year(self) -> QFrame:
        form = self._store.guidance.form(_YEAR_AFTER)
        holder = card("lookback.year")
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(10))
        column.addWidget(words(say(form.name), "card_title"))
        column.addWidget(words(say(form.hint), "ui", "text2"))
        begin = button(tr("Look back on the year"), "primary", name="lookback.year.begin")
        begin.clicked.connect(self._look_back_on_year)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _look_back_on_year(self) -> None:
        store = self._store
        begun = store.read(entries.listed, store.journey_id, (_YEAR_AFTER,), limit=1)
        if begun:
            self.entry_requested.emit(begun[0].id)
        else:
            self.form_requested.emit(_YEAR_AFTER)

    def _add_empty(self) -> None:
        said = tr("Here you look back later. After your first reflection the beginning appears.")
        self._cards.addWidget(words(said, "read", "text2", name="lookback.empty"))
        note = button(tr("Write something down"), "primary", name="lookback.note")
        note.clicked.connect(self.note_requested)
        self._cards.addWidget(note, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, *parts: tuple[QWidget, int], high: int = 0) -> None:
        holder = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for part, stretch in parts:
            part.setMinimumHeight(0 if theme.is_large() else high)
            row.addWidget(part, stretch)
        self._rows.append(row)
        self._cards.addWidget(holder)

    def _add_themes(self, found: LookBack) -> None:
        self._stories = stories(found, self._store.guidance)
        if not any(story.quote or story.marked for story in self._stories):
            return
        made = [ThemeCard(story, self._store.guidance) for story in self._stories]
        for one in made:
            one.all_requested.connect(self._show_sentences)
        self._add_row(*((one, 1) for one in made), high=_CARD_HIGH)
        self._sentences = QWidget()
        inside = QVBoxLayout(self._sentences)
        inside.setContentsMargins(0, 0, 0, 0)
        self._sentences.hide()
        self._sentences_of = ""
        self._cards.addWidget(self._sentences)

    def _show_sentences(self, theme_id: str) -> None:
        """All sentences of a theme, below the cards; once more puts them away."""
        story = next(story for story in self._stories if story.theme.id == theme_id)
        clear(self._sentences)
        same = self._sentences_of == theme_id or not story.notes
        self._sentences_of = "" if same else theme_id
        self._sentences.setVisible(not same)
        if not same:
            panel = sentences_card(story, self._store.guidance, self.entry_requested.emit)
            layout = self._sentences.layout()
            assert layout is not None
            layout.addWidget(panel)
            show_whole(self._sentences)

    def _add_path(self, found: LookBack) -> None:
        helpers = helpers_card(found.helpers, self._store.guidance, self.entry_requested.emit)
        if not found.walked.notes or not self._store.guidance.stages:
            if found.helpers or asks_for_helpers(self._store.guidance):
                self._add_row((helpers, 1))
            else:
                helpers.deleteLater()
            return
        path = card("lookback.path.card")
        column = QVBoxLayout(path)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(22), theme.px(8))
        column.setSpacing(0)
        column.addWidget(words(tr("Your path through time"), "card_title"))
        under = QHBoxLayout()
        under.addWidget(words(tr("Back and forth is part of it; further is not better."), "ui", "text2"), 1)
        as_text = button(tr("In words"), "link", name="lookback.path.text")
        as_text.setCheckable(True)
        under.addWidget(as_text)
        column.addLayout(under)
        column.addSpacing(theme.px(12))
        column.addWidget(PathChart(found.walked, self._store.guidance))
        legend = tr("Ring: me. Square: our cooperation.")
        if found.walked.us:
            column.addWidget(words(legend, "caption", "text2"))
        column.addStretch(1)
        self._add_row((path, 536), (helpers, 416), high=_PATH_HIGH)
        told = path_text(spoken(found.walked.notes, self._store.guidance))
        told.hide()
        as_text.toggled.connect(told.setVisible)
        self._cards.addWidget(told)

    def _add_question(self, found: LookBack) -> None:
        question = question_card(found.versions, self.entry_requested.emit)
        if not found.lessons and not asks_for_lessons(self._store.guidance):
            self._add_row((question, 1))
            return
        lessons = lessons_card(found.lessons, self._store.guidance, self.entry_requested.emit)
        self._add_row((question, 536), (lessons, 416))

    def _arrange(self) -> None:
        upright = theme.is_large() or self.width() < _BESIDE_FROM
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        for row in (self._head, *self._rows):
            row.setDirection(way)

    def _someone_changed(self, what: Change, by: object) -> None:
        if by is not self and self.isVisible() and what & _STALE_BY:
            self.refresh()


def _is_year_after(found: LookBack, today: dt.date) -> bool:
    days = [meeting.ends_on or meeting.starts_on for meeting in found.meetings if meeting.starts_on]
    last = max((day for day in days if day is not None), default=found.began_on)
    return (today - last).days >= _YEAR_AFTER_DAYS
