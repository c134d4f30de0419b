"""More about a method: when it fits, who does what, what comes on paper; and methods of the group's own."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.guidance_methods import Method
from journal.export.sheet_parts import SHEETS
from journal.text import say, tr, trn
from ui import theme
from ui.widgets.field_error import FieldError
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.words import button, clear, rule


class MethodMore(QWidget):
    """``file_chosen(path)`` for a method of one's own, ``remove_requested(method_id)`` to let go of one."""

    file_chosen = Signal(Path)
    remove_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("intervisie.method.more")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(6))
        self._lines = QWidget()
        QVBoxLayout(self._lines).setContentsMargins(0, 0, 0, 0)
        self._lines.layout().setSpacing(theme.px(6))  # type: ignore[union-attr]
        column.addWidget(self._lines)
        column.addSpacing(theme.px(4))
        column.addWidget(rule())
        self._own = QWidget()
        QVBoxLayout(self._own).setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._own)
        self.open = button(tr("Open a method of your own…"), "text", icon="folder-open", name="intervisie.method.open")
        self.open.clicked.connect(self._ask)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.trouble = FieldError("intervisie.method.trouble")
        column.addWidget(self.trouble)

    def show_method(self, method: Method | None) -> None:
        """Tell about this method."""
        clear(self._lines)
        layout = self._lines.layout()
        assert layout is not None
        for lead, rest in _told(method) if method else ():
            layout.addWidget(Mixed((f"{lead} ", "text2", True), (rest, "text2", False), role="ui"))
        self._lines.setVisible(layout.count() > 0)

    def show_own(self, methods: list[Method]) -> None:
        """List the methods that came as a file, each with a way to let it go."""
        clear(self._own)
        layout = self._own.layout()
        assert layout is not None
        for method in methods:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(Prose(tr("{method}, from a file of your own", method=say(method.name)), "ui", "text2"), 1)
            remove = button(tr("Remove"), "link", name=f"intervisie.method.remove.{method.id}")
            remove.setAccessibleName(tr("Remove {method}", method=say(method.name)))
            remove.clicked.connect(lambda _checked, id_=method.id: self.remove_requested.emit(id_))
            line.addWidget(remove)
            layout.addWidget(row)
        self._own.setVisible(bool(methods))

    def _ask(self) -> None:
        title = tr("Open a method of your own")
        kinds = tr("Method files") + " (*.toml);;" + tr("All files") + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.file_chosen.emit(Path(chosen))


def _told(method: Method) -> list[tuple[str, str]]:
    group = tr("a group from {n} people", n=method.least_people)
    told = [(tr("Fits:"), say(method.fits))] if method.fits else []
    told.append((tr("For:"), f"{group}, {trn('{n} minute', '{n} minutes', method.minutes)}."))
    told += [(f"{say(role.name)}:", say(role.explain)) for role in method.roles]
    if sheets := [part["heading"] for id_ in method.sheets for part in SHEETS[id_].parts()]:
        listed = ", ".join(name[:1].lower() + name[1:] for name in sheets)
        told.append((tr("To write on, with the page for the harvest:"), f"{listed}."))
    if method.apart:
        told.append((tr("For later:"), tr("what you really did prints on a last page of its own.")))
    return told
