"""Placing oneself and one's initiatives on the X-curve: on the picture, and in a list under it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QVBoxLayout, QWidget

from journal.answer_words import LONGEST_NAME, MOST_PLACED, Placed, Way, one_name, placed, placed_text, way_words
from journal.errors import JournalError
from journal.text import tr
from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.words import button, words
from ui.widgets.x_curve_picture import CurvePicture

_REST_MS = 400
_PLACES = {Way.BUILD: (24, 24), Way.DOWN: (24, 76), Way.ON: (50, 50)}
_ASIDE = 9


class XCurve(QWidget):
    """``written(text)`` after each save. ``save`` may raise JournalError: all stays on screen, ``settle`` retries."""

    written = Signal(str)

    def __init__(self, text: str, save: Callable[[str], object], *, name: str) -> None:
        super().__init__()
        self._save, self._dirty = save, False
        self._things: list[Placed] = []
        self.rows: list[ThingRow] = []
        self.setObjectName(name)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.picture = CurvePicture(name=f"{name}.picture")
        self.picture.moved.connect(self._moved)
        self.picture.wanted.connect(lambda x, y: self.add(Placed("", Way.BUILD, x, y)))
        column.addWidget(self.picture)
        column.addWidget(words(tr("Drag, or move with the arrow keys. Shift makes larger steps."), "caption", "text3"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        column.addLayout(self._list)
        bar = QWidget()
        flow = Flow(bar, spacing=8)
        self.me = button(tr("Place me"), icon="user", name=f"{name}.me")
        self.more = button(tr("Place an initiative"), icon="plus", name=f"{name}.add")
        self.me.clicked.connect(lambda: self.add(Placed(tr("I"), Way.ON, 50, 50)))
        self.more.clicked.connect(lambda: self.add(Placed("", Way.BUILD, *self._free(Way.BUILD))))
        flow.addWidget(self.me)
        flow.addWidget(self.more)
        column.addWidget(bar)
        self.show_text(text)

    def things(self) -> list[Placed]:
        """What stands on the picture now, also what has no name yet."""
        return list(self._things)

    def show_text(self, text: str) -> None:
        """Show another answer, unless something here is still unsaved."""
        if not self._dirty and placed(text) != self._named():
            self._things = placed(text)
            self._show()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        self._rest.stop()
        if not self._dirty:
            return True
        text = placed_text(self._named())
        try:
            self._save(text)
        except JournalError:
            return False  # the store has told the page
        self._dirty = False
        self.written.emit(text)
        return True

    def add(self, thing: Placed) -> None:
        """Put something new on the picture, and the caret in its name."""
        if len(self._things) < MOST_PLACED:
            self._things.append(thing)
            self._show()
            self.rows[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)
            self._touch()

    def focus_first(self) -> None:
        """Give the keyboard to the first thing, else to the way to place one."""
        (self.rows[0].name if self.rows else self.me).setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self) -> list[Placed]:
        return [thing for thing in self._things if one_name(thing.name)]

    def _free(self, way: Way) -> tuple[int, int]:
        x, y = _PLACES[way]
        taken = {(thing.x, thing.y) for thing in self._things}
        while (x, y) in taken and x < 100 - _ASIDE:
            x += _ASIDE
        return x, y

    def _show(self) -> None:
        while len(self.rows) > len(self._things):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(self._things):
            row = ThingRow(len(self.rows) + 1, name=self.objectName())
            at = len(self.rows)
            row.renamed.connect(lambda name, at=at: self._change(at, name=name))
            row.turned.connect(lambda way, at=at: self._change(at, way=way))
            row.removed.connect(lambda at=at: self._remove(at))
            self.rows.append(row)
            self._list.addWidget(row)
        for row, thing in zip(self.rows, self._things, strict=True):
            row.show_thing(thing)
        self.picture.show_things(self._things)
        self.more.setEnabled(len(self._things) < MOST_PLACED)
        self.me.setVisible(not any(thing.name == tr("I") for thing in self._things))

    def _moved(self, at: int, x: int, y: int) -> None:
        self._change(at, x=x, y=y)

    def _change(self, at: int, **values: object) -> None:
        self._things[at] = replace(self._things[at], **values)  # type: ignore[arg-type]
        self.picture.show_things(self._things)
        self._touch()

    def _remove(self, at: int) -> None:
        del self._things[at]
        self._show()
        self.focus_first()
        self._touch()

    def _touch(self) -> None:
        self._dirty = True
        self._rest.start()


class ThingRow(QWidget):
    """Number, name, way and a button to take it off."""

    renamed = Signal(str)
    turned = Signal(object)
    removed = Signal()

    def __init__(self, number: int, *, name: str) -> None:
        super().__init__()
        label = words(f"{number}.", "ui_bold", wrap=False)
        label.setFixedWidth(theme.px(28))
        self.name = QLineEdit()
        self.name.setObjectName(f"{name}.name.{number}")
        self.name.setFont(theme.font("input"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("Name of a person or initiative"))
        self.name.setAccessibleName(tr("Name of number {number}", number=number))
        self.name.textEdited.connect(self.renamed)
        self.way = QComboBox()
        self.way.setObjectName(f"{name}.way.{number}")
        self.way.setFont(theme.font("ui"))
        self.way.setAccessibleName(tr("Which way number {number} goes", number=number))
        for way in Way:
            self.way.addItem(way_words(way), way)
        self.way.activated.connect(lambda index: self.turned.emit(Way(self.way.itemData(index))))
        gone = button(
            "", "icon", icon="x", name=f"{name}.remove.{number}", tip=tr("Take number {number} off", number=number)
        )
        gone.clicked.connect(self.removed)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        if theme.is_large():
            both = QVBoxLayout()
            both.addWidget(self.name)
            both.addWidget(self.way)
            row.addLayout(both, 1)
        else:
            self.way.setMinimumWidth(theme.px(150))
            row.addWidget(self.name, 1)
            row.addWidget(self.way)
        row.addWidget(gone)

    def show_thing(self, thing: Placed) -> None:
        """Show what it is; a caret in the name stays where it is."""
        if self.name.text() != thing.name:
            self.name.setText(thing.name)
        self.way.setCurrentIndex(list(Way).index(thing.way))
