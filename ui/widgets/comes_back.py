"""What comes back: the writer names it, or chooses what was named before. The third time there are three offers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.storage import worries
from journal.storage.worries import OFTEN, WorryLine
from journal.text import tr
from ui import theme
from ui.store import Store
from ui.widgets.flow import Flow
from ui.widgets.speak import announce
from ui.widgets.words import button, clear, words

_LONGEST = 80


class ComesBack(QWidget):
    """A quiet button that unfolds. ``group_requested`` and ``draw_requested`` are two of the three offers."""

    group_requested = Signal()
    draw_requested = Signal()

    def __init__(self, store: Store, entry_id: int) -> None:
        super().__init__()
        self._store, self._entry_id = store, entry_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._show = button(tr("This comes back"), "text", name="comes_back.show")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._unfold)
        column.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        self._panel = QFrame()
        self._panel.setProperty("kind", "panel")
        self._inside = QVBoxLayout(self._panel)
        self._inside.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self._inside.setSpacing(theme.px(10))
        self._panel.hide()
        column.addWidget(self._panel)

    def refresh(self) -> None:
        """Show what the journal has now; open when something is marked here."""
        lines = self._lines()
        if any(line.here for line in lines) and not self._show.isChecked():
            self._show.setChecked(True)
        elif self._show.isChecked():
            self._build(lines)

    def _lines(self) -> list[WorryLine]:
        return self._store.read(worries.listed, self._store.journey_id, self._entry_id)

    def _unfold(self, on: bool) -> None:
        self._panel.setVisible(on)
        if on:
            self._build(self._lines())

    def _build(self, lines: list[WorryLine]) -> None:
        clear(self._panel)
        self._inside.addWidget(words(tr("What comes back? Give it a name of your own, or choose one."), "ui_bold"))
        if lines:
            self._inside.addWidget(self._chips(lines))
        self._name = QLineEdit()
        self._name.setObjectName("comes_back.name")
        self._name.setAccessibleName(tr("Name of what comes back"))
        self._name.setPlaceholderText(tr("In a few words"))
        self._name.setFont(theme.font("input"))
        self._name.setMaxLength(_LONGEST)
        self._name.returnPressed.connect(self._add)
        self._inside.addWidget(self._name)
        add = button(tr("Keep"), name="comes_back.add")
        add.clicked.connect(self._add)
        self._inside.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        for line in lines:
            if line.here and line.times >= OFTEN:
                self._inside.addWidget(self._offers(line))

    def _chips(self, lines: list[WorryLine]) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, spacing=theme.px(8))
        for line in lines:
            chip = button(line.name, "chip", name=f"comes_back.worry.{line.id}")
            chip.setCheckable(True)
            chip.setChecked(line.here)
            chip.clicked.connect(lambda on, id_=line.id: self._do(worries.mark, id_, self._entry_id, on))
            flow.addWidget(chip)
        return holder

    def _offers(self, line: WorryLine) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(8))
        if line.left:
            column.addWidget(words(tr("‘{name}’ may rest.", name=line.name), "ui", "text2", name="comes_back.left"))
            again = button(tr("Take it up again"), "text", name="comes_back.again")
            again.clicked.connect(lambda: self._do(worries.leave, line.id, False))
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
            return holder
        said = tr("‘{name}’ comes back again. Thinking on is not always what helps.", name=line.name)
        column.addWidget(words(said, "ui", name="comes_back.often"))
        row = QWidget()
        flow = Flow(row, spacing=theme.px(8))
        group = button(tr("Take it to your group"), icon="users", name="comes_back.group")
        group.clicked.connect(self.group_requested)
        draw = button(tr("Draw it"), icon="pencil", name="comes_back.draw")
        draw.clicked.connect(self.draw_requested)
        leave = button(tr("Leave it"), name="comes_back.leave")
        leave.clicked.connect(lambda: self._do(worries.leave, line.id, True))
        for made in (group, draw, leave):
            flow.addWidget(made)
        column.addWidget(row)
        return holder

    def _add(self) -> None:
        typed = self._name.text().strip()
        if not typed:
            return
        try:
            worry_id = self._store.do(worries.name, self, self._store.journey_id, typed)
        except JournalError:
            return  # the store has told the page; the name still stands there
        self._do(worries.mark, worry_id, self._entry_id, True)
        announce(self, tr("Kept: {name}.", name=typed))

    def _do(self, operation: object, *args: object) -> None:
        try:
            self._store.do(operation, self, *args)  # type: ignore[arg-type]
        except JournalError:
            return  # the store has told the page; all stays as it is
        self._build(self._lines())
