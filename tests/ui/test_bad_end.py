"""After a crash or a power cut: the next start says what is there, and what was written down can go."""

import signal
from pathlib import Path

from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from journal import dates
from journal.paths import LOCK_FILE
from journal.storage import answers, database, entries
from journal.storage.database import OpenJournal
from tests.conftest import PASSPHRASE
from tests.storage.beginnings import Child, a_reflection
from tests.ui.conftest import unlock
from ui.crash import CrashLog
from ui.main_window import MainWindow
from ui.widgets.crash_reports import CrashReports


def test_a_kill_is_noticed_at_the_next_opening_and_not_at_the_one_after(journal: OpenJournal):
    a_reflection(journal)
    journal.close()
    assert not journal.ended_badly

    def open_it(say):
        database.unlock(journal.folder, PASSPHRASE)
        say("open")
        signal.pause()

    child = Child(open_it)
    assert child.line() == "open"
    child.kill()
    with database.unlock(journal.folder, PASSPHRASE) as after:
        assert after.ended_badly
    with database.unlock(journal.folder, PASSPHRASE) as again:
        assert not again.ended_badly


def test_looking_at_a_journal_does_not_hide_that_it_ended_badly(journal: OpenJournal):
    journal.close()
    (journal.folder / LOCK_FILE).write_bytes(b"1")
    key = (journal.folder / "journal.key").read_bytes()
    (journal.folder / "journal.key").write_bytes(b"")
    try:
        database.unlock(journal.folder, PASSPHRASE)
    except database.DamagedKeyFile:
        (journal.folder / "journal.key").write_bytes(key)
    with database.unlock(journal.folder, PASSPHRASE) as after:
        assert after.ended_badly


def test_the_next_start_says_up_to_when_everything_is_saved(qtbot, make_window, locked_journal: Path):
    with database.unlock(locked_journal, PASSPHRASE) as journal:
        entry_id = a_reflection(journal)
        journal.do(answers.write, entry_id, "moment.story", "nog net bewaard")
        saved = journal.read(entries.last_saved)
    (locked_journal / LOCK_FILE).write_bytes(b"1")
    window = make_window(locked_journal)
    unlock(qtbot, window)
    told = window.furniture.notice
    qtbot.waitUntil(told.isVisible, timeout=5_000)
    assert told.label.text().startswith("De vorige keer stopte Reisgezel onverwacht. Alles tot ")
    assert dates.clock(saved.astimezone()) in told.label.text()
    window.lock()
    told.hide()
    unlock(qtbot, window)
    QTest.qWait(0)
    assert told.isHidden()


def test_a_report_is_shown_without_diary_text_and_can_be_deleted(qtbot, tmp_path: Path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    log = CrashLog(tmp_path)
    monkeypatch.setattr("sys.stderr", None)
    log.write(ZeroDivisionError("wat ik niemand vertel"))
    part = CrashReports(tmp_path)
    qtbot.addWidget(part)
    assert "staat niets van jouw tekst in" in part.said.text()
    part.look.click()
    assert "ZeroDivisionError" in part.text.toPlainText()
    assert "niemand vertel" not in part.text.toPlainText()
    part.where.click()
    assert [url.isLocalFile() for url in opened] == [True]
    part.delete.click()
    assert log.path.read_bytes() == b""
    assert part.said.text() == "Er ging niets mis dat opgeschreven moest worden."
    assert part.text.isHidden()


def test_the_settings_show_what_went_wrong(open_window: MainWindow):
    open_window.show_page("settings")
    part = open_window.shell.current().findChild(CrashReports)
    assert part.said.text() == "Er ging niets mis dat opgeschreven moest worden."
