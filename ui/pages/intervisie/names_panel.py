"""Every name that was found, by kind: looked over, and changed where it is not right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.domain.names_kinds import NameKind
from journal.domain.snapshot import NameChoice
from journal.text import tr
from ui import theme
from ui.pages.intervisie import name_roles
from ui.pages.intervisie.name_row import NameRow
from ui.widgets.flow import Flow
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.words import button

_KINDS = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)


class NamesPanel(QFrame):
    """``rule_set(name, replacement or None, kind)``, ``called(name, kind)``, ``name_added(name)``."""

    rule_set = Signal(str, object, str)
    called = Signal(str, object)
    hidden = Signal(list, str, str)
    """Several names at once: what takes their place, and their kind."""
    name_added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        warned = tr("Reisgezel does not see every name. Read the pdf over yourself.")
        unseen = tr("Photos and drawings are not searched. Is anyone recognisable in them?")
        column.addWidget(Prose(warned, "ui", "text2"))
        column.addWidget(Prose(unseen, "caption", "text2"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        column.addLayout(self._list)
        self._new = QLineEdit()
        self._new.setObjectName("intervisie.names.new")
        self._new.setFont(theme.font("input"))
        self._new.setPlaceholderText(tr("A name that is missing here"))
        self._new.setAccessibleName(tr("A name that is missing here"))
        self._new.setMaxLength(120)
        self._new.returnPressed.connect(self._add)
        add = button(tr("Add"), name="intervisie.names.add")
        add.clicked.connect(self._add)
        line = QHBoxLayout()
        line.addWidget(self._new, 1)
        line.addWidget(add)
        column.addLayout(line)
        self._not = QWidget()
        self._not.setLayout(Flow(spacing=theme.px(8)))
        column.addWidget(self._not)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._refused: tuple[str, ...] = ()
        self._rows: dict[str, NameRow] = {}
        self._parts: list[QWidget] = []
        self._choices: tuple[NameChoice, ...] = ()

    def show_names(self, choices: Sequence[NameChoice], refused: Sequence[str]) -> None:
        """Show the names that are on the paper, and the words that were said to be no names."""
        self._choices = tuple(choices)
        shown = tuple((choice.name, choice.kind) for choice in choices)
        if shown != self._shown:
            self._shown = shown
            self._build()
        for choice in choices:
            self._rows[choice.name].show_choice(choice)
        if tuple(refused) != self._refused:
            self._refused = tuple(refused)
            self._show_refused()

    def _build(self) -> None:
        focus = self.focusWidget()
        where = focus.objectName() if focus is not None else ""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self._rows = [], {}
        for kind in _KINDS:
            mine = [choice for choice in self._choices if choice.kind == kind]
            if not mine:
                continue
            self._put(self._heading(kind, len(mine)))
            for choice in mine:
                row = NameRow(len(self._rows), choice)
                row.chosen.connect(self.rule_set)
                row.called.connect(self.called)
                self._rows[choice.name] = row
                self._put(row)
        if where and (again := self.findChild(QWidget, where)) is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._list.addWidget(part)

    def _heading(self, kind: NameKind, many: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, theme.px(6), 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Mixed((name_roles.section(kind), "text2", True), (f"  {many}", "text3", False)), 1)
        if kind is not NameKind.PERSON:
            all_of = button(tr("Make all unrecognisable"), "link", name=f"intervisie.names.{kind.value}.all")
            all_of.setFont(theme.font("caption_bold"))
            all_of.clicked.connect(lambda: self._hide_all(kind))
            row.addWidget(all_of)
        return holder

    def _hide_all(self, kind: NameKind) -> None:
        open_still = [each.name for each in self._choices if each.kind == kind and each.replacement == each.name]
        self.hidden.emit(open_still, name_roles.roles(kind)[0], kind.value)

    def _show_refused(self) -> None:
        flow = self._not.layout()
        assert flow is not None
        while (item := flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if self._refused:
            flow.addWidget(Prose(tr("No names:"), "caption", "text3"))
        for name in self._refused:
            back = button(name, "link", name=f"intervisie.names.back.{name}")
            back.setFont(theme.font("caption_bold"))
            back.setToolTip(tr("This is a name after all"))
            back.setAccessibleName(tr("{name}: this is a name after all", name=name))
            back.clicked.connect(lambda _checked, name=name: self.called.emit(name, NameKind.PERSON))
            flow.addWidget(back)
        self._not.setVisible(bool(self._refused))

    def _add(self) -> None:
        name = " ".join(self._new.text().split())
        if name:
            self._new.clear()
            self.name_added.emit(name)
