"""Webinars and experiments: two tabs, list and detail beside each other, or one after the other."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal import dates
from journal.domain import experiments as life
from journal.domain.changes import Change
from journal.errors import JournalError
from journal.storage import entries, experiments, webinars
from journal.storage.experiments import ExperimentLine
from journal.text import tr
from ui import theme, throwing
from ui.pages.webinars.cards import Experiments
from ui.pages.webinars.detail import WebinarDetail
from ui.pages.webinars.listing import WebinarList
from ui.pages.webinars.standing import WebinarLine, first_shown, lines
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.arrow_button import back_button
from ui.widgets.speak import announce
from ui.widgets.tab_row import TabRow
from ui.widgets.words import rule, words

LIST_WIDTH, DETAIL_WIDTH, GAP, MARGIN = 336, 608, 24, 32
ONE_UNDER = 860
_STALE_BY = Change.EXPERIMENTS | Change.ENTRIES | Change.ANSWERS | Change.MEETINGS


class WebinarsPage(QWidget):
    """``entry_requested(id)`` for a note that is written elsewhere. ``show_entry`` opens a sheet or an experiment."""

    entry_requested = Signal(int)
    fills_itself = True

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._one, self._in_detail = False, False
        self._experiments: list[ExperimentLine] = []
        self._lines: list[WebinarLine] = []
        self.setObjectName("webinars")
        self._lay_out()
        store.changed.connect(self._someone_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal has now; the choice stays."""
        if not self.settle():
            return
        self._load()
        chosen = self.list.line()
        known = {line.meeting_id for line in self._lines}
        current = chosen.meeting_id if chosen and chosen.meeting_id in known else first_shown(self._lines)
        self.list.show_lines(self._lines, current)
        self._show_tab()
        self._arrange()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return all([self.detail.settle(), self.all.settle()])  # both, also when the first fails

    def show_entry(self, entry_id: int, prompt_id: str = "") -> AnswerEdit | None:
        """Go to where an experiment or a sheet is written; gives its field for a prompt."""
        entry = self._store.read(entries.whole, entry_id).entry
        if entry.form_id == experiments.FORM:
            self.tabs.setCurrentIndex(1)
            card = self.all.card(entry_id)
            if card is None:
                return None
            self._all_pane.ensureWidgetVisible(card)
            field = card.field(prompt_id) if prompt_id else None
            (field or card.field(experiments.TITLE)).setFocus(Qt.FocusReason.OtherFocusReason)
            return field
        self.tabs.setCurrentIndex(0)
        self.list.choose(entry.meeting_id or 0)
        self._open(entry.meeting_id or 0)
        sheet = self.detail.open_notes()
        return sheet.field(prompt_id) if sheet and prompt_id else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Alt Left go back to the list."""
        back = event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if back and self.tabs.currentIndex() == 0:
            self._to_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two pages where there is no room for both."""
        super().resizeEvent(event)
        self._one = theme.is_large() or self.width() < ONE_UNDER
        self._arrange()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, theme.px(30), theme.px(12), 0)
        whole.setSpacing(0)
        title = words(tr("Webinars and experiments"), "question")
        whole.addWidget(title)
        whole.addSpacing(theme.px(14))
        whole.addWidget(self._head())
        whole.addSpacing(theme.px(16))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._webinars())
        self.all = Experiments(self._store, self)
        self._all_pane = _pane(self.all, tr("Experiments"))
        self._stack.addWidget(self._all_pane)
        whole.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._tab_chosen)
        for part in (self.detail, self.all):
            part.begin_requested.connect(self._begin)
            part.follow_requested.connect(self._follow)
            part.throw_requested.connect(self._throw_away)
            part.changed.connect(self._own_change)
        self.detail.entry_requested.connect(self.entry_requested)
        self.all.fetch_requested.connect(self._fetch_back)

    def _head(self) -> QWidget:
        head = QWidget()
        wide = LIST_WIDTH + GAP + DETAIL_WIDTH
        head.setMaximumWidth(max(wide, theme.px(wide)))
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        kinds = {session.kind for session in self._store.guidance.programme.sessions}
        meetings = tr("Webinars") if "webinar" in kinds else tr("Meetings")
        self.tabs = TabRow(meetings, tr("Experiments"), name="webinars.tabs")
        self.tabs.setAccessibleName(tr("Webinars and experiments"))
        self._after = words("", "caption", "text3", name="webinars.after")
        self._after.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.tabs)
        row.addWidget(self._after, 1)
        column.addLayout(row)
        column.addWidget(rule())
        return head

    def _webinars(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._back = back_button(tr("All webinars"), name="webinars.back")
        self._back.clicked.connect(self._to_list)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._none = words(tr("This programme has no webinars."), "read", "text2", name="webinars.none")
        column.addWidget(self._none)
        across = QHBoxLayout()
        across.setSpacing(GAP)
        self.list = WebinarList()
        self.list.chosen.connect(lambda _id: self._show_webinar())
        self.list.opened.connect(self._open)
        self.detail = WebinarDetail(self._store, self)
        self._pane = _pane(self.detail, tr("Webinar"))
        across.addWidget(self.list)
        across.addWidget(self._pane, 1)
        self._across = across
        column.addLayout(across, 1)
        return holder

    def _load(self) -> None:
        store = self._store
        found = store.read(experiments.listed, store.journey_id)
        self._experiments = sorted(found, key=lambda line: life.is_over(line.state))
        been = store.read(webinars.webinars, store.journey_id, store.guidance.reflection_ids())
        self._lines = lines(been, self._experiments, store.guidance, store.today())
        count = len(self._experiments)
        self.tabs.setTabText(1, tr("Experiments ({n})", n=count) if count else tr("Experiments"))
        coming = [line for line in self._lines if line.coming and line.day and not line.webinar.meeting.skipped]
        first = min(coming, key=lambda line: line.day or dt.date.max, default=None)
        words_after = ""
        if first is not None and first.day is not None:
            name = first.name[:1].lower() + first.name[1:]
            words_after = tr("Next: {session} on {day}", session=name, day=dates.weekday(first.day))
        self._after.setText(words_after)

    def _arrange(self) -> None:
        filled = bool(self._lines)
        self._none.setVisible(not filled)
        in_detail = self._one and self._in_detail
        self._back.setVisible(filled and in_detail)
        self.list.setVisible(filled and not in_detail)
        self._pane.setVisible(filled and (not self._one or in_detail))
        self._across.setStretch(0, 1000 if self._one else 0)
        self.list.setMaximumWidth(16_777_215 if self._one else LIST_WIDTH)
        self.list.setMinimumWidth(0 if self._one else LIST_WIDTH)
        self._after.setVisible(not self._one)

    def _show_tab(self) -> None:
        """Fill the tab that shows; an experiment never stands in two places at once."""
        if self.tabs.currentIndex() == 1:
            self.detail.empty()
            self._show_experiments()
        else:
            self.all.empty()
            self._show_webinar()

    def _show_webinar(self) -> None:
        line = self.list.line()
        if line is not None and self.tabs.currentIndex() == 0 and self.detail.settle():
            mine = [each for each in self._experiments if each.meeting_id == line.meeting_id]
            self.detail.show_webinar(line, mine)
            self._pane.verticalScrollBar().setValue(0)

    def _show_experiments(self) -> None:
        store = self._store
        thrown = store.read(entries.listed, store.journey_id, (experiments.FORM,), thrown_away=True)
        nameless = tr("Experiment without a name")
        self.all.show_experiments(self._experiments, [(line.id, line.title or nameless) for line in thrown])

    def _tab_chosen(self, index: int) -> None:
        if self.settle():
            self._load()
            self._show_tab()
        self._stack.setCurrentIndex(index)

    def _open(self, _meeting_id: int) -> None:
        if self._one:
            self._in_detail = True
            self._arrange()
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.list.underMouse():
            self.detail.focus_first()

    def _to_list(self) -> None:
        self._in_detail = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own_change(self) -> None:
        chosen = self.list.line()
        self._load()
        self.list.show_lines(self._lines, chosen.meeting_id if chosen else 0)

    def _begin(self, meeting_id: int) -> None:
        store = self._store
        try:
            entry_id = store.do(
                experiments.begin, self, store.journey_id, on=store.today(), meeting_id=meeting_id or None
            )
        except JournalError:
            return  # the store has told the window; the button stays
        self._show_new(entry_id)

    def _follow(self, entry_id: int) -> None:
        try:
            made = self._store.do(experiments.go_on, self, entry_id, on=self._store.today())
        except JournalError:
            return  # the store has told the window; the experiment stays as it is
        announce(self, tr("A new experiment; your next step is its hunch."))
        self._show_new(made)

    def _show_new(self, entry_id: int) -> None:
        self.refresh()
        cards = self.all.cards if self.tabs.currentIndex() else self.detail.cards
        card = next((card for card in cards if card.entry_id == entry_id), None)
        if card is not None:
            card.focus_title()

    def _throw_away(self, entry_id: int) -> None:
        self._change_entry(throwing.throw_away, entry_id)
        self.tabs.setCurrentIndex(1)
        announce(self, tr("Thrown away. You can fetch it back below the experiments."))

    def _fetch_back(self, entry_id: int) -> None:
        self._change_entry(throwing.fetch_back, entry_id)

    def _change_entry(self, change: Callable[[Store, object, int, str], None], entry_id: int) -> None:
        title = self._store.read(entries.whole, entry_id).entry.title
        try:
            change(self._store, self, entry_id, title)
        except JournalError:
            return  # the store has told the window; all stays as it is
        self.refresh()

    def _someone_changed(self, what: Change, by: object) -> None:
        if by is not self and self.isVisible() and what & _STALE_BY:
            self.refresh()


def _pane(inside: QWidget, spoken: str) -> QScrollArea:
    pane = QScrollArea()
    pane.setWidgetResizable(True)
    pane.setFrameShape(QFrame.Shape.NoFrame)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.setAccessibleName(spoken)
    inside.setProperty("ground", "none")
    pane.setWidget(inside)
    pane.viewport().setAutoFillBackground(False)
    wide = max(DETAIL_WIDTH, theme.px(DETAIL_WIDTH))
    inside.setMaximumWidth(wide)
    pane.setMaximumWidth(wide + theme.px(20))
    return pane
