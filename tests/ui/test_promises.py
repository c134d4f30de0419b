"""The page that says what is promised, and where that ends."""

import tomllib

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from resources import folder
from ui.main_window import MainWindow


def told() -> dict:
    return tomllib.loads((folder("") / "promises.toml").read_text(encoding="utf-8"))


def test_every_promise_has_its_dutch_and_its_english():
    data = told()
    for group in (*data["groups"], data["limits"]):
        for words in (group["name"], *(promise["text"] for promise in group["promises"])):
            assert set(words) == {"nl", "en"}
            assert all(text.strip() for text in words.values())


def test_the_settings_lead_to_the_promises_and_back(open_window: MainWindow):
    open_window.show_page("settings")
    door = open_window.shell.current().findChild(QPushButton, "settings.promises")
    QTest.mouseClick(door, Qt.MouseButton.LeftButton)
    page = open_window.shell.current()
    assert page.objectName() == "promises"
    shown = {label.text() for label in page.findChildren(QLabel)}
    data = told()
    for group in (*data["groups"], data["limits"]):
        assert group["name"]["nl"] in shown
        assert all(promise["text"]["nl"] in shown for promise in group["promises"])
    back = page.findChild(QPushButton, "promises.back")
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert open_window.shell.current().objectName() == "settings"
