"""One row of what can be shared: a box, its words, and what opens it."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.text import tr, trn
from ui import theme
from ui.icons import icon
from ui.widgets.prose import Prose
from ui.widgets.words import button

_BOX, _GAP, _INDENT = 20, 12, 32
_SIGN, _ANY = 18, 16_777_215


class Step(Enum):
    """Where an arrow key goes: into what a row holds, out of it, or to a neighbour."""

    IN = Qt.Key.Key_Right
    OUT = Qt.Key.Key_Left
    UP = Qt.Key.Key_Up
    DOWN = Qt.Key.Key_Down


def state_of(leaves: Iterable[str], on: frozenset[str]) -> Qt.CheckState:
    """All of it ticked, some of it, or nothing."""
    found = [id_ in on for id_ in leaves]
    if all(found):
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if any(found) else Qt.CheckState.Unchecked


class _Box(QCheckBox):
    """Space ticks; the arrows go into what it holds, out of it, and up and down."""

    stepped = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() in {step.value for step in Step}:
            self.stepped.emit(Step(Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)


class FragmentRow(QWidget):
    """A box and its words; the words wrap, and a click on them ticks too.

    ``opened`` when the writer wants to see what is in it; ``stepped(Step)`` for the arrow keys; ``again_requested``
    when what lapsed is to be ticked anew. ``many``: of how many it is made; ``counted``: say so all the time.
    """

    opened = Signal()
    stepped = Signal(object)
    again_requested = Signal()

    def __init__(
        self,
        id_: str,
        title: str,
        excerpt: str = "",
        *,
        many: int = 0,
        counted: bool = False,
        sentences: bool = False,
        depth: int = 0,
    ) -> None:
        super().__init__()
        self._title, self._many, self._counted, self._sentences = title, many, counted, sentences
        self._apart = bool(excerpt)
        self.box = _Box()
        self.box.setObjectName(f"intervisie.tick.{id_}")
        self.box.setAccessibleName(f"{title}. {excerpt}" if title and excerpt else title or excerpt)
        self.box.setFixedWidth(theme.px(_BOX - 2) + 2)
        self.box.setCursor(Qt.CursorShape.PointingHandCursor)
        self.box.stepped.connect(self.stepped)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(_INDENT) * depth, theme.px(1), 0, theme.px(1))
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(theme.px(_GAP))
        self.words = Prose(title or excerpt, "ui", line=22 if excerpt else 30)
        self._opener = self._make_opener(id_) if many else None
        self._lapsed: QWidget | None = None
        self._told = QVBoxLayout()
        self._told.setSpacing(0)
        if excerpt:
            row.setContentsMargins(theme.px(_INDENT) * depth, theme.px(3), 0, theme.px(5))
            self._told.setContentsMargins(0, theme.px(4), 0, 0)
            self._told.addWidget(self.words)
            if title:
                self._told.addWidget(Prose(excerpt, "caption", "text3"))
            if self._opener is not None:
                self._told.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignLeft)
            row.addLayout(self._told, 1)
            return
        row.addWidget(self.words, 0)
        if self._opener is not None:
            row.addSpacing(theme.px(-2))
            row.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)

    def wish(self) -> int:
        """The width at which all of its words stand on one line."""
        named = QFontMetrics(self.words.font()).horizontalAdvance(self.words.text())
        opener = min(self._opener.sizeHint().width(), self._opener.maximumWidth()) if self._opener else 0
        return self.box.width() + theme.px(_GAP) + named + opener

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at."""
        return [each for each in (self.box, self._opener) if each is not None]

    def show_state(self, state: Qt.CheckState) -> None:
        """Ticked, not, or partly."""
        self.box.setTristate(state is Qt.CheckState.PartiallyChecked)
        self.box.setCheckState(state)

    def show_count(self, on: int, *, opened: bool) -> None:
        """Say how many of its pieces are shared."""
        if self._opener is None:
            return
        partly = 0 < on < self._many
        told = tr("{n} of {many}", n=on, many=self._many) if partly else self._pieces()
        if self._apart:
            some = partly and self._sentences
            self._opener.setText(tr("{n} of {many} sentences", n=on, many=self._many) if some else told)
        else:
            self._opener.setText(f", {told}" if self._counted or partly else "")
        shut = not self._counted and not partly and not self._apart
        self._opener.setIcon(icon("chevron-down" if opened else "chevron-right", "text3", 16) if shut else QIcon())
        self._opener.setMaximumWidth(theme.px(_SIGN) if shut else _ANY)
        words = tr("{title}, {count}. Close the pieces") if opened else tr("{title}, {count}. Choose the pieces")
        self._opener.setAccessibleName(words.format(title=self._title or self.words.text(), count=told))
        self._opener.setToolTip(tr("Close the pieces") if opened else tr("Choose the pieces"))

    def show_lapsed(self, lapsed: bool) -> None:
        """Say that it was changed after it was ticked, and is not shared until it is ticked anew."""
        if lapsed and self._lapsed is None:
            self._lapsed = self._make_lapsed()
            self._told.addWidget(self._lapsed)
        if self._lapsed is not None:
            self._lapsed.setVisible(lapsed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()

    def _make_opener(self, id_: str) -> QPushButton:
        opener = button("", "link" if self._apart else "count", name=f"intervisie.open.{id_}")
        opener.setFont(theme.font("caption" if self._apart else "ui"))
        opener.setIconSize(QSize(theme.px(16), theme.px(16)))
        opener.clicked.connect(self.opened)
        return opener

    def _make_lapsed(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(Prose(tr("You changed this after you ticked it."), "caption", "warn"), 1)
        again = button(tr("Tick again"), "link", name=self.box.objectName().replace(".tick.", ".again."))
        again.setFont(theme.font("caption_bold"))
        again.setAccessibleName(tr("Tick again: {title}", title=self._title or self.words.text()))
        again.clicked.connect(self.again_requested)
        line.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _pieces(self) -> str:
        if self._sentences:
            return trn("{n} sentence", "{n} sentences", self._many)
        return trn("{n} piece", "{n} pieces", self._many)
