"""The guide to a learning question as a page of its own, for who did not find one at the first start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.store import Store
from ui.widgets.question_guide import QuestionGuide
from ui.widgets.start_footer import StartFooter
from ui.widgets.start_step import COLUMN


class QuestionGuidePage(QWidget):
    """``closed_requested()`` when a question was taken along, put off, or left."""

    closed_requested = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.guide = QuestionGuide(store, before=tr("Back"))
        self._footer = StartFooter("guide", stacked=theme.is_large())
        self._lay_out()
        self.guide.changed.connect(self._show_footing)
        for ended in (self.guide.taken, self.guide.left, self.guide.later):
            ended.connect(self.closed_requested)
        self._footer.next_requested.connect(self.guide.advance)
        self._footer.back_requested.connect(self.guide.back)
        self._footer.aside_requested.connect(self.guide.put_off)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self.guide.back)
        self._show_footing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus belongs in the field."""
        super().focusInEvent(event)
        self.guide.arrive()

    def refresh(self) -> None:
        """Put the caret where one writes."""
        self.guide.arrive()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.guide.settle()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setProperty("ground", "none")
        beside = 24 if theme.is_large() else 40
        for owner, part, top in ((inside, self.guide, 24 if theme.is_large() else 84), (None, self._footer, 0)):
            part.setMaximumWidth(100_000 if theme.is_large() else COLUMN)
            across = QHBoxLayout(owner) if owner else QHBoxLayout()
            across.setContentsMargins(beside, top, beside, 0)
            across.addStretch(1)
            across.addWidget(part, 1000)
            across.addStretch(1)
            if owner is None:
                bottom = across
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(bottom)

    def _show_footing(self) -> None:
        self._footer.show_footing(self.guide.footing())
