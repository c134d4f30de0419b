"""08c: a damaged journal, its three ways on, and what is said of them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from journal.domain.backup_policy import Reason
from journal.errors import DamagedJournal
from journal.storage import answers, backups, closing, database, entries
from tests.conftest import PASSPHRASE, Clock
from tests.storage.beginnings import TODAY, contents, text_of
from tests.ui.conftest import lock_page, note, unlock
from tests.ui.test_backups import press, section
from ui.damage import DamagePage
from ui.main_window import MainWindow
from ui.readable import ReadablePage


@pytest.fixture
def written(locked_journal: Path, clock: Clock) -> Path:
    """A journal with fifteen notes; its backup was made yesterday, before the last."""
    with database.unlock(locked_journal, PASSPHRASE, now=clock) as journal:
        for number in range(15):
            entry_id = journal.do(entries.start, 1, "note", on=TODAY)
            journal.do(answers.write, entry_id, "note.text", f"woord{number} " * 900)
            if number == 13:
                backups.make(journal, Reason.CLOSE)
                clock.later(days=1)
    return locked_journal


def break_start(folder: Path, at: int = 0) -> None:
    data = bytearray((folder / "journal.db").read_bytes())
    data[at : at + 4096] = bytes(4096)
    (folder / "journal.db").write_bytes(data)


def break_what_is_read(folder: Path) -> DamagedJournal:
    """Damage a page of an earlier note, and meet it."""
    whole = (folder / "journal.db").read_bytes()
    for page_number in range(len(whole) // 4096 - 1, 5, -1):
        (folder / "journal.db").write_bytes(whole)
        break_start(folder, page_number * 4096)
        try:
            with database.unlock(folder, PASSPHRASE) as journal:
                for number in range(1, 15):
                    text_of(journal, number, "note.text")
        except DamagedJournal as error:
            return error
    raise AssertionError


def to_damage(qtbot, window: MainWindow) -> DamagePage:
    page = lock_page(window)
    page.unlock_form.submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget().currentWidget(), DamagePage), timeout=20_000)
    found = window.centralWidget().currentWidget()
    qtbot.waitUntil(lambda: found.found is not None, timeout=20_000)
    return found


def test_the_words_and_choices_of_a_damaged_journal(qtbot, make_window, written: Path):
    (written / "journal.db-journal").write_bytes(b"")
    break_start(written)
    page = to_damage(qtbot, make_window(written))
    assert page.findChild(QLabel, "trouble.title").text() == "Een deel van je dagboek is onleesbaar"
    assert page.said.text() == (
        "Het bestand is beschadigd. Je wachtzin klopt."
        " Reisgezel heeft niets veranderd en bewaart het beschadigde bestand apart."
    )
    assert page.backup.radio.accessibleName().startswith("Open de reservekopie van gisteren, ")
    assert page.backup.radio.isChecked()
    assert page.readable.radio.accessibleDescription() == (
        "15 van de 15 onderdelen zijn heel. Je ziet eerst wat er ontbreekt."
    )
    assert page.go.text() == "Reservekopie openen"
    page.readable.radio.setChecked(True)
    assert page.go.text() == "Bekijken wat leesbaar is"
    page.other.radio.setChecked(True)
    assert page.go.text() == "Bestand kiezen…"


def test_the_cause_is_named_only_when_it_shows(qtbot, make_window, written: Path):
    break_start(written)
    window = make_window(written)
    page = to_damage(qtbot, window)
    (written / "journal.db-journal").write_bytes(b"cut short")
    assert "waarschijnlijk doordat de laptop uitging tijdens het bewaren" in page._sentence()
    (written / "journal.db-journal").unlink()
    assert "waarschijnlijk" not in page._sentence()


def test_technical_details_hold_no_word_of_the_diary(qtbot, make_window, written: Path):
    break_start(written)
    page = to_damage(qtbot, make_window(written))
    press(page, "trouble.copy")
    text = QGuiApplication.clipboard().text()
    assert "DamagedJournal" in text
    assert "parts 15" in text
    assert "woord" not in text
    assert bytes(range(20)).hex() not in text


def test_without_a_backup_saving_what_is_readable_is_chosen(qtbot, make_window, locked_journal: Path):
    break_start(locked_journal)
    page = to_damage(qtbot, make_window(locked_journal))
    assert page.backup is None
    assert page.readable.radio.isChecked()
    assert page.go.text() == "Bekijken wat leesbaar is"


def test_where_nothing_can_be_read_another_file_is_chosen(qtbot, make_window, locked_journal: Path):
    (locked_journal / "journal.db").write_bytes(b"")
    window = make_window(locked_journal)
    lock_page(window).unlock_form.submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget().currentWidget(), DamagePage), timeout=20_000)
    page = window.centralWidget().currentWidget()
    qtbot.waitUntil(page.other.radio.isChecked, timeout=20_000)
    assert not page.readable.isEnabled()
    press(page, "trouble.go")
    assert window.centralWidget().currentWidget().objectName() == "existing"


def test_the_backup_opens_with_what_came_after_it_and_the_damaged_journal_stays(qtbot, make_window, written: Path):
    met = break_what_is_read(written)
    before = contents(written)
    window = make_window(written)
    window.doorway.trouble(met)
    page = window.centralWidget().currentWidget()
    qtbot.waitUntil(lambda: page.found is not None, timeout=20_000)
    press(page, "trouble.go")
    qtbot.waitUntil(lambda: window.folder != written, timeout=20_000)
    assert "Dit is de reservekopie, met wat er daarna kwam" in lock_page(window).findChild(QLabel, "lock.told").text()
    unlock(qtbot, window)
    for number in range(15):
        assert text_of(window.store.journal, number + 1, "note.text") == f"woord{number} " * 900
    assert contents(written) == before


def test_what_is_readable_is_shown_first_and_then_saved(qtbot, make_window, written: Path):
    met = break_what_is_read(written)
    window = make_window(written)
    window.doorway.trouble(met)
    page = window.centralWidget().currentWidget()
    qtbot.waitUntil(lambda: page.found is not None, timeout=20_000)
    page.readable.radio.setChecked(True)
    press(page, "trouble.go")
    shown = window.centralWidget().currentWidget()
    assert isinstance(shown, ReadablePage)
    lost = len(shown.found.missing)
    assert lost >= 1
    assert shown.findChild(QLabel, "readable.title").text() == f"{15 - lost} van de 15 onderdelen zijn heel"
    assert shown.findChild(QLabel, "readable.missing.0").text() == "Notitie, 20 november 2026: er ontbreekt de tekst"
    press(shown, "readable.back")
    page = window.centralWidget().currentWidget()
    qtbot.waitUntil(lambda: page.found is not None, timeout=20_000)
    page.readable.radio.setChecked(True)
    press(page, "trouble.go")
    press(window.centralWidget().currentWidget(), "readable.go")
    qtbot.waitUntil(lambda: window.folder != written, timeout=20_000)
    unlock(qtbot, window)
    there = set(shown_text(window))
    assert len(there) == 15 - lost


def shown_text(window: MainWindow) -> list[int]:
    journal = window.store.journal
    return [n for n in range(1, 16) if journal.read(entries.whole, n).answers.get("note.text")]


def test_damage_found_by_a_backup_leads_to_the_ways_on(qtbot, open_window: MainWindow):
    for number in range(12):
        note(open_window, f"tekst {number} " * 2_000)
    open_window.lock()
    closing.wait(open_window.folder)
    data = bytearray((open_window.folder / "journal.db").read_bytes())
    data[-3 * 4096 : -2 * 4096] = bytes(4096)
    (open_window.folder / "journal.db").write_bytes(data)
    unlock(qtbot, open_window)
    shown = section(open_window)
    note(open_window, "nieuw")
    press(shown, "backups.now")
    qtbot.waitUntil(shown.look.isVisible, timeout=20_000)
    press(shown, "backups.damage")
    page = open_window.centralWidget().currentWidget()
    assert isinstance(page, DamagePage)
    qtbot.waitUntil(lambda: page.found is not None, timeout=20_000)
    assert page.findChild(QPushButton, "trouble.go") is not None
