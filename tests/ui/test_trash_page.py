"""The bin as its owner sees it: fetch back, erase for good, and what happens to the backups."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from journal.domain.backup_policy import Reason
from journal.storage import answers, backups, entries
from ui.main_window import MainWindow
from ui.pages.trash import TrashPage


@pytest.fixture
def thrown(open_window: MainWindow) -> int:
    store = open_window.store
    entry_id = store.do(entries.start, None, store.journey_id, "note", on=store.today())
    store.do(answers.write, None, entry_id, "note.text", "iets wat niemand hoeft te lezen")
    store.do(entries.set_title, None, entry_id, "Een slechte dag")
    store.do(entries.throw_away, None, entry_id)
    return entry_id


def bin_page(window: MainWindow) -> TrashPage:
    window.show_page("settings")
    door = window.shell.current().findChild(QPushButton, "settings.trash")
    QTest.mouseClick(door, Qt.MouseButton.LeftButton)
    page = window.shell.current()
    assert isinstance(page, TrashPage)
    return page


def test_an_empty_bin_says_so(open_window: MainWindow):
    page = bin_page(open_window)
    assert page.nothing.isVisible()
    assert page.copies.isHidden()


def test_it_is_fetched_back_with_the_keyboard(open_window: MainWindow, thrown: int):
    page = bin_page(open_window)
    page.rows[0].fetch.setFocus()
    QTest.keyClick(page.rows[0].fetch, Qt.Key.Key_Space)
    assert page.said.text() == "Terug op zijn plek: Een slechte dag"
    assert page.rows == []
    assert open_window.store.read(entries.whole, thrown).entry.thrown_away_at is None


def test_erasing_asks_once_more_and_never_mind_keeps_it(open_window: MainWindow, thrown: int):
    row = bin_page(open_window).rows[0]
    row.erase.click()
    assert row.question.isVisible()
    assert row.keep.hasFocus()
    row.keep.click()
    assert row.question.isHidden()
    assert open_window.store.read(entries.whole, thrown).entry.title == "Een slechte dag"


def test_erased_for_good_the_older_backups_go_too(qtbot, open_window: MainWindow, thrown: int):
    store = open_window.store
    before = backups.make(store.journal, Reason.ASKED, anyway=True)
    page = bin_page(open_window)
    page.rows[0].erase.click()
    page.rows[0].yes.click()
    wanted = "Voorgoed gewist. Er is een verse reservekopie gemaakt; de oudere zijn opgeruimd."
    qtbot.waitUntil(lambda: page.said.text() == wanted, timeout=20_000)
    left = backups.of_folder(open_window.folder)
    assert len(left) == 1
    assert not before.path.exists()
    with pytest.raises(Exception, match="No row"):
        store.read(entries.whole, thrown)


@pytest.mark.usefixtures("thrown")
def test_who_wants_to_keep_the_backups_keeps_them(open_window: MainWindow):
    before = backups.make(open_window.store.journal, Reason.ASKED, anyway=True)
    page = bin_page(open_window)
    page.copies.click()
    page.rows[0].erase.click()
    page.rows[0].yes.click()
    assert page.said.text() == "Voorgoed gewist."
    assert Path(before.path).exists()
