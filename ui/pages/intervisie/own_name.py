"""The writer's own name on the paper: the name, and how much of it prints."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget

from journal.domain import pseudonyms
from journal.domain.pseudonyms import styled
from journal.storage.preparations import OWN_NAME_STYLES
from journal.text import tr
from ui import theme
from ui.widgets.prose import Prose


class OwnName(QWidget):
    """``renamed(name)`` and ``styled(style)`` when the writer changes them."""

    renamed = Signal(str)
    style_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        large = theme.is_large()
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0 if large else theme.px(38), 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Prose(tr("Your name on the pdf"), "ui_bold"))
        self._name = QLineEdit()
        self._name.setObjectName("intervisie.own_name")
        self._name.setFont(theme.font("ui"))
        self._name.setAccessibleName(tr("Your name on the pdf"))
        self._name.setPlaceholderText(tr("No name"))
        self._name.setMaxLength(120)
        self._name.editingFinished.connect(self._written)
        self._shown = ""
        self._style = QComboBox()
        self._style.setObjectName("intervisie.own_name.style")
        self._style.setFont(theme.font("ui"))
        self._style.setAccessibleName(tr("How your name prints"))
        self._style.addItems([tr("In full"), tr("First name"), tr("Initials")])
        self._style.activated.connect(lambda index: self.style_chosen.emit(OWN_NAME_STYLES[index]))
        row.addWidget(self._name, 1)
        row.addWidget(self._style)

    def show_name(self, name: str, style: str) -> None:
        """Show the name and the chosen style."""
        self._shown = name
        if not self._name.hasFocus():
            self._name.setText(name)
        self._style.setCurrentIndex(OWN_NAME_STYLES.index(style))
        self._style.setEnabled(bool(name.strip()))
        self._style.setToolTip(styled(name, style))

    def names(self) -> set[str]:
        """The writer's own name and its parts."""
        return {self._shown, *pseudonyms.own_parts(self._shown)}

    def settle(self) -> None:
        """Pass on what was typed and not yet left."""
        self._written()

    def _written(self) -> None:
        name = " ".join(self._name.text().split())
        if name != self._shown:
            self._shown = name
            self.renamed.emit(name)
