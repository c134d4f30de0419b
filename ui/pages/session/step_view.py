"""One step in large: its name, what happens, who does what, and what the group hears only now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.guidance_methods import Method, MethodStep
from journal.domain.snapshot import Piece
from journal.text import say, tr
from ui import theme
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.words import button, clear

Label = Callable[[str], str]


class StepView(QWidget):
    """``reveal_toggled`` when what was kept for this step is shown or hidden."""

    reveal_toggled = Signal(bool)

    def __init__(self, label_of: Label) -> None:
        super().__init__()
        self._label_of = label_of
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.where = Prose("", "caption", "text3", name="session.where")
        self.name = Prose("", "question", name="session.step")
        self.explain = Prose("", "prompt", "text2", name="session.explain")
        self._who, self._later = QWidget(), QWidget()
        for holder in (self._who, self._later):
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme.px(6))
        self.reveal = button(tr("Show what I really did"), icon="eye", name="session.reveal")
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._toggled)
        self._pieces: Sequence[Piece] = ()
        for space, widget in ((0, self.where), (2, self.name), (10, self.explain), (22, self._who)):
            self._column.addSpacing(theme.px(space))
            self._column.addWidget(widget)
        self._column.addSpacing(theme.px(22))
        self._column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(theme.px(12))
        self._column.addWidget(self._later)

    def show_step(self, method: Method, number: int, later: Sequence[Piece]) -> None:
        """Show step ``number`` (from 0). ``later``: what the group hears in it; hidden until asked for."""
        step = method.steps[number]
        self.where.setText(tr("Step {number} of {count}", number=number + 1, count=len(method.steps)))
        self.name.setText(say(step.name))
        self.explain.setText(say(step.explain))
        self._show_who(method, step)
        self._pieces = later
        self.reveal.setVisible(bool(later))
        self.reveal.setChecked(False)
        self._toggled(shown=False)

    def _show_who(self, method: Method, step: MethodStep) -> None:
        clear(self._who)
        layout = self._who.layout()
        assert layout is not None
        doing = method.doing(step)
        for role in doing:
            layout.addWidget(Mixed((f"{say(role.name)}. ", "text", True), (say(role.explain), "text2", False)))
        if not doing:
            layout.addWidget(Mixed((tr("Everybody takes part."), "text2", False)))

    def _toggled(self, shown: bool) -> None:
        self.reveal.setText(tr("Hide what I really did") if shown else tr("Show what I really did"))
        clear(self._later)
        layout = self._later.layout()
        assert layout is not None
        for piece in self._pieces if shown else ():
            layout.addWidget(Prose(self._label_of(piece.prompt_id), "label", "text3"))
            layout.addWidget(Prose(piece.text, "write", name=f"session.later.{piece.prompt_id}"))
        self._later.setVisible(shown)
        self.reveal_toggled.emit(shown)
