"""Looking in a part of the journal: a place on the journey, a period, captions too."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout, QWidget

from journal.domain.guidance import Guidance
from journal.storage.search import Narrowed
from journal.text import say, tr
from ui import theme
from ui.widgets.words import words

_MONTH, _QUARTER = 31, 92


class Refine(QFrame):
    """``changed`` when something else is chosen; ``narrowed(kind, today)`` gives it."""

    changed = Signal()

    def __init__(self, guidance: Guidance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("search.refine")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(14))
        column.setSpacing(0)
        column.addWidget(words(tr("Refine"), "ui_bold"))
        column.addSpacing(theme.px(10))
        stages = [(tr("All places"), "")]
        stages += [(f"{number}. {say(stage.name)}", stage.id) for number, stage in enumerate(guidance.stages, 1)]
        self._stage = self._choice(column, tr("Place on the journey"), stages, "search.stage")
        column.addSpacing(theme.px(14))
        periods = [
            (tr("Whole journey"), 0),
            (tr("Last month"), _MONTH),
            (tr("Last three months"), _QUARTER),
            (tr("Longer ago"), -_QUARTER),
        ]
        self._period = self._choice(column, tr("Period"), periods, "search.period")
        column.addSpacing(theme.px(12))
        self._captions = QCheckBox(tr("Captions too"))
        self._captions.setFont(theme.font("ui"))
        self._captions.setObjectName("search.captions")
        self._captions.toggled.connect(self.changed)
        column.addWidget(self._captions)
        column.addStretch(1)

    def narrowed(self, kind: str, today: dt.date) -> Narrowed:
        """What is chosen, for this kind."""
        days = int(self._period.currentData())
        since = today - dt.timedelta(days=days) if days > 0 else None
        until = today + dt.timedelta(days=days - 1) if days < 0 else None
        return Narrowed(kind, str(self._stage.currentData()), since, until, self._captions.isChecked())

    def _choice(self, column: QVBoxLayout, label: str, choices: Sequence[tuple[str, object]], name: str) -> QComboBox:
        said = words(label, "caption", "text2")
        box = QComboBox()
        box.setFont(theme.font("ui"))
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, value in choices:
            box.addItem(text, value)
        box.view().setMinimumWidth(theme.px(300))
        box.currentIndexChanged.connect(self.changed)
        said.setBuddy(box)
        column.addWidget(said)
        column.addSpacing(theme.px(4))
        column.addWidget(box)
        return box
