"""One name that was found: how often it stands there, and how it prints."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.names_kinds import NameKind
from journal.domain.pseudonyms import initial
from journal.domain.snapshot import NameChoice
from journal.text import tr, trn
from ui import theme
from ui.pages.intervisie import name_roles
from ui.widgets.mixed import Mixed

_INITIAL, _WORDS, _STAYS, _ROLE, _KIND = "initial", "words", "stays", "role ", "kind "


class NameRow(QWidget):
    """``chosen(name, replacement, kind)``, replacement None for what its kind does; ``called(name, kind)``."""

    chosen = Signal(str, object, str)
    called = Signal(str, object)

    def __init__(self, at: int, choice: NameChoice) -> None:
        super().__init__()
        self.name, self._kind = choice.name, NameKind(choice.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        down = QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down)
        row.setSpacing(theme.px(8))
        self._label = Mixed()
        self._how = QComboBox()
        self._how.setObjectName(f"intervisie.name.{at}.how")
        self._how.setFont(theme.font("ui"))
        self._how.setAccessibleName(tr("How {name} prints", name=self.name))
        self._how.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._how.setMinimumContentsLength(12)
        self._fill()
        self._how.activated.connect(self._chosen)
        row.addWidget(self._label, 1)
        row.addWidget(self._how, 1)
        column.addLayout(row)
        self._own = QLineEdit()
        self._own.setObjectName(f"intervisie.name.{at}.words")
        self._own.setFont(theme.font("ui"))
        self._own.setPlaceholderText(tr("For instance: colleague of the health service"))
        self._own.setAccessibleName(tr("In place of {name}", name=self.name))
        self._own.setMaxLength(120)
        self._own.editingFinished.connect(self._written)
        column.addWidget(self._own)

    def show_choice(self, choice: NameChoice) -> None:
        """Show how the name prints now."""
        times = trn("{n} time", "{n} times", choice.count)
        self._label.say((choice.name, "text", True), (f"  {times}", "text3", False))
        if self._own.hasFocus():
            return
        role = self._how.findData(_ROLE + choice.replacement)
        short = initial(choice.name)
        if choice.replacement == choice.name:
            how = self._how.findData(_STAYS)
        elif role >= 0:
            how = role
        elif self._is_initial(choice.replacement, short):
            how = self._how.findData(_INITIAL)
            self._how.setItemText(how, tr("Initial ({initial})", initial=choice.replacement))
        else:
            how = self._how.findData(_WORDS)
        self._how.setCurrentIndex(how)
        words = self._how.itemData(how) == _WORDS
        self._own.setText(choice.replacement if words else "")
        self._own.setVisible(words)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at."""
        return [self._how, self._own]

    def _fill(self) -> None:
        stays, short = (tr("Leave as it is"), _STAYS), (tr("Initial ({initial})", initial=initial(self.name)), _INITIAL)
        person = self._kind is NameKind.PERSON
        own = (tr("Own words"), _WORDS)
        for text, data in (short, own, stays) if person else (stays, own, short):
            self._how.addItem(text, data)
        self._how.insertSeparator(self._how.count())
        for role in name_roles.roles(self._kind):
            self._how.addItem(role, _ROLE + role)
        self._how.insertSeparator(self._how.count())
        for kind in NameKind:
            if kind is not self._kind:
                self._how.addItem(name_roles.said(kind), _KIND + kind.value)

    def _is_initial(self, replacement: str, short: str) -> bool:
        return replacement == short or (len(replacement) <= len(short) + 2 and replacement[:1] == short[:1])

    def _chosen(self, _index: int) -> None:
        how = self._how.currentData()
        if how.startswith(_KIND):
            self.called.emit(self.name, NameKind(how.removeprefix(_KIND)))
            return
        self._own.setVisible(how == _WORDS)
        if how == _WORDS:
            self._own.setFocus()
        elif how == _INITIAL:
            person = self._kind is NameKind.PERSON
            self.chosen.emit(self.name, None if person else initial(self.name), self._kind.value)
        else:
            self.chosen.emit(self.name, self.name if how == _STAYS else how.removeprefix(_ROLE), self._kind.value)

    def _written(self) -> None:
        if self._how.currentData() == _WORDS:
            self.chosen.emit(self.name, self._own.text().strip() or None, self._kind.value)
