"""Everything by keyboard: the ring shows where one is, and every control can be reached and has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from tests.ui.conftest import lock_page
from ui.main_window import MainWindow


def press(window: MainWindow, key: Qt.Key) -> None:
    """As the system does: at the window, which passes it on."""
    QTest.keyClick(window.windowHandle(), key)


def walk(window: MainWindow, most: int = 60) -> list[QWidget]:
    """Tab until one is back where one was."""
    seen: list[QWidget] = []
    for _ in range(most):
        press(window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        if here in seen:
            break
        seen.append(here)
    return seen


def test_the_lock_can_be_walked_with_tab(window: MainWindow):
    names = [widget.objectName() for widget in walk(window)]

    assert names == ["lock.passphrase.eye", "lock.open", "lock.forgotten", "lock.passphrase"]


def test_who_uses_the_keyboard_sees_a_ring_and_who_clicks_does_not(window: MainWindow):
    form = lock_page(window).unlock_form

    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    assert window.furniture.ring.widget() is form.open

    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert window.furniture.ring.widget() is None

    middle = form.open.mapTo(window, form.open.rect().center())
    form.open.setEnabled(True)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.furniture.ring.widget() is None


def test_every_control_of_the_settings_can_be_reached_and_says_what_it_is(open_window: MainWindow):
    open_window.show_page("settings")

    reached = walk(open_window)

    names = {widget.objectName() for widget in reached}
    for name in ("language", "theme.light", "text_size", "map_as_list", "less_motion", "idle_minutes"):
        assert f"settings.{name}" in names, names
    assert {"settings.change_passphrase", "settings.open_folder", "settings.copy", "navigation.pages"} <= names
    for widget in reached:
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert spoken, widget.objectName()


def test_a_setting_is_changed_by_keyboard(open_window: MainWindow):
    open_window.show_page("settings")
    assert open_window.shell is not None
    box = open_window.shell.current().findChild(QComboBox, "settings.idle_minutes")
    box.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(box, Qt.Key.Key_Down)

    assert open_window.settings.idle_minutes == 20
    assert open_window.furniture.idle.minutes == 20


def test_arrows_and_enter_walk_the_navigation(open_window: MainWindow):
    assert open_window.shell is not None
    pages = open_window.shell.navigation.list
    pages.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pages, Qt.Key.Key_Down)
    QTest.keyClick(pages, Qt.Key.Key_Return)

    assert open_window.shell.name == "reflections"


@pytest.mark.parametrize("narrow", [False, True])
def test_f6_goes_to_the_navigation_and_back(open_window: MainWindow, narrow):
    assert open_window.shell is not None
    open_window.resize(1000 if narrow else 1280, 700)
    QTest.qWait(0)
    pages = open_window.shell.navigation.list
    pages.setFocus()

    press(open_window, Qt.Key.Key_F6)
    there = QApplication.focusWidget()
    assert open_window.shell.current().isAncestorOf(there)

    press(open_window, Qt.Key.Key_F6)
    assert pages.hasFocus()
