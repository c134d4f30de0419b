"""The card of one place: what it is like to be here, and by what one notices it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from journal.domain.guidance import Stage
from journal.domain.records import Who
from journal.text import say, tr
from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.chosen_dot import ChosenDot
from ui.widgets.underlined import Underlined
from ui.widgets.words import button, card, clear, words

if TYPE_CHECKING:
    from ui.pages.reflection.place_step import PlaceStep

_HEIGHT = 190
_LEFT, _RIGHT = 541, 362


class PlaceCard(QWidget):
    """Shows one chosen place of me or us; ``other_requested`` when there are two and the other is wanted."""

    other_requested = Signal()

    def __init__(self, step: "PlaceStep") -> None:
        super().__init__()
        self._step = step
        self._written = step.written
        self._key: object = None
        self.field: AnswerEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._frame = card("reflection.place")
        column.addWidget(self._frame)
        direction = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        self._row = QBoxLayout(direction, self._frame)
        self._row.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        self._row.setSpacing(theme.px(16) if theme.is_large() else 0)

    def show_place(self, who: Who, stage_id: str) -> None:
        """Show a place; empty: say how to choose one."""
        key = (who, stage_id, self._written.chosen[Who.ME], self._written.chosen[Who.US])
        if key == self._key:
            if self.field is not None:
                self.field.show_text(self._written.evidence.get((who, stage_id), ""))
            return
        self._key, self.field = key, None
        clear(self._frame)
        known = {stage.id for stage in self._written.store.guidance.stages}
        if stage_id in known:
            self._show_stage(who, self._written.store.guidance.stage(stage_id))
        else:
            left = self._left()
            left.addWidget(words(tr("No place chosen yet"), "card_title"))
            left.addWidget(words(self._how_to_choose(), "read_s", "text2"))
            self._add_remarks(left, who, "")
            left.addStretch(1)
        if not theme.is_large():
            self._frame.setMinimumHeight(theme.px(_HEIGHT))

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.field is None or self.field.settle()

    def _show_stage(self, who: Who, stage: Stage) -> None:
        number = self._written.store.guidance.stage_number(stage.id)
        left = self._left()
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(theme.px(10))
        head.addWidget(ChosenDot())
        head.addWidget(words(f"{number}. {say(stage.name)}", "card_title", name="reflection.place.name"), 1)
        left.addLayout(head)
        left.addSpacing(theme.px(7))
        left.addWidget(words(say(stage.card), "read_s", "text2"))
        self._add_remarks(left, who, stage.id)
        left.addStretch(1)
        self._add_divider()
        self._add_notice(who, stage)

    def _left(self) -> QVBoxLayout:
        part = QWidget()
        left = QVBoxLayout(part)
        left.setContentsMargins(0, 0, 0 if theme.is_large() else theme.px(24), 0)
        left.setSpacing(0)
        self._row.addWidget(part, _LEFT)
        return left

    def _add_divider(self) -> None:
        divider = QFrame()
        divider.setStyleSheet(f"background: {theme.colour_name('line')}; border: none;")
        if theme.is_large():
            divider.setFixedHeight(1)
        else:
            divider.setFixedWidth(1)
        self._row.addWidget(divider)

    def _add_notice(self, who: Who, stage: Stage) -> None:
        part = QWidget()
        right = QVBoxLayout(part)
        right.setContentsMargins(0 if theme.is_large() else theme.px(32), theme.px(2), 0, 0)
        right.setSpacing(0)
        right.addWidget(words(say(stage.notice.ask), "label"))
        right.addSpacing(theme.px(10))
        field = AnswerEdit(
            lambda text: self._written.notice(who, stage.id, text),
            self._written.evidence.get((who, stage.id), ""),
            role="read_s",
            min_lines=2,
        )
        field.setObjectName("reflection.notice")
        field.setAccessibleName(say(stage.notice.ask))
        field.written.connect(lambda _text: self._step.changed.emit())
        field.advance_requested.connect(self._step.advance_requested)
        field.back_requested.connect(self._step.focus_text)
        self.field = field
        right.addWidget(Underlined(field))
        right.addSpacing(theme.px(8))
        if stage.notice.hint:
            right.addWidget(words(say(stage.notice.hint), "caption", "text3"))
        right.addStretch(1)
        self._row.addWidget(part, _RIGHT)

    def _add_remarks(self, left: QVBoxLayout, who: Who, stage_id: str) -> None:
        chosen = self._written.chosen[who]
        guidance = self._written.store.guidance
        if len(chosen) > 1:
            text = tr("You are on two places.") if who is Who.ME else tr("Your cooperation is on two places.")
            left.addSpacing(theme.px(8))
            left.addWidget(words(text, "ui", "text", name="reflection.two_places"))
            for other in chosen:
                if other != stage_id:
                    place = f"{guidance.stage_number(other)}. {say(guidance.stage(other).name)}"
                    link = button(tr("Show {place}", place=place), "link", name="reflection.other_place")
                    link.clicked.connect(self.other_requested)
                    left.addWidget(link)
        me, us = self._written.chosen[Who.ME], self._written.chosen[Who.US]
        if me and us and set(me) != set(us):
            differ = tr("You and your cooperation are on a different place. What does that tell you?")
            left.addSpacing(theme.px(8))
            left.addWidget(words(differ, "ui", "text", name="reflection.differ"))

    def _how_to_choose(self) -> str:
        return tr(
            "Click a place to read what it is like there; what you clicked last counts. With Ctrl you choose two."
        )
