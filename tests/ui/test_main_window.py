"""The window around the pages: locking, coming back, language and look, help, and trouble with saving."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QTextEdit, QWidget
from shiboken6 import isValid

from journal.errors import CannotWrite
from journal.settings import Settings
from journal.storage import answers, entries
from tests.ui.conftest import lock_page, note, unlock, writing_field
from ui.idle import LOOK_MS, IdleLock
from ui.main_window import MainWindow
from ui.navigation import ROWS
from ui.widgets.answer_edit import AnswerEdit


def rows(window: MainWindow) -> list[str]:
    assert window.shell is not None
    model = window.shell.navigation.list.model()
    assert isinstance(model, QAbstractItemModel)
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_the_navigation_shows_only_pages_that_exist(open_window: MainWindow):
    assert rows(open_window) == [row.words() for row in ROWS]
    for row in ROWS:
        open_window.show_page(row.name)
        assert open_window.shell is not None
        assert type(open_window.shell.current()).__name__ == row.page.split(":")[1]


def test_ctrl_and_a_number_goes_to_a_page(open_window: MainWindow):
    assert open_window.shell is not None
    for number, name in enumerate((row.name for row in ROWS), 1):
        QTest.keyClick(open_window, str(number), Qt.KeyboardModifier.ControlModifier)
        assert open_window.shell.name == name


def test_ctrl_l_locks_and_leaves_no_diary_text_in_the_window(qtbot, open_window: MainWindow):
    entry_id = note(open_window, "geheim")
    open_window.open_entry(entry_id)
    qtbot.wait(0)
    assert any("geheim" in field.toPlainText() for field in open_window.findChildren(AnswerEdit))

    with qtbot.waitSignal(open_window.locked):
        QTest.keyClick(open_window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not open_window.findChildren(AnswerEdit), timeout=5_000)

    assert open_window.store is None
    assert lock_page(open_window).unlock_form.field.text() == ""


def test_half_written_text_is_saved_before_the_lock_and_the_caret_comes_back(qtbot, open_window: MainWindow):
    entry_id = note(open_window, "eerste zin")
    open_window.open_entry(entry_id)
    field = writing_field(open_window)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " en meer")
    QTest.keyClick(field, Qt.Key.Key_Left)
    caret = field.textCursor().position()

    open_window.lock()
    unlock(qtbot, open_window)

    assert open_window.store is not None
    assert open_window.store.read(entries.whole, entry_id).answers["note.text"].text == "eerste zin en meer"
    again = writing_field(open_window)
    assert open_window.shell is not None
    assert open_window.shell.entry_id == entry_id
    qtbot.waitUntil(again.hasFocus, timeout=5_000)
    assert again.textCursor().position() == caret


def test_it_locks_after_minutes_without_a_key(qtbot):
    now = {"awake": 0.0, "wall": 0.0}
    idle = IdleLock(10, clock=lambda: now["awake"], wall=lambda: now["wall"])
    idle.start()
    for _ in range(3):
        now["awake"] += 299
        now["wall"] += LOOK_MS / 1000
        idle.touch()
        with qtbot.assertNotEmitted(idle.idle):
            idle.look()

    now["awake"] += 600
    with qtbot.waitSignal(idle.idle):
        idle.look()


def test_it_locks_when_the_computer_has_slept(qtbot):
    now = {"awake": 0.0, "wall": 0.0}
    idle = IdleLock(10, clock=lambda: now["awake"], wall=lambda: now["wall"])
    idle.start()
    now["wall"] += 3600

    with qtbot.waitSignal(idle.idle):
        idle.look()


def test_a_key_in_the_window_counts_as_being_there(open_window: MainWindow):
    open_window.furniture.idle._touched = -1e9
    QTest.keyClick(open_window.windowHandle(), Qt.Key.Key_Shift)

    assert open_window.furniture.idle._touched > 0


def test_when_idle_the_window_locks(qtbot, open_window: MainWindow):
    with qtbot.waitSignal(open_window.locked):
        open_window.furniture.idle.idle.emit()


def test_language_and_theme_switch_in_place(open_window: MainWindow, tmp_path: Path):
    open_window.show_page("settings")

    open_window.take_settings(replace(open_window.settings, language="en", theme="dark"))

    assert open_window.shell is not None
    assert open_window.shell.name == "settings"
    assert rows(open_window)[0] == "The journey"
    title = open_window.shell.current().findChild(QLabel, "settings.title")
    assert title.text() == "Settings"
    assert open_window.palette().window().color().name() == "#151b1a"
    assert Settings.read(tmp_path / "settings.toml").language == "en"


def test_a_choice_on_the_settings_page_works_at_once(open_window: MainWindow):
    open_window.show_page("settings")
    assert open_window.shell is not None
    dark = open_window.shell.current().findChild(QWidget, "settings.theme.dark")

    QTest.mouseClick(dark, Qt.MouseButton.LeftButton)

    assert open_window.settings.theme == "dark"
    assert open_window.shell.name == "settings"


def test_ctrl_plus_and_minus_change_the_text_and_the_navigation_becomes_a_bar(open_window: MainWindow):
    for _ in range(3):
        QTest.keyClick(open_window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert open_window.settings.text_size == 150
    assert open_window.shell is not None
    assert open_window.shell.bar.isVisible()
    assert not open_window.shell.navigation.isVisible()

    QTest.keyClick(open_window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert open_window.settings.text_size == 100


def test_the_bar_has_one_menu_with_every_page(open_window: MainWindow):
    open_window.take_settings(replace(open_window.settings, text_size=200))
    assert open_window.shell is not None
    bar = open_window.shell.bar

    menu = bar.make_menu()

    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if isinstance(action, QAction) and action.text()]
    assert texts == [*(row.words() for row in ROWS), "Zoeken", "Instellingen", "Op slot doen"]
    menu.actions()[len(ROWS) + 1].trigger()
    assert open_window.shell.name == "settings"


def test_a_narrow_window_has_icons_with_tooltips(qtbot, open_window: MainWindow):
    open_window.resize(1000, 700)
    assert open_window.shell is not None
    qtbot.waitUntil(lambda: open_window.shell.navigation.width() == 64, timeout=5_000)

    index = open_window.shell.navigation.list.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Reflecties"
    assert open_window.shell.navigation.lock.toolTip() == "Op slot doen"


def test_ctrl_s_says_that_everything_is_saved(open_window: MainWindow):
    QTest.keyClick(open_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert open_window.furniture.notice.label.text() == "Alles is al bewaard."
    assert open_window.furniture.notice.isVisible()


def test_f1_helps_with_this_page_and_escape_closes_it(open_window: MainWindow):
    QTest.keyClick(open_window, Qt.Key.Key_F1)
    assert open_window.furniture.help.isVisible()
    said = " ".join(label.text() for label in open_window.furniture.help.findChildren(QLabel))
    assert "Dit is de kaart van je reis." in said

    QTest.keyClick(open_window.focusWidget() or open_window, Qt.Key.Key_Escape)
    assert not open_window.furniture.help.isVisible()


def test_saved_shows_the_time_of_the_commit_and_nothing_before(qtbot, open_window: MainWindow):
    assert open_window.shell is not None
    line = open_window.shell.navigation.saved
    assert line.label.text() == ""

    note(open_window, "iets")

    local = open_window.store.now().astimezone()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: line.label.text() == f"Bewaard om {local.hour}.{local.minute:02d}", timeout=5_000)


def test_when_saving_fails_the_text_stays_and_saving_resumes_by_itself(qtbot, open_window, monkeypatch, tmp_path):
    entry_id = note(open_window)
    open_window.open_entry(entry_id)
    field = writing_field(open_window)
    assert isinstance(field, AnswerEdit)
    journal = open_window.store.journal
    full = True

    def do(operation, *args, **named):
        if full:
            raise CannotWrite(tmp_path, "No space left on device")
        return type(journal).do(journal, operation, *args, **named)

    monkeypatch.setattr(journal, "do", do)
    QTest.keyClicks(field, "blijft staan")
    assert not open_window.settle()
    assert field.toPlainText() == "blijft staan"
    assert not open_window.lock()
    assert open_window.shell.trouble.isVisible()
    open_window.shell.trouble.copy.click()

    full = False
    qtbot.waitUntil(lambda: not field.is_dirty(), timeout=10_000)

    qtbot.waitUntil(lambda: not open_window.shell.trouble.isVisible(), timeout=5_000)
    assert open_window.store.read(entries.whole, entry_id).answers["note.text"].text == "blijft staan"


def test_closing_with_text_that_cannot_be_saved_asks_first(qtbot, open_window, monkeypatch, tmp_path):
    open_window.open_entry(note(open_window))
    field = writing_field(open_window)

    def do(*_args, **_named):
        raise CannotWrite(tmp_path, "No space left on device")

    monkeypatch.setattr(open_window.store.journal, "do", do)
    QTest.keyClicks(field, "nog niet bewaard")

    assert not open_window.close()
    assert open_window.isVisible()
    leave = open_window.shell.trouble.findChild(QPushButton, "save_trouble.leave")
    assert leave.isVisible()
    with qtbot.waitSignal(open_window.locked):
        leave.click()


def test_earlier_text_is_kept_as_the_store_says(open_window: MainWindow):
    entry_id = note(open_window, "woorden")
    assert open_window.store is not None
    assert open_window.store.read(answers.versions, entry_id, "note.text") == []


def test_after_another_look_every_page_is_there_again_with_what_was_written(open_window: MainWindow):
    note(open_window, "Dit blijft staan.")
    for name in ("reflections", "question", "settings"):
        open_window.show_page(name)
    hidden = open_window.shell.page("reflections")

    open_window.take_settings(replace(open_window.settings, theme="dark"))

    assert not isValid(hidden), "pages out of sight would each have to be given the new look first"
    assert open_window.shell.name == "settings"
    open_window.show_page("reflections")
    fields = open_window.shell.current().findChildren(QTextEdit)
    assert "Dit blijft staan." in [field.toPlainText() for field in fields]
