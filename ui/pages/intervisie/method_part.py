"""Part 2: the method, its steps as a bar, and what the chosen step is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from journal.domain.guidance import Guidance
from journal.domain.guidance_methods import Method, MethodStep
from journal.text import say, tr
from ui import theme
from ui.pages.intervisie.numbered import Numbered
from ui.widgets.method_bar import BarPart, MethodBar
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose


class MethodPart(Numbered):
    """``chosen(method_id)`` when the writer takes another method."""

    chosen = Signal(str)

    def __init__(self, guidance: Guidance) -> None:
        super().__init__(2, tr("Method"), head=40, above=12)
        self._guidance = guidance
        self._combo = _Combo()
        for method in guidance.methods:
            self._combo.addItem(say(method.name), method.id)
        self._combo.activated.connect(lambda _index: self.chosen.emit(self._combo.currentData()))
        self.head.addWidget(self._combo, 0, Qt.AlignmentFlag.AlignRight)
        self._summary = Prose("", "ui", "text2")
        self._bar = MethodBar()
        self._bar.chosen.connect(self._explain)
        self._told = Mixed(role="caption", name="intervisie.step")
        for space, widget in ((5, self._summary), (11, self._bar), (6, self._told)):
            self.content.addSpacing(theme.px(space))
            self.content.addWidget(widget)

    def show_method(self, method_id: str) -> None:
        """Show a method; its longest step explains itself first."""
        methods = self._guidance.methods
        method = next((each for each in methods if each.id == method_id), methods[0])
        self._combo.setCurrentIndex(methods.index(method))
        self._summary.setText(say(method.summary))
        longest = max(method.steps, key=lambda step: step.minutes)
        parts = [BarPart(step.id, say(step.name), step.minutes, _named(step)) for step in method.steps]
        self._method = method
        self._bar.show_parts(parts, longest.id)
        self._explain(longest.id)

    def _explain(self, step_id: str) -> None:
        method: Method = self._method
        step = next(step for step in method.steps if step.id == step_id)
        rest = tr("{explain} Together {n} minutes.", explain=say(step.explain), n=method.minutes)
        self._told.say((f"{_named(step)}. ", "text2", True), (rest, "text3", False))


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("intervisie.method")
        self.setAccessibleName(tr("Method"))
        self.setFont(theme.font("ui"))
        self.setMinimumWidth(theme.px(228))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(super().sizeHint().width(), theme.px(228)), theme.px(40))


def _named(step: MethodStep) -> str:
    return tr("{step}, {n} minutes", step=say(step.name), n=step.minutes)
