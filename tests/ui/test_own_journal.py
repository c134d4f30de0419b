"""Settings about the journal itself: a copy, another passphrase, a journal from elsewhere."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from journal.settings import Settings
from journal.storage import copies, database
from tests.conftest import PASSPHRASE
from tests.ui.conftest import lock_page, unlock
from ui.existing import ExistingPage, free_folder
from ui.main_window import MainWindow
from ui.widgets.change_passphrase import ChangePassphrase
from ui.widgets.journal_folder import JournalFolder

NEW = "een heel andere lange zin"


def part(window: MainWindow, kind: type) -> QWidget:
    window.show_page("settings")
    assert window.shell is not None
    found = window.shell.current().findChild(kind)
    assert found is not None
    return found


def existing_page(window: MainWindow) -> ExistingPage:
    window.doorway.existing()
    page = window.centralWidget().currentWidget()
    assert isinstance(page, ExistingPage)
    return page


def test_a_copy_opens_elsewhere_with_the_passphrase_alone(qtbot, open_window: MainWindow, tmp_path: Path):
    place = part(open_window, JournalFolder)
    target = tmp_path / "kopie.reisgezel"

    place.write_copy(target)
    qtbot.waitUntil(lambda: place.result.text() == "Je kopie staat klaar: kopie.reisgezel", timeout=20_000)

    copies.open_copy(target, tmp_path / "elders")
    with database.unlock(tmp_path / "elders", PASSPHRASE) as journal:
        assert journal.folder == tmp_path / "elders"


def test_a_copy_where_nothing_may_be_written_says_so(qtbot, open_window: MainWindow, tmp_path: Path):
    place = part(open_window, JournalFolder)

    place.write_copy(tmp_path / "nergens" / "kopie.reisgezel")

    qtbot.waitUntil(lambda: place.result.text().startswith("Bewaren lukt hier niet."), timeout=20_000)
    assert place.copy.isEnabled()


def test_another_passphrase_needs_the_present_one(qtbot, open_window: MainWindow):
    change = part(open_window, ChangePassphrase)
    change.open.click()
    change.present.setText("niet de mijne")
    change.new.setText(NEW)
    change.again.setText(NEW)
    change.keep.click()
    qtbot.waitUntil(lambda: change.error.words == "Deze wachtzin past niet.", timeout=20_000)

    change.present.setText(PASSPHRASE)
    change.keep.click()
    qtbot.waitUntil(change.result.isVisible, timeout=30_000)

    assert change.present.text() == ""
    open_window.lock()
    unlock(qtbot, open_window, NEW)


def test_a_new_passphrase_must_be_long_enough_and_typed_twice(open_window: MainWindow):
    change = part(open_window, ChangePassphrase)
    change.open.click()
    change.new.setText("kort")
    change.keep.click()
    assert change.error.words.startswith("Dit is nog kort.")

    change.new.setText(NEW)
    change.again.setText(NEW + "s")
    change.keep.click()
    assert change.error.words == "Nog niet hetzelfde."


def test_the_folder_of_a_journal_elsewhere_is_opened_and_remembered(
    qtbot, make_window, locked_journal: Path, tmp_path: Path
):
    window = make_window(tmp_path / "leeg")
    page = existing_page(window)
    page.use_folder(tmp_path)
    assert page.error.words == "In die map staat geen dagboek."

    page.use_folder(locked_journal)

    assert lock_page(window).folder == locked_journal
    assert Settings.read(tmp_path / "settings.toml").journal_folder == locked_journal
    unlock(qtbot, window)


def test_a_copy_is_laid_down_as_a_journal_of_its_own(qtbot, make_window, locked_journal: Path, tmp_path: Path):
    target = tmp_path / "kopie.reisgezel"
    with database.unlock(locked_journal, PASSPHRASE) as journal:
        copies.write_copy(journal, target)
    window = make_window(tmp_path / "mijn" / "journal")

    existing_page(window).use_copy(target)

    qtbot.waitUntil((tmp_path / "mijn" / "journal").exists, timeout=20_000)
    qtbot.waitUntil(lambda: window.centralWidget().currentWidget().objectName() == "lock", timeout=5_000)
    unlock(qtbot, window)


def test_a_file_that_is_no_copy_is_refused(qtbot, make_window, tmp_path: Path):
    file = tmp_path / "brief.reisgezel"
    file.write_text("geen dagboek")
    page = existing_page(make_window(tmp_path / "leeg"))

    page.use_copy(file)

    qtbot.waitUntil(lambda: bool(page.error.words), timeout=20_000)
    assert page.findChild(QLabel, "existing.error").isVisible()
    assert file.read_text() == "geen dagboek"


def test_a_journal_that_is_there_is_never_overwritten(tmp_path: Path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal-2").mkdir()

    assert free_folder(tmp_path / "journal") == tmp_path / "journal-3"
