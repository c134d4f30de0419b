"""A journal in a synced folder is told once and can move; copies beside it are named."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from journal.storage import closing, database, journeys
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.storage.beginnings import TODAY, text_of
from tests.ui.conftest import lock_page, note, unlock
from ui.main_window import MainWindow
from ui.widgets.journal_place import JournalPlace


@pytest.fixture
def synced(tmp_path: Path, clock: Clock) -> Path:
    folder = tmp_path / "OneDrive - Zorggroep" / "journal"
    with database.create(folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as journal:
        journal.do(journeys.begin, "htc", began_on=TODAY, meetings=[])
    return folder


def place(window: MainWindow) -> JournalPlace:
    window.show_page("settings")
    assert window.shell is not None
    found = window.shell.current().findChild(JournalPlace)
    assert found is not None
    return found


def test_a_synced_folder_is_told_once_and_the_journal_can_move_out_of_it(qtbot, make_window, synced: Path, tmp_path):
    window: MainWindow = make_window(synced)
    unlock(qtbot, window)
    qtbot.waitUntil(window.furniture.notice.isVisible, timeout=20_000)
    assert "OneDrive" in window.furniture.notice.label.text()
    assert window.settings.synced_told == str(synced)
    window.furniture.notice.hide()
    window.furniture.surroundings.look()
    qtbot.wait(200)
    assert not window.furniture.notice.isVisible()

    note(window, "een zin")
    shown = place(window)
    assert "OneDrive" in shown.findChild(QLabel, "settings.synced").text()
    (tmp_path / "local").mkdir()
    shown.use(tmp_path / "local")
    qtbot.waitUntil(lambda: window.folder == tmp_path / "local" / "journal", timeout=20_000)
    assert "Je dagboek staat nu in" in lock_page(window).findChild(QLabel, "lock.told").text()
    unlock(qtbot, window)
    assert text_of(window.store.journal, 1, "note.text") == "een zin"
    assert place(window).findChild(QLabel, "settings.synced") is None
    closing.wait(synced)
    with database.unlock(synced, PASSPHRASE) as old:
        assert text_of(old, 1, "note.text") == "een zin"


def test_conflict_copies_are_told_and_left_alone(qtbot, make_window, locked_journal: Path):
    copy = locked_journal / "journal-LAPTOP.db"
    copy.write_bytes(b"a copy")
    window: MainWindow = make_window(locked_journal)
    unlock(qtbot, window)
    qtbot.waitUntil(window.furniture.notice.isVisible, timeout=20_000)
    assert "ligt een kopie" in window.furniture.notice.label.text()
    assert "journal-LAPTOP.db" in place(window).findChild(QLabel, "settings.conflicts").text()
    assert copy.read_bytes() == b"a copy"


def test_a_move_that_does_not_succeed_says_so_and_the_journal_opens_where_it_was(qtbot, open_window: MainWindow):
    folder = open_window.folder
    (folder.parent / "full").write_text("a file is in the way")
    place(open_window).move_requested.emit(folder.parent / "full" / "journal")
    qtbot.waitUntil(lambda: lock_page(open_window).findChild(QLabel, "lock.told") is not None, timeout=20_000)
    assert open_window.folder == folder
    unlock(qtbot, open_window)
