"""How names print: the switch, what it does to whom, and a panel to look each name over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.snapshot import NameChoice
from journal.text import tr, trn
from ui import theme
from ui.pages.intervisie.names_panel import NamesPanel
from ui.widgets.mixed import Mixed
from ui.widgets.switch import Switch
from ui.widgets.words import button, rule

_SHOWN = 2


class NamesPart(QWidget):
    """``switched(on)``; ``rule_set(name, replacement or None, kind)``; ``called(name, kind)``; ``name_added(name)``."""

    switched = Signal(bool)
    rule_set = Signal(str, object, str)
    called = Signal(str, object)
    hidden = Signal(list, str, str)
    name_added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
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
        self._panel = NamesPanel()
        self._panel.rule_set.connect(self.rule_set)
        self._panel.called.connect(self.called)
        self._panel.hidden.connect(self.hidden)
        self._panel.name_added.connect(self.name_added)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, theme.px(16))
        below.addWidget(self._panel)
        self._below.hide()
        column.addSpacing(theme.px(8))
        column.addWidget(self._below)

    def show_names(self, choices: Sequence[NameChoice], refused: Sequence[str], *, initials: bool) -> None:
        """Show what happens to the names in the ticked text; ``refused`` are words that are no names."""
        self._switch.setChecked(initials)
        self._look.setText(tr("Check ({n})", n=len(choices)))
        self._look.setAccessibleName(trn("Check {n} name", "Check {n} names", len(choices)))
        self._look.setVisible(initials)
        if not initials:
            self._look.setChecked(False)
        self._told.say((tr("Names become initials"), "text", True), (" " + _summary(choices, initials), "text3", False))
        self._panel.show_names(choices, refused)

    def _open(self, opened: bool) -> None:
        self._below.setVisible(opened)


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
    if told or not choices:
        return told or tr("No names seen in what you ticked.")
    return tr("Organisations and places stay as you wrote them.")
