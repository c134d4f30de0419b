"""The earlier texts of one answer: to read, and to put back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal import dates
from journal.domain.records import AnswerVersion
from journal.domain.word_difference import compare
from journal.text import tr
from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.compared_text import ComparedText
from ui.widgets.speak import announce
from ui.widgets.words import button, rule, words

_MOST = 30
"""Older ones show after these; a panel with hundreds of texts would be slow and of no use."""


class Versions(QFrame):
    """Newest first. ``now``: the text of today. ``read``: how a kept text is shown. ``bring_back_requested(id)``."""

    bring_back_requested = Signal(int)

    def __init__(
        self,
        found: Sequence[AnswerVersion],
        *,
        name: str,
        now: str = "",
        read: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._waiting = list(found)
        self._read = read
        self._now = read(now)
        self._name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(words(tr("Earlier versions"), "ui_bold"))
        self._more = button(tr("Show older ones"), "text", name=f"{name}.more")
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_more()

    def _show_more(self) -> None:
        some, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
        for version in some:
            self._add(version)
        self._more.setVisible(bool(self._waiting))

    def _add(self, version: AnswerVersion) -> None:
        kept = version.kept_at.astimezone()
        when = tr("Of {day}, {time}", day=dates.full(kept.date()), time=dates.clock(kept))
        text = AnswerEdit(lambda _text: None, self._read(version.text), role="read_s", min_lines=1)
        text.setReadOnly(True)
        text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        text.setAccessibleName(when)
        differs = button(tr("What differs from now?"), "link", name=f"{self._name}.compare.{version.id}")
        differs.setCheckable(True)
        differs.setAccessibleName(f"{tr('What differs from now?')} {when}")
        differs.toggled.connect(lambda on: self._compare(version, text, on=on))
        back = button(tr("Put back"), "text", icon="undo-2", name=f"{self._name}.back.{version.id}")
        back.setAccessibleName(f"{tr('Put back')}, {when}")
        back.clicked.connect(lambda: self.bring_back_requested.emit(version.id))
        at = self._column.indexOf(self._more)
        for part in (rule(), words(when, "caption", "text3"), text):
            self._column.insertWidget(at, part)
            at += 1
        row = QHBoxLayout()
        row.addWidget(back)
        row.addWidget(differs)
        row.addStretch(1)
        self._column.insertLayout(at, row)

    def _compare(self, version: AnswerVersion, text: QWidget, *, on: bool) -> None:
        """In the place of the text: from then to now, word by word."""
        known = f"{self._name}.compared.{version.id}"
        compared = self.findChild(ComparedText, known)
        if compared is None:
            compared = ComparedText(compare(self._read(version.text), self._now), name=known)
            self._column.insertWidget(self._column.indexOf(text) + 1, compared)
        compared.setVisible(on)
        text.setVisible(not on)
        if on:
            announce(self, compared.accessibleDescription())
