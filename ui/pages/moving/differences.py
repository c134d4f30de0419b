"""Texts that differ, side by side, with the words marked in which they do. Choosing can wait."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from journal import dates
from journal.domain.word_difference import Kind, Run, compare, without
from journal.storage import differences
from journal.storage.differences import DifferenceLine, Kept
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.words import button, clear, top_column, words

_SIDE_BY_SIDE_FROM, _WIDEST = 540, 1120


class DifferencesPage(QScrollArea):
    """The whole window; ``closed_requested`` goes back. Every choice is saved at once."""

    closed_requested = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self._store = store
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = top_column(inside)
        column.setContentsMargins(theme.px(32), theme.px(30), theme.px(32), theme.px(32))
        column.setSpacing(theme.px(16))
        self._later = button(tr("Choose later"), icon="arrow-left", name="differences.later")
        self._later.clicked.connect(self.closed_requested)
        column.addWidget(self._later, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words(tr("Texts that differ"), "question", name="differences.title"))
        self._lead = words("", "ui", "text2", name="differences.lead")
        column.addWidget(self._lead)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(16))
        self._list.setMaximumWidth(theme.px(_WIDEST))
        column.addWidget(self._list)
        self.setWidget(inside)
        self.setFocusProxy(self._later)
        self.refresh()

    def refresh(self) -> None:
        """What still waits."""
        clear(self._list)
        found = self._store.read(differences.listed)
        told = tr(
            "On two laptops something else was written in the same place. The text that was written last stands there "
            "now. What you do not choose stays too, as an earlier text."
        )
        self._lead.setText(told if found else tr("Nothing differs any more. You can go back."))
        for line in found:
            self._rows.addWidget(_Card(line, self._heading(line), self._choose))

    def settle(self) -> bool:
        """Choices are never unsaved."""
        return True

    def _choose(self, line: DifferenceLine, kept: Kept) -> None:
        self._store.do(differences.decide, self, line.id, kept)
        self.refresh()
        next_one = self._list.findChild(QWidget, "differences.keep") or self._later
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, line: DifferenceLine) -> str:
        prompts = {prompt.id: prompt for prompt in self._store.guidance.prompts()}
        prompt = prompts.get(line.prompt_id)
        try:
            form = say(self._store.guidance.form(line.form_id).name)
        except KeyError:
            form = ""
        about = say(prompt.label or prompt.ask) if prompt else tr("Title") if line.prompt_id == "aside.title" else ""
        return ", ".join(part for part in (dates.full(line.written_on), form, line.title, about) if part)


class _Card(QFrame):
    def __init__(self, line: DifferenceLine, heading: str, choose: Callable[[DifferenceLine, Kept], object]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(words(heading, "ui_bold"))
        runs = compare(line.standing, line.other)
        left, right = without(runs, Kind.NEW), without(runs, Kind.GONE)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.px(24))
        here, there = tr("written on this device"), tr("from “{name}”", name=line.came_from)
        origins = (here, there) if line.other_is_theirs else (there, here)
        standing = tr("Stands there now, {origin}", origin=origins[0])
        other = tr("The other, {origin}", origin=origins[1])
        self._sides.addWidget(_Side(standing, left, added=True, name="differences.standing"), 1)
        self._sides.addWidget(_Side(other, right, added=False, name="differences.other"), 1)
        column.addLayout(self._sides)
        large = theme.is_large()
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        for kept, text, name in (
            (Kept.STANDING, tr("Keep this one"), "keep"),
            (Kept.OTHER, tr("The other one"), "other_one"),
            (Kept.BOTH, tr("Both, under each other"), "both"),
        ):
            made = button(text, name=f"differences.{name}")
            made.setAccessibleDescription(heading)
            made.clicked.connect(lambda _checked=False, kept=kept: choose(line, kept))
            row.addWidget(made)
        row.addStretch()
        column.addLayout(row)

    def resizeEvent(self, event: object) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        wide = self.width() >= theme.px(_SIDE_BY_SIDE_FROM) and not theme.is_large()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)


class _Side(QFrame):
    """One text. Words that only it has are underlined (what stands) or struck out (what gave way), and bold."""

    def __init__(self, heading: str, runs: tuple[Run, ...], *, added: bool, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        column = top_column(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(6))
        column.addWidget(words(heading, "caption", "text3"))
        self.text = QLabel(_marked(runs, "underline" if added else "line-through"))
        self.text.setObjectName(name)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setFont(theme.font("write"))
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        only = " ".join(run.text.strip() for run in runs if run.kind is not Kind.SAME)
        self.text.setAccessibleName(heading)
        told = "".join(run.text for run in runs)
        self.text.setAccessibleDescription(f"{told}. {tr('Only here: {words}', words=only)}" if only else told)
        column.addWidget(self.text)


def _marked(runs: tuple[Run, ...], line: str) -> str:
    """What was written is text, never markup."""
    parts = []
    for run in runs:
        text = escape(run.text).replace("\n", "<br>")
        marked = f'<span style="text-decoration: {line}; font-weight: 600">{text}</span>'
        parts.append(text if run.kind is Kind.SAME else marked)
    return f'<div style="white-space: pre-wrap">{"".join(parts)}</div>'
