"""Backups in the window: by themselves, in settings, and put back."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton

from journal.domain.backup_policy import Reason
from journal.settings import Settings
from journal.storage import backups, closing, copies, database
from journal.storage.database import OpenJournal
from tests.conftest import PASSPHRASE, Clock
from tests.storage.beginnings import contents, text_of
from tests.ui.conftest import lock_page, note, unlock
from ui.main_window import MainWindow
from ui.restore import RestorePage
from ui.widgets.backup_section import BackupSection


def section(window: MainWindow) -> BackupSection:
    window.show_page("settings")
    assert window.shell is not None
    found = window.shell.current().findChild(BackupSection)
    assert found is not None
    return found


def made(qtbot, window: MainWindow, count: int) -> list[backups.Backup]:
    qtbot.waitUntil(lambda: len(backups.of_folder(window.folder)) == count, timeout=20_000)
    return backups.of_folder(window.folder)


def press(owner, name: str) -> None:
    button = owner.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_locking_makes_a_backup_and_only_when_something_changed(qtbot, open_window: MainWindow):
    note(open_window, "een zin")
    open_window.lock()
    closing.wait(open_window.folder)
    (first,) = backups.of_folder(open_window.folder)
    assert first.reason == Reason.CLOSE
    unlock(qtbot, open_window)
    open_window.lock()
    closing.wait(open_window.folder)
    assert backups.of_folder(open_window.folder) == [first]


def test_one_can_unlock_again_while_the_last_backup_is_being_made(qtbot, open_window: MainWindow):
    note(open_window, "een zin")
    open_window.lock()
    unlock(qtbot, open_window)
    assert open_window.store is not None
    assert len(backups.of_folder(open_window.folder)) == 1


def test_every_half_hour_one_is_made_while_somebody_writes(qtbot, open_window: MainWindow):
    note(open_window, "een zin")
    open_window.furniture.backing_up._look()
    (first,) = made(qtbot, open_window, 1)
    assert first.reason == Reason.MEANWHILE
    with qtbot.waitSignal(open_window.furniture.backing_up.made, timeout=20_000):
        open_window.furniture.backing_up._look()
    assert backups.of_folder(open_window.folder) == [first]


def test_locking_while_a_backup_is_being_made_is_quiet_and_closing_makes_its_own(qtbot, open_window: MainWindow):
    note(open_window, "een zin " * 5_000)
    for _ in range(3):
        open_window.furniture.backing_up._look()
        open_window.lock()
        unlock(qtbot, open_window)
    assert len(backups.of_folder(open_window.folder)) == 1


def test_trouble_is_told_once_and_nothing_written_is_lost(qtbot, open_window: MainWindow):
    backing_up = open_window.furniture.backing_up
    (open_window.folder.parent / "Reisgezel-backups").write_text("in the way")
    note(open_window, "een zin")
    for told in (True, False):
        open_window.furniture.notice.hide()
        with qtbot.waitSignal(backing_up.failed, timeout=20_000):
            backing_up._look()
        assert open_window.furniture.notice.isVisible() is told
    assert "Je dagboek zelf is bewaard" in open_window.furniture.notice.label.text()
    open_window.lock()
    closing.wait(open_window.folder)
    with database.unlock(open_window.folder, PASSPHRASE) as journal:
        assert text_of(journal, 1, "note.text") == "een zin"


def test_settings_show_them_and_make_one_now(qtbot, open_window: MainWindow, clock: Clock):
    shown = section(open_window)
    assert "nog geen reservekopie" in shown.state.text()
    press(shown, "backups.now")
    qtbot.waitUntil(shown.now.isEnabled, timeout=20_000)
    assert shown.state.text().startswith("De reservekopie is er, en is goed. Laatste: vandaag,")
    (backup,) = backups.of_folder(open_window.folder)
    assert shown.findChild(QPushButton, f"backups.back.{backup.number}") is not None
    press(shown, "backups.now")
    qtbot.waitUntil(shown.now.isEnabled, timeout=20_000)
    assert "Er is niets veranderd sinds de laatste" in shown.state.text()
    clock.later(days=1)
    shown.refresh()
    assert "gisteren" in shown.state.text()


def test_a_long_list_unfolds(qtbot, locked_journal: Path, make_window, clock: Clock):
    with database.unlock(locked_journal, PASSPHRASE, now=clock) as journal:
        for _ in range(6):
            clock.later(days=1)
            backups.make(journal, Reason.ASKED)
            journal.set_passphrase(PASSPHRASE, cost=database.Cost(1, 32, 1))
    window = make_window(locked_journal)
    unlock(qtbot, window)
    shown = section(window)
    assert len(shown.findChildren(QPushButton, "backups.all")) == 1
    press(shown, "backups.all")
    backs = [button for button in shown.findChildren(QPushButton) if button.objectName().startswith("backups.back.")]
    assert len([button for button in backs if not button.isHidden()]) >= 6


def test_a_second_place_is_chosen_said_and_remembered(qtbot, open_window: MainWindow, tmp_path, clock: Clock):
    stick = tmp_path / "usb"
    stick.mkdir()
    shown = section(open_window)
    shown.second.use(str(stick))
    qtbot.waitUntil(lambda: any(stick.iterdir()), timeout=20_000)
    qtbot.waitUntil(shown.now.isEnabled, timeout=20_000)
    shown.refresh()
    assert "Laatst op 20 november." in shown.second.said.text()
    assert open_window.settings.backup_place == str(stick)
    assert Settings.read(tmp_path / "settings.toml").backup_place == str(stick)
    stick.rename(tmp_path / "drawer")
    clock.later(days=20)
    shown.refresh()
    assert "Die is er nu niet" in shown.second.said.text()
    assert "al even geleden" in shown.second.said.text()
    note(open_window, "daarna")
    press(shown, "backups.now")
    qtbot.waitUntil(shown.now.isEnabled, timeout=20_000)
    assert len(backups.of_folder(open_window.folder)) == 2
    press(shown, "backups.no_second")
    assert open_window.settings.backup_place == ""


def test_a_backup_is_put_back_from_settings_and_the_old_journal_stays(qtbot, open_window: MainWindow, clock: Clock):
    entry_id = note(open_window, "eerst")
    old = open_window.folder
    shown = section(open_window)
    shown.make()
    qtbot.waitUntil(shown.now.isEnabled, timeout=20_000)
    (backup,) = backups.of_folder(old)
    note(open_window, "van daarna")
    press(shown, f"backups.back.{backup.number}")
    assert str(old.name) in shown._asked.text()
    press(shown, "backups.no")
    assert not shown.sure.isVisible()
    press(shown, f"backups.back.{backup.number}")
    press(shown, "backups.yes")
    qtbot.waitUntil(lambda: open_window.folder != old, timeout=20_000)
    assert open_window.folder.name == "journal-2"
    page = lock_page(open_window)
    told = page.findChild(type(page.unlock_form.parent()), "lock.told") or page
    assert told is not None
    unlock(qtbot, open_window)
    assert open_window.store is not None
    journal = open_window.store.journal
    assert isinstance(journal, OpenJournal)
    assert text_of(journal, entry_id, "note.text") == "eerst"
    closing.wait(old)
    with database.unlock(old, PASSPHRASE) as before:
        assert text_of(before, entry_id + 1, "note.text") == "van daarna"
    assert open_window.settings.journal == str(open_window.folder)
    assert clock() is not None


def test_after_a_miss_the_lock_offers_a_backup(qtbot, open_window: MainWindow):
    note(open_window, "eerst")
    old = open_window.folder
    open_window.lock()
    closing.wait(old)
    page = lock_page(open_window)
    assert page.findChild(QPushButton, "lock.restore") is None
    page.unlock_form.field.setText("dit is hem niet")
    QTest.keyClick(page.unlock_form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "lock.restore") is not None, timeout=20_000)
    press(page, "lock.restore")
    restore = open_window.centralWidget().currentWidget()
    assert isinstance(restore, RestorePage)
    press(restore, "restore.back")
    assert lock_page(open_window)
    lock_page(open_window).restore_requested.emit()
    restore = open_window.centralWidget().currentWidget()
    press(restore, "restore.go")
    qtbot.waitUntil(lambda: open_window.folder != old, timeout=20_000)
    unlock(qtbot, open_window)


def test_a_damaged_backup_says_so_and_another_can_be_taken(qtbot, locked_journal: Path, make_window, clock: Clock):
    with database.unlock(locked_journal, PASSPHRASE, now=clock) as journal:
        for _ in range(5):
            backups.make(journal, Reason.ASKED)
            journal.set_passphrase(PASSPHRASE, cost=database.Cost(1, 32, 1))
    newest = backups.of_folder(locked_journal)[-1].path
    data = bytearray(newest.read_bytes())
    data[len(data) // 2] ^= 1
    newest.write_bytes(data)
    window = make_window(locked_journal)
    window.doorway.restore()
    page = window.centralWidget().currentWidget()
    press(page, "restore.go")
    qtbot.waitUntil(lambda: bool(page.error.words), timeout=20_000)
    assert "beschadigd" in page.error.words
    press(page, "restore.all")
    radios = [radio for radio in page._paths if radio.radio.isEnabled()]
    assert len(radios) == 6
    radios[-1].radio.setChecked(True)
    assert page.go.text() == "Bestand kiezen…"
    radios[1].radio.setChecked(True)
    page._go()
    qtbot.waitUntil(lambda: window.folder != locked_journal, timeout=20_000)
    assert isinstance(radios[0].radio, QRadioButton)


def test_a_closed_window_leaves_a_journal_that_is_whole_and_backed_up(open_window: MainWindow, tmp_path):
    note(open_window, "laatste zin")
    folder = open_window.folder
    assert open_window.close()
    closing.wait(folder)
    (backup,) = backups.of_folder(folder)
    copies.open_copy(backup.path, tmp_path / "there")
    with database.unlock(tmp_path / "there", PASSPHRASE) as journal:
        assert text_of(journal, 1, "note.text") == "laatste zin"
    assert set(contents(folder)) == {"journal.db", "journal.key"}


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="everything can be written as root")
def test_a_read_only_place_closes_quietly(qtbot, open_window: MainWindow):
    open_window.folder.parent.chmod(0o500)
    open_window.lock()
    closing.wait(open_window.folder)
    open_window.folder.parent.chmod(0o700)
    unlock(qtbot, open_window)
