"""In en uit, as somebody walks it: the archive, a copy that comes home, the folder between laptops, another diary."""

import datetime as dt
import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from journal import open_archive
from journal.settings import Settings
from journal.storage import answers, copies, database, entries, journeys, shared_folder
from tests.conftest import CHEAP, PASSPHRASE, Clock
from tests.ui.conftest import note, unlock
from ui.archive_page import ArchivePage
from ui.existing import ExistingPage
from ui.main_window import MainWindow
from ui.pages.moving import MovingPage


def moving(window: MainWindow) -> MovingPage:
    window.show_page("settings")
    press(window, "settings.moving")
    page = window.shell.current()
    assert isinstance(page, MovingPage)
    return page


def find(window: MainWindow, kind, name: str):
    """In what is shown now: a shell that was just left may still be there."""
    return window.shell.findChild(kind, name) or window.findChild(kind, name)


def press(window: MainWindow, name: str) -> None:
    button = find(window, QAbstractButton, name)
    assert button is not None, name
    assert button.isVisibleTo(window), name
    button.click()


def said(window: MainWindow, name: str) -> str:
    label = find(window, QLabel, name)
    assert label is not None, name
    return label.text()


def the_other_laptop(window: MainWindow, tmp_path: Path, text: str, entry_id: int) -> database.OpenJournal:
    """A copy of the journal, in which this was written two hours later."""
    copies.write_copy(window.store.journal, tmp_path / "start.reisgezel")
    copies.open_copy(tmp_path / "start.reisgezel", tmp_path / "other")
    clock = Clock(window.now() + dt.timedelta(hours=2))
    other = database.unlock(tmp_path / "other", PASSPHRASE, now=clock)
    other.do(answers.write, entry_id, "note.text", text)
    return other


def test_the_whole_journal_goes_out_as_an_archive(open_window: MainWindow, qtbot, tmp_path: Path):
    note(open_window, "langs het wad")
    page = moving(open_window)
    page.archive.write(tmp_path / "alles.zip")
    qtbot.waitUntil(
        lambda: said(open_window, "moving.archive.result") == "Je archief staat er: alles.zip", timeout=20_000
    )
    with zipfile.ZipFile(tmp_path / "alles.zip") as box:
        assert "langs het wad" in box.read("journal.json").decode()


def test_an_archive_that_cannot_be_written_says_so(open_window: MainWindow, qtbot, tmp_path: Path):
    page = moving(open_window)
    page.archive.write(tmp_path / "weg" / "alles.zip")
    qtbot.waitUntil(lambda: "Bewaren lukt hier niet" in said(open_window, "moving.archive.result"), timeout=20_000)
    assert page.archive.make.isEnabled()


def test_a_copy_comes_home_and_the_difference_is_chosen(open_window: MainWindow, qtbot, clock: Clock, tmp_path: Path):
    entry = note(open_window, "eerst zo")
    with the_other_laptop(open_window, tmp_path, "thuis heel anders bekeken", entry) as other:
        copies.write_copy(other, tmp_path / "thuis.reisgezel")
    clock.later(hours=1)
    open_window.store.do(answers.write, None, entry, "note.text", "op het werk zo gezien")
    page = moving(open_window)
    page.merge.merge(tmp_path / "thuis.reisgezel")
    qtbot.waitUntil(lambda: "Samengevoegd" in said(open_window, "moving.merge.result"), timeout=20_000)
    assert said(open_window, "moving.merge.waiting") == "1 tekst verschilt. Beide zijn bewaard."
    press(open_window, "moving.merge.differences")
    assert "thuis" in said(open_window, "differences.standing")
    assert "line-through" in said(open_window, "differences.other")
    press(open_window, "differences.other_one")
    text = open_window.store.read(entries.whole, entry).answers["note.text"].text
    assert text == "op het werk zo gezien"
    assert "niets meer" in said(open_window, "differences.lead")
    press(open_window, "differences.later")
    assert open_window.shell.current() is page
    assert page.merge.waiting.isHidden()


def test_what_was_written_is_never_markup_in_the_differences(open_window: MainWindow, qtbot, clock, tmp_path: Path):
    entry = note(open_window, "eerst")
    with the_other_laptop(open_window, tmp_path, "<b>vet</b> & <img src=x>", entry) as other:
        copies.write_copy(other, tmp_path / "thuis.reisgezel")
    clock.later(hours=1)
    open_window.store.do(answers.write, None, entry, "note.text", "gewoon")
    moving(open_window).merge.merge(tmp_path / "thuis.reisgezel")
    qtbot.waitUntil(lambda: "Samengevoegd" in said(open_window, "moving.merge.result"), timeout=20_000)
    press(open_window, "moving.merge.differences")
    assert "&lt;" in said(open_window, "differences.standing")
    assert "<img" not in said(open_window, "differences.standing")


def test_a_journey_that_was_begun_on_the_other_laptop_is_shown(open_window: MainWindow, qtbot, tmp_path: Path):
    before = open_window.store.journey_id
    with the_other_laptop(open_window, tmp_path, "thuis", note(open_window, "eerst")) as other:
        begun = dt.date(2026, 11, 20)
        other.do(journeys.begin, "htc", began_on=begun)
        copies.write_copy(other, tmp_path / "thuis.reisgezel")
    moving(open_window).merge.merge(tmp_path / "thuis.reisgezel")
    qtbot.waitUntil(lambda: open_window.store is not None and open_window.store.journey_id != before, timeout=20_000)


def test_a_copy_of_another_journal_is_refused_kindly(open_window: MainWindow, qtbot, tmp_path: Path):
    with database.create(tmp_path / "x", PASSPHRASE, bytes(20), cost=CHEAP) as stranger:
        copies.write_copy(stranger, tmp_path / "x.reisgezel")
    moving(open_window).merge.merge(tmp_path / "x.reisgezel")
    qtbot.waitUntil(lambda: "een ander dagboek" in said(open_window, "moving.merge.result"), timeout=20_000)


def test_a_folder_between_laptops_is_chosen_named_and_left_again(open_window: MainWindow, qtbot, tmp_path: Path):
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    moving(open_window).folder.chosen.emit(str(folder), "laptop werk")
    assert open_window.settings.shared_folder == str(folder)
    page = moving(open_window)
    assert find(open_window, QLineEdit, "moving.folder.device").text() == "laptop werk"
    qtbot.waitUntil(lambda: page.folder.is_busy() is False, timeout=20_000)
    press(open_window, "moving.folder.now")
    qtbot.waitUntil(lambda: "staat in de map" in said(open_window, "moving.folder.result"), timeout=20_000)
    assert (folder / "Reisgezel laptop werk.reisgezel").is_file()
    press(open_window, "moving.folder.off")
    assert open_window.settings.shared_folder == ""


@pytest.fixture
def folder_with_a_copy(locked_journal: Path, tmp_path: Path) -> Path:
    """A copy of another laptop, with a note of its own."""
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    shutil.copytree(locked_journal, tmp_path / "laptop")
    with database.unlock(tmp_path / "laptop", PASSPHRASE) as other:
        other.do(entries.start, 1, "note", on=dt.date(2026, 11, 20), title="van thuis")
        shared_folder.lay_down(other, folder, "laptop thuis")
    return folder


def test_a_newer_copy_is_offered_at_opening_and_merged(make_window, qtbot, locked_journal: Path, folder_with_a_copy):
    settings = Settings(theme="light", shared_folder=str(folder_with_a_copy), device_name="laptop werk")
    window = make_window(locked_journal, settings)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.furniture.shared_copies.offer is not None, timeout=20_000)
    assert "nieuwere kopie van ‘laptop thuis’" in said(window, "copy_offer.words")
    press(window, "copy_offer.merge")
    qtbot.waitUntil(lambda: "Samengevoegd" in said(window, "notice.words"), timeout=20_000)
    titles = [line.title for line in window.store.read(entries.listed, window.store.journey_id, ["note"])]
    assert titles == ["van thuis"]


def test_not_now_leaves_the_copy_where_it_is(make_window, qtbot, locked_journal: Path, folder_with_a_copy):
    settings = Settings(theme="light", shared_folder=str(folder_with_a_copy), device_name="laptop werk")
    window = make_window(locked_journal, settings)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.furniture.shared_copies.offer is not None, timeout=20_000)
    press(window, "copy_offer.not_now")
    assert window.furniture.shared_copies.offer is None
    assert shared_folder.look(window.store.journal, folder_with_a_copy, "laptop werk").waiting


def test_a_diary_of_elsewhere_is_seen_first_then_read_in_and_thrown_away(open_window: MainWindow, qtbot, tmp_path):
    (tmp_path / "oud.txt").write_text("[2020-01-02 10:00] Langs het wad\nStil.\n\n[2020-03-04 10:00] Terug\n")
    page = moving(open_window)
    page.elsewhere.look(tmp_path / "oud.txt")
    told = "2 notities uit jrnl, van 2 januari 2020 tot en met 4 maart 2020."
    qtbot.waitUntil(lambda: said(open_window, "moving.elsewhere.preview") == told, timeout=20_000)
    store = open_window.store
    assert not store.read(entries.listed, store.journey_id, ["note"])
    press(open_window, "moving.elsewhere.take")
    qtbot.waitUntil(lambda: "2 notities zijn ingelezen" in said(open_window, "moving.elsewhere.result"), timeout=20_000)
    assert len(store.read(entries.listed, store.journey_id, ["note"])) == 2
    page.elsewhere.look(tmp_path / "oud.txt")
    qtbot.waitUntil(lambda: "al eerder ingelezen" in said(open_window, "moving.elsewhere.preview"), timeout=20_000)
    press(open_window, "moving.elsewhere.throw_away")
    assert not store.read(entries.listed, store.journey_id, ["note"])


def test_what_cannot_be_read_in_is_named(open_window: MainWindow, qtbot, tmp_path: Path):
    (tmp_path / "op slot.txt").write_text("gAAAAABkX0" + "x" * 200)
    moving(open_window).elsewhere.look(tmp_path / "op slot.txt")
    qtbot.waitUntil(lambda: "is op slot" in said(open_window, "moving.elsewhere.left_out"), timeout=20_000)
    assert find(open_window, QAbstractButton, "moving.elsewhere.take").isHidden()


def test_an_archive_opens_on_another_computer_with_a_new_passphrase(make_window, qtbot, journal, tmp_path: Path):
    journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 20))
    open_archive.write(journal, tmp_path / "alles.zip")
    window = make_window(tmp_path / "nieuw")
    window.doorway.existing()
    page = window.centralWidget().currentWidget()
    assert isinstance(page, ExistingPage)
    page.use_copy(tmp_path / "alles.zip")
    page = window.centralWidget().currentWidget()
    assert isinstance(page, ArchivePage)
    assert not page.make.isEnabled()
    for name in ("start.passphrase.first", "start.passphrase.again"):
        field = page.findChild(QLineEdit, name) or page.findChild(QLineEdit, f"{name}.edit")
        assert field is not None
        field.setText("vier woorden voor mijn thuislaptop")
    page.findChild(QAbstractButton, "start.code.kept").click()
    assert page.make.isEnabled()
    page.make.click()
    made = tmp_path / "nieuw" / "journal.db"
    qtbot.waitUntil(lambda: made.stat().st_size > 0 if made.exists() else False, timeout=30_000)
    qtbot.waitUntil(lambda: not isinstance(window.centralWidget().currentWidget(), ArchivePage), timeout=20_000)
    unlock(qtbot, window, "vier woorden voor mijn thuislaptop")
    assert window.store is not None


def test_closing_lays_a_copy_in_the_folder_between_laptops(make_window, qtbot, locked_journal: Path, tmp_path: Path):
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    settings = Settings(theme="light", shared_folder=str(folder), device_name="laptop werk")
    window = make_window(locked_journal, settings)
    unlock(qtbot, window)
    note(window, "net geschreven")
    window.lock()
    file = folder / "Reisgezel laptop werk.reisgezel"
    qtbot.waitUntil(file.exists, timeout=20_000)
    copies.open_copy(file, tmp_path / "there")
    with database.unlock(tmp_path / "there", PASSPHRASE) as there:
        assert len(there.read(entries.listed, 1, ["note"])) == 1


def test_a_folder_that_is_gone_keeps_nobody_from_closing(make_window, qtbot, locked_journal: Path, tmp_path: Path):
    window = make_window(locked_journal, Settings(theme="light", shared_folder=str(tmp_path / "usb")))
    unlock(qtbot, window)
    note(window, "net geschreven")
    assert window.lock()
    unlock(qtbot, window)
    assert len(window.store.read(entries.listed, 1, ["note"])) == 1


def test_everything_is_reached_by_keyboard_and_has_a_name(open_window: MainWindow):
    page = moving(open_window)
    for button in page.findChildren(QAbstractButton):
        assert button.objectName()
        assert button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
