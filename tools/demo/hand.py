"""A hand at the real window: finds things by their names, clicks, types, waits, and takes pictures."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QScrollArea, QTabBar, QWidget

PATIENCE_SECONDS = 60


class Hand:
    """Works on one top-level widget."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self.window, self._pictures = window, pictures
        pictures.mkdir(parents=True, exist_ok=True)

    def find(self, name: str) -> QWidget:
        """The visible widget with this object name. Fails when it does not come within a minute."""
        self.wait(lambda: self._visible(name) is not None, f"{name!r} to be there")
        found = self._visible(name)
        assert found is not None
        return found

    def _visible(self, name: str) -> QWidget | None:
        return next((found for found in self.window.findChildren(QWidget, name) if found.isVisible()), None)

    def click(self, name: str) -> None:
        """Click in the middle of something, once it may be clicked."""
        target = self.find(name)
        self.wait(target.isEnabled, f"{name!r} to be enabled")
        if isinstance(target, QAbstractButton):
            target.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Type into something."""
        target = self.find(name)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(target, text)
        self.settle()

    def choose(self, name: str, text: str) -> None:
        """Open a list and take the row with these words, by keyboard."""
        box = self.find(name)
        assert isinstance(box, QComboBox)
        row = box.findText(text)
        assert row >= 0, (name, text)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.showPopup()
        rows = box.view()
        QTest.keyClick(rows, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if rows.currentIndex().row() == row:
                break
            QTest.keyClick(rows, Qt.Key.Key_Down)
        QTest.keyClick(rows, Qt.Key.Key_Return)
        self.settle()
        self.window.activateWindow()  # without a display the list that has gone keeps the keyboard
        self.settle()

    def turn(self, name: str, number: int) -> None:
        """Click on a tab."""
        tabs = self.find(name)
        assert isinstance(tabs, QTabBar)
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(number).center())
        self.settle()

    def show(self, name: str) -> None:
        """Scroll until this is on the screen."""
        target = self.find(name)
        self.settle(0.1)
        around = target.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                at = target.mapTo(around.widget(), target.rect().topLeft()).y()
                around.verticalScrollBar().setValue(max(0, at - 24))
            around = around.parentWidget()
        self.settle(0.1)

    def is_there(self, name: str) -> bool:
        """Whether this can be seen now."""
        return self._visible(name) is not None

    @contextmanager
    def naming(self, *files: Path) -> Iterator[None]:
        """Every dialog that asks for a file is answered with these."""
        names = [str(file.absolute()) for file in files]
        with (
            patch.object(QFileDialog, "getSaveFileName", staticmethod(lambda *_given: (names[0], ""))),
            patch.object(QFileDialog, "getOpenFileName", staticmethod(lambda *_given: (names[0], ""))),
            patch.object(QFileDialog, "getOpenFileNames", staticmethod(lambda *_given: (names, ""))),
            patch.object(QFileDialog, "getExistingDirectory", staticmethod(lambda *_given: names[0])),
        ):
            yield

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def wait(self, ready: Callable[[], bool], what: str) -> None:
        """Let the window work until it is so far."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not ready():
            if time.monotonic() > until:
                msg = f"waited {PATIENCE_SECONDS} seconds for {what}"
                raise TimeoutError(msg)
            QApplication.processEvents()
            time.sleep(0.01)
        QApplication.processEvents()

    def settle(self, seconds: float = 0.05) -> None:
        """Let what was asked for happen and be painted."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.005)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as between two events of the real loop

    def picture(self, name: str) -> Path:
        """A picture of the window as it is."""
        self.settle(0.2)
        target = self._pictures / f"{name}.png"
        self.window.grab().save(str(target))
        return target
