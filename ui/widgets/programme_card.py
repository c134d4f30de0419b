"""The card "Your programme": what comes after this, and the line with all meetings."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from journal import dates
from journal.domain import progress
from journal.domain.guidance import Guidance
from journal.text import say, tr
from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.next_step_words import session_words
from ui.widgets.programme_line import ProgrammeLine
from ui.widgets.programme_node import Node
from ui.widgets.text_link import TextLink
from ui.widgets.words import button, clear, words


class ProgrammeCard(QFrame):
    """``meeting_activated(meeting_id)``: a meeting on the line, or one that has no date yet."""

    meeting_activated = Signal(int)
    dates_requested = Signal()

    def __init__(self, guidance: Guidance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guidance = guidance
        self.nodes: dict[int, Node] = {}
        self.setProperty("kind", "card")
        self.setObjectName("programme_card")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 10)
        column.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(4)
        self._after_label = words(tr("After this:"), "caption_bold", "text2", wrap=False)
        self._after = words("", "caption", "text2", wrap=False)
        self._head.addWidget(words(tr("Your programme"), "caption", "text3", wrap=False))
        self._head.addStretch()
        self._head.addWidget(self._after_label)
        self._head.addWidget(self._after)
        column.addLayout(self._head)
        column.addSpacing(19)
        self.line = ProgrammeLine()
        self.line.meeting_activated.connect(self.meeting_activated)
        column.addWidget(self.line)
        self._undated = QWidget()
        self._links: list[QWidget] = []
        Flow(self._undated, spacing=6)
        column.addWidget(self._undated)
        column.addStretch()
        self.dates = button(tr("All dates"), "link", name="programme_card.dates")
        self.dates.clicked.connect(self.dates_requested)
        self._head.insertWidget(1, self.dates)
        self._head.insertSpacing(1, 12)

    def show_meetings(
        self, meetings: Sequence[progress.Meeting], reflections: Sequence[progress.Reflection], today: dt.date
    ) -> None:
        """Show the meetings as they stand today."""
        numbers = _webinar_numbers(self._guidance)
        found = [self._node(meeting, meetings, reflections, today, numbers) for meeting in meetings]
        self.nodes = {node.meeting_id: node for node in found}
        coming = self._after_words(meetings, today)
        self._after.setText(coming)
        self._after_label.setVisible(bool(coming))
        self.line.set_nodes(found)
        clear(self._undated)
        self._links = []
        layout = self._undated.layout()
        assert layout is not None
        for node in found:
            if node.first is None:
                link = TextLink(
                    tr("{meeting}: no date yet", meeting=node.name),
                    node.meeting_id,
                    name=f"programme.{node.meeting_id}",
                )
                link.setFont(theme.font("caption"))
                link.chosen.connect(self.meeting_activated)
                layout.addWidget(link)
                self._links.append(link)
        self._undated.setVisible(layout.count() > 0)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in order."""
        return [self.dates, *self.line.buttons, *self._links]

    def set_upright(self, *, upright: bool) -> None:
        """Put the words on top under each other, or at both ends of one line."""
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)
        self._after.setWordWrap(upright)

    def place_of(self, meeting_id: int) -> QRect:
        """Where a meeting is drawn, in this card."""
        if self.nodes[meeting_id].first:
            return self.line.place_of(meeting_id).translated(self.line.pos())
        return self._undated.geometry()

    def _after_words(self, meetings: Sequence[progress.Meeting], today: dt.date) -> str:
        coming = progress.after(meetings, today)
        if coming is None or coming.starts_on is None:
            return ""
        name = session_words(self._guidance, coming.session_id)
        return tr("{session} on {day}", session=name, day=dates.weekday(coming.starts_on))

    def _node(
        self,
        meeting: progress.Meeting,
        meetings: Sequence[progress.Meeting],
        reflections: Sequence[progress.Reflection],
        today: dt.date,
        numbers: dict[str, str],
    ) -> Node:
        names = {session.id: say(session.name) for session in self._guidance.programme.sessions}
        return Node(
            meeting_id=meeting.id or 0,
            kind=meeting.kind,
            name=names.get(meeting.session_id, meeting.session_id),
            number=numbers.get(meeting.session_id, ""),
            first=meeting.starts_on,
            last=meeting.ends_on,
            standing=progress.standing(meeting, meetings, reflections, today, self._guidance.looked_back_kinds()),
            days=(meeting.starts_on - today).days if meeting.starts_on else 0,
        )


def _webinar_numbers(guidance: Guidance) -> dict[str, str]:
    webinars = [session.id for session in guidance.programme.sessions if session.kind == "webinar"]
    return {session_id: str(number) for number, session_id in enumerate(webinars, 1)}
