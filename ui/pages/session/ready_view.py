"""Before it begins: which method, for whom, and whether the question may be seen on this screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.guidance_methods import Method
from journal.text import say, tr, trn
from ui import theme
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.switch import Switch
from ui.widgets.words import clear


class ReadyView(QWidget):
    """``method_chosen(id)`` when another method is taken."""

    method_chosen = Signal(str)

    def __init__(self, methods: tuple[Method, ...], *, with_question: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.combo = QComboBox()
        self.combo.setObjectName("session.method")
        self.combo.setAccessibleName(tr("Method"))
        self.combo.setFont(theme.font("ui"))
        self.combo.setMinimumHeight(theme.px(40))
        for method in methods:
            self.combo.addItem(say(method.name), method.id)
        self.combo.activated.connect(lambda _index: self.method_chosen.emit(self.combo.currentData()))
        self.summary = Prose("", "prompt", "text2", name="session.summary")
        self._told = QWidget()
        inside = QVBoxLayout(self._told)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(8))
        self.show_question = Switch(tr("Show my question on this screen"), object_name="session.show")
        title = Prose(tr("Lead the meeting"), "question")
        for space, widget in ((0, title), (20, self.combo), (16, self.summary), (18, self._told)):
            column.addSpacing(theme.px(space))
            if widget is self.combo:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(widget)
        column.addSpacing(theme.px(24))
        self._choice = self._question_row()
        column.addWidget(self._choice)
        if not with_question:
            self._choice.hide()
        column.addStretch(1)

    def show_method(self, method: Method) -> None:
        """Tell about this method."""
        self.combo.setCurrentIndex(self.combo.findData(method.id))
        self.summary.setText(say(method.summary))
        clear(self._told)
        layout = self._told.layout()
        assert layout is not None
        people = tr("from {n} people", n=method.least_people)
        time = trn("{n} minute", "{n} minutes", method.minutes)
        steps = trn("{n} step", "{n} steps", len(method.steps))
        layout.addWidget(Mixed((f"{steps}, {time}, {people}.", "text3", False)))
        for role in method.roles:
            layout.addWidget(Mixed((f"{say(role.name)}. ", "text", True), (say(role.explain), "text2", False)))

    def _question_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.show_question, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Prose(tr("Show my question on this screen"), "ui_bold"))
        words.addWidget(
            Prose(tr("Others look along. Nothing else of your journal is on this screen."), "caption", "text3")
        )
        row.addLayout(words, 1)
        return holder
