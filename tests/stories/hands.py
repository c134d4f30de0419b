"""Somebody at the keyboard and the mouse of the real window. They see only what is on screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from ui.main_window import MainWindow

CONTROL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)
Key = Qt.Key
PATIENCE_MS = 10_000


class Hands:
    """``hands.press("Iets opschrijven")``: a button by the words on it; by its stable name with a dot in it."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window, self.qtbot = window, qtbot

    def sees(self, text: str) -> bool:
        """Whether these words stand somewhere on screen."""
        _breathe()
        return any(text in _plain(words) for words in self._words())

    def waits_for(self, text: str) -> None:
        """Until these words are on screen."""
        self.qtbot.waitUntil(lambda: self.sees(text), timeout=PATIENCE_MS)

    def all_words(self) -> str:
        """Everything that can be read on screen."""
        return "\n".join(_plain(words) for words in self._words())

    def press(self, what: str) -> None:
        """Click a button that is on screen and can be pressed."""

        def found() -> QAbstractButton | None:
            _breathe()
            every = self.window.findChildren(QAbstractButton)
            mine = (each for each in every if each.isVisibleTo(self.window) and each.isEnabled())
            names = (each for each in mine if what in {each.objectName(), each.text(), each.accessibleName()})
            return next(names, None)

        self.qtbot.waitUntil(lambda: found() is not None, timeout=PATIENCE_MS)
        button = found()
        box = isinstance(button, QCheckBox | QRadioButton)
        QTest.mouseClick(
            button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2) if box else button.rect().center()
        )
        _breathe()

    def field(self, name: str = "") -> QWidget:
        """A field on screen, clicked; without a name the one for the most text."""
        kinds = self.window.findChildren(QLineEdit) + self.window.findChildren(QTextEdit)
        shown = [each for each in kinds if each.isVisibleTo(self.window) and not each.isReadOnly()]
        mine = [each for each in shown if name in {each.objectName(), each.accessibleName()}] if name else shown[-1:]
        assert mine, f"no field {name!r} among {[each.objectName() for each in shown]}"
        mine[0].setFocus(Qt.FocusReason.MouseFocusReason)
        return mine[0]

    def types(self, text: str, name: str = "", *, instead: bool = False) -> None:
        """Type into a field."""
        field = self.field(name)
        if instead:
            QTest.keyClick(field, Key.Key_A, CONTROL)
        QTest.keyClicks(field, text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """A key, wherever the focus is."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)
        _breathe()

    def unlocks(self, passphrase: str) -> None:
        """Type it, Enter, and wait until it is open."""
        self.types(passphrase, "lock.passphrase", instead=True)
        with self.qtbot.waitSignal(self.window.unlocked, timeout=PATIENCE_MS):
            self.key(Key.Key_Return)

    def tries(self, passphrase: str) -> None:
        """Type it, Enter; it does not fit."""
        self.types(passphrase, "lock.passphrase", instead=True)
        self.key(Key.Key_Return)

    def chooses(self, row: int, list_name: str = "reflections.list") -> None:
        """Click a row of a list, from 0."""
        view = self.window.findChild(QListView, list_name)
        assert view is not None
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
        )
        _breathe()

    def goes_to(self, number: int) -> None:
        """Ctrl and a number: a page of the navigation."""
        self.key(Qt.Key(Key.Key_0 + number), CONTROL)

    def writes_note(self, text: str) -> None:
        """A free note, from the page Reflecties; ends back on that page."""
        self.goes_to(2)
        self.press("Iets opschrijven")
        self.types(text, "reflection.text.note.text")
        self.key(Key.Key_Escape)
        self.goes_to(2)

    def _words(self) -> list[str]:
        found: list[str] = []
        for widget in self.window.findChildren(QWidget):
            if not widget.isVisibleTo(self.window):
                continue
            if isinstance(widget, QLabel | QAbstractButton):
                found.append(widget.text())
            elif isinstance(widget, QTextEdit):
                found.append(widget.toPlainText())
            elif isinstance(widget, QLineEdit):
                found.append(widget.text())
            elif hasattr(widget, "model") and callable(widget.model) and widget.model() is not None:
                model = widget.model()
                found += [str(model.index(row, 0).data() or "") for row in range(model.rowCount())]
        return found


def _breathe() -> None:
    """As the event loop of the app does between two things that somebody does: what was closed is gone."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def answers(monkeypatch, *, opens: Callable[[], Path] | None = None, folder: Callable[[], Path] | None = None) -> None:
    """What is chosen in the dialogs of the system."""
    if opens is not None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_n: (str(opens()), ""))
    if folder is not None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_n: str(folder()))


def _plain(text: str) -> str:
    return text.replace("\u200b", "").replace("\u00ad", "")
