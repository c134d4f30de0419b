"""Part 2: the method, its steps as a bar, what the chosen step is, and the way to lead a meeting with it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from journal import method_files
from journal.domain.guidance import Guidance
from journal.domain.guidance_methods import Method, MethodStep
from journal.text import say, tr
from ui import theme
from ui.pages.intervisie.method_more import MethodMore
from ui.pages.intervisie.numbered import Numbered
from ui.widgets.flow import Flow
from ui.widgets.method_bar import BarPart, MethodBar
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.words import button

_NARROWEST, _WIDEST = 228, 330


class MethodPart(Numbered):
    """``chosen(method_id)`` when the writer takes another method; ``session_requested`` to lead a meeting."""

    chosen = Signal(str)
    session_requested = Signal()

    def __init__(self, guidance: Guidance) -> None:
        super().__init__(2, tr("Method"), head=40, above=12)
        self._method: Method | None = None
        self._shown = ""
        self._combo = _Combo()
        self._combo.activated.connect(lambda _index: self.chosen.emit(self._combo.currentData()))
        self.head.addWidget(self._combo, 0, Qt.AlignmentFlag.AlignRight)
        self._summary = Prose("", "ui", "text2")
        self._bar = MethodBar()
        self._bar.chosen.connect(self._explain)
        self._told = Mixed(role="caption", name="intervisie.step")
        self.more = MethodMore()
        self.more.hide()
        for space, widget in ((5, self._summary), (11, self._bar), (6, self._told), (6, self._ways()), (0, self.more)):
            self.content.addSpacing(theme.px(space))
            self.content.addWidget(widget)
        self.show_methods(guidance)

    def show_methods(self, guidance: Guidance) -> None:
        """Offer these methods; the ones of the group's own come last."""
        self._guidance, self._method = guidance, None
        self._combo.clear()
        own = [method for method in guidance.methods if method_files.is_own(method.id)]
        for method in guidance.methods:
            if own and method.id == own[0].id:
                self._combo.insertSeparator(self._combo.count())
            self._combo.addItem(say(method.name), method.id)
        self.more.show_own(own)

    def show_method(self, method_id: str) -> None:
        """Show a method; its longest step explains itself first. One that is no longer there says so."""
        method = next((each for each in self._guidance.methods if each.id == method_id), None)
        self._combo.setCurrentIndex(self._combo.findData(method_id) if method else -1)
        if method is not None and method is self._method:
            return  # as it was, with the step that was chosen
        self._method, self._shown = method, method_id
        gone = tr("This method is not in your journal any more. Choose another, or open its file again.")
        self._summary.setText(say(method.summary) if method else gone)
        self._bar.setVisible(method is not None)
        self._told.setVisible(method is not None)
        self.more.show_method(method)
        if method is None:
            return
        longest = max(method.steps, key=lambda step: step.minutes)
        parts = [BarPart(step.id, say(step.name), step.minutes, _named(step)) for step in method.steps]
        self._bar.show_parts(parts, longest.id)
        self._explain(longest.id)

    def current_id(self) -> str:
        """The method that is shown, also when it is no longer there."""
        return self._shown

    def open_more(self, *, shown: bool = True) -> None:
        """Open or close what more there is to tell."""
        self.more.setVisible(shown)
        self._more.setText(tr("Less about this method") if shown else tr("More about this method"))
        self._more.setAccessibleDescription(tr("opened") if shown else tr("closed"))
        self.updateGeometry()

    def _ways(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, spacing=theme.px(8))
        lead = button(tr("Lead the meeting"), "text", icon="users", name="intervisie.session")
        lead.clicked.connect(self.session_requested)
        self._more = button(tr("More about this method"), "text", icon="chevron-down", name="intervisie.method.about")
        self._more.clicked.connect(lambda: self.open_more(shown=self.more.isHidden()))
        self._more.setAccessibleDescription(tr("closed"))
        for way in (lead, self._more):
            flow.addWidget(way)
        return holder

    def _explain(self, step_id: str) -> None:
        method = self._method
        if method is None:
            return
        step = next(step for step in method.steps if step.id == step_id)
        rest = tr("{explain} Together {n} minutes.", explain=say(step.explain), n=method.minutes)
        self._told.say((f"{_named(step)}. ", "text2", True), (rest, "text3", False))


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("intervisie.method")
        self.setAccessibleName(tr("Method"))
        self.setFont(theme.font("ui"))
        self.setMinimumWidth(theme.px(_NARROWEST))
        self.currentTextChanged.connect(self.setToolTip)  # a name may be longer than there is room
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its names, within what the column has room for."""
        width = min(max(super().sizeHint().width(), theme.px(_NARROWEST)), theme.px(_WIDEST))
        return QSize(width, theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its longest name."""
        return QSize(theme.px(_NARROWEST), theme.px(40))


def _named(step: MethodStep) -> str:
    return tr("{step}, {n} minutes", step=say(step.name), n=step.minutes)
