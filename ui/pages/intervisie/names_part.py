"""How names print: the switch, what it does to whom, and a panel to look each name over."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.domain.pseudonyms import initial
from journal.domain.snapshot import NameChoice
from journal.text import tr, trn
from ui import theme
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.switch import Switch
from ui.widgets.words import button, rule

_SHOWN = 2
_INITIAL, _WORDS, _AS_IT_IS = range(3)


class NamesPart(QWidget):
    """``switched(on)``; ``rule_set(name, replacement or None)``; ``name_added(name)``."""

    switched = Signal(bool)
    rule_set = Signal(str, object)
    name_added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[NameChoice, ...] = ()
        self._rules: dict[str, str | None] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addSpacing(theme.px(10))
        self._switch = Switch(tr("Names become initials"), object_name="intervisie.initials")
        self._switch.clicked.connect(self.switched)
        self._told = Mixed(name="intervisie.names")
        self._look = button("", "text", name="intervisie.names.look")
        self._look.setCheckable(True)
        self._look.toggled.connect(self._open)
        row = QHBoxLayout()
        row.setContentsMargins(0 if theme.is_large() else theme.px(38), 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._switch)
        row.addSpacing(theme.px(12))
        row.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._look)
        column.addLayout(row)
        self._panel = _NamesPanel()
        self._panel.rule_set.connect(self.rule_set)
        self._panel.name_added.connect(self.name_added)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, theme.px(16))
        below.addWidget(self._panel)
        self._below.hide()
        column.addSpacing(theme.px(8))
        column.addWidget(self._below)

    def show_names(self, choices: Sequence[NameChoice], rules: Mapping[str, str | None], *, initials: bool) -> None:
        """Show what happens to the names in the ticked text."""
        self._switch.setChecked(initials)
        self._look.setText(tr("Check ({n})", n=len(choices)))
        self._look.setAccessibleName(trn("Check {n} name", "Check {n} names", len(choices)))
        self._look.setVisible(initials)
        if not initials:
            self._look.setChecked(False)
        self._told.say((tr("Names become initials"), "text", True), (" " + _summary(choices, initials), "text3", False))
        if (tuple(choices), dict(rules)) != (self._choices, self._rules):
            self._choices, self._rules = tuple(choices), dict(rules)
            self._panel.show_names(self._choices, self._rules)

    def _open(self, opened: bool) -> None:
        self._below.setVisible(opened)


class _NamesPanel(QFrame):
    rule_set = Signal(str, object)
    name_added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(Prose(tr("Reisgezel does not see every name. Read the pdf over yourself."), "ui", "text2"))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(8))
        column.addLayout(self._grid)
        self._new = QLineEdit()
        self._new.setObjectName("intervisie.names.new")
        self._new.setFont(theme.font("input"))
        self._new.setPlaceholderText(tr("A name that is missing here"))
        self._new.setAccessibleName(tr("A name that is missing here"))
        self._new.returnPressed.connect(self._add)
        add = button(tr("Add"), name="intervisie.names.add")
        add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.addWidget(self._new, 1)
        row.addWidget(add)
        column.addLayout(row)
        self._names: tuple[str, ...] = ()
        self._rows: dict[str, _NameRow] = {}

    def show_names(self, choices: Sequence[NameChoice], rules: Mapping[str, str | None]) -> None:
        names = tuple(choice.name for choice in choices)
        if names != self._names:
            self._names = names
            for row in self._rows.values():
                row.leave(self._grid)
            self._rows = {name: _NameRow(self._grid, at, name, self) for at, name in enumerate(names)}
        for choice in choices:
            self._rows[choice.name].show_rule(choice, rules.get(choice.name))

    def _add(self) -> None:
        name = " ".join(self._new.text().split())
        if name:
            self._new.clear()
            self.name_added.emit(name)


class _NameRow:
    def __init__(self, grid: QGridLayout, at: int, name: str, panel: _NamesPanel) -> None:
        self.name, self._panel = name, panel
        self._label = Prose(name, "ui_bold")
        self._how = QComboBox()
        self._how.setObjectName(f"intervisie.name.{at}.how")
        self._how.setFont(theme.font("ui"))
        self._how.setAccessibleName(tr("How {name} prints", name=name))
        self._how.addItems([tr("Initial ({initial})", initial=initial(name)), tr("Own words"), tr("Leave as it is")])
        self._how.activated.connect(self._chosen)
        self._own = QLineEdit()
        self._own.setObjectName(f"intervisie.name.{at}.words")
        self._own.setFont(theme.font("ui"))
        self._own.setPlaceholderText(tr("For instance: colleague of the health service"))
        self._own.setAccessibleName(tr("In place of {name}", name=name))
        self._own.editingFinished.connect(self._written)
        if theme.is_large():
            for line, widget in enumerate((self._label, self._how, self._own)):
                grid.addWidget(widget, at * 3 + line, 0)
        else:
            grid.addWidget(self._label, 2 * at, 0)
            grid.addWidget(self._how, 2 * at, 1)
            grid.addWidget(self._own, 2 * at + 1, 0, 1, 2)

    def show_rule(self, choice: NameChoice, replacement: str | None) -> None:
        how = _INITIAL if not replacement else _AS_IT_IS if replacement == self.name else _WORDS
        if how == _INITIAL:
            self._how.setItemText(_INITIAL, tr("Initial ({initial})", initial=choice.replacement))
        if not self._own.hasFocus():
            self._how.setCurrentIndex(how)
            self._own.setText(replacement if how == _WORDS else "")
            self._own.setVisible(how == _WORDS)

    def leave(self, grid: QGridLayout) -> None:
        for widget in (self._label, self._how, self._own):
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _chosen(self, how: int) -> None:
        self._own.setVisible(how == _WORDS)
        if how == _WORDS:
            self._own.setFocus()
        else:
            self._panel.rule_set.emit(self.name, self.name if how == _AS_IT_IS else None)

    def _written(self) -> None:
        if self._how.currentIndex() == _WORDS:
            self._panel.rule_set.emit(self.name, self._own.text().strip() or None)


def _summary(choices: Sequence[NameChoice], initials: bool) -> str:
    if not initials:
        return tr("Names stay as you wrote them.")
    changed = [choice for choice in choices if choice.replacement != choice.name]
    told = ", ".join(
        tr("{name} becomes {replacement}", name=choice.name, replacement=choice.replacement)
        for choice in changed[:_SHOWN]
    )
    more = len(changed) - _SHOWN
    if more > 0:
        return tr("{names} and {n} more", names=told, n=more)
    return told or tr("No names seen in what you ticked.")
