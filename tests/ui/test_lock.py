"""The lock: right and wrong passphrases, the recovery code, and what is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from journal.storage import database, keys
from journal.storage.database import unlock as unlock_journal
from tests.conftest import PASSPHRASE, ROOT
from tests.ui.conftest import lock_page, unlock
from ui.lock import LockPage
from ui.main_window import MainWindow


def miss(qtbot, page: LockPage, passphrase: str = "dit is hem niet") -> None:
    form = page.unlock_form
    form.field.setText(passphrase)
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.error.words) and not form.field.isReadOnly(), timeout=20_000)


def test_the_right_passphrase_opens_the_journey(qtbot, window: MainWindow):
    unlock(qtbot, window)

    assert window.shell is not None
    assert window.shell.name == "journey"
    assert window.windowTitle() == "Reisgezel"


def test_nothing_of_the_journal_shows_before_it_opens(window: MainWindow):
    page = lock_page(window)

    said = {label.text() for label in page.findChildren(QWidget) if isinstance(label, QPushButton)}
    assert said == {"Openen", "Ik weet mijn wachtzin niet meer", "Openen met je herstelcode"}
    assert page.unlock_form.field.hasFocus()


def test_a_wrong_passphrase_is_told_kindly_and_stays_selected(qtbot, window: MainWindow):
    page = lock_page(window)

    miss(qtbot, page)

    form = page.unlock_form
    assert form.error.words == "Deze wachtzin past niet. Er is niets verloren, probeer het rustig nog eens."
    assert form.field.accessibleDescription() == form.error.words
    assert form.field.selectedText() == "dit is hem niet"
    assert form.field.hasFocus()
    assert form.recovery.isVisible()
    assert not form.forgotten.isVisible()


def test_caps_lock_is_named_only_when_it_is_known(qtbot, window: MainWindow):
    page = lock_page(window)
    QTest.keyClicks(page.unlock_form.field, "a")
    miss(qtbot, page)
    assert "Caps Lock" not in page.unlock_form.error.words

    field = page.unlock_form.field
    QTest.keyClicks(field, "A")  # a capital without Shift
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Caps Lock" in page.unlock_form.error.words, timeout=20_000)


def test_after_five_misses_there_is_a_pause(qtbot, window: MainWindow):
    page = lock_page(window)
    page._pause_ms = 100
    for _ in range(4):
        miss(qtbot, page)
        assert page.unlock_form.field.isEnabled()

    miss(qtbot, page)

    form = page.unlock_form
    assert form.error.words == "Even wachten, dan kun je het opnieuw proberen."
    assert not form.field.isEnabled()
    qtbot.waitUntil(form.field.isEnabled, timeout=5_000)
    unlock(qtbot, window)


def test_the_eye_shows_the_passphrase_in_the_serif(window: MainWindow):
    field = lock_page(window).unlock_form.field
    eye = field.findChild(QWidget, "lock.passphrase.eye")
    assert eye.accessibleName() == "Wachtzin tonen"

    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)

    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.font().family() == "Source Serif 4"
    assert eye.accessibleName() == "Wachtzin verbergen"


def test_the_recovery_code_opens_and_asks_for_a_new_passphrase(qtbot, window: MainWindow, locked_journal):
    page = lock_page(window)
    page.ask_recovery_code()
    page.recovery_form.field.setText(keys.recovery_code(ROOT).lower())
    QTest.keyClick(page.recovery_form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._new is not None, timeout=20_000)
    assert page._new is not None

    page._new.first.setText("vier nieuwe woorden samen")
    page._new.again.setText("vier nieuwe woorden samen")
    with qtbot.waitSignal(window.unlocked, timeout=30_000):
        page._new.keep.click()

    window.lock()
    with unlock_journal(locked_journal, "vier nieuwe woorden samen") as journal:
        assert journal.folder == locked_journal


@pytest.mark.parametrize("way", ["lock", "look"])
def test_what_a_recovery_code_opened_closes_when_the_session_is_locked(qtbot, window: MainWindow, locked_journal, way):
    page = lock_page(window)
    page.ask_recovery_code()
    page.recovery_form.field.setText(keys.recovery_code(ROOT))
    QTest.keyClick(page.recovery_form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._new is not None, timeout=20_000)
    if way == "lock":
        window.lock()  # as the end of the session does
    else:
        window.doorway.renew()  # as another look of the system does
    assert not lock_page(window).unlock_form.isHidden()
    with unlock_journal(locked_journal, PASSPHRASE) as journal:
        assert journal.folder == locked_journal


def test_a_mistyped_recovery_code_is_told_apart_from_another_one(qtbot, window: MainWindow):
    page = lock_page(window)
    page.ask_recovery_code()
    form = page.recovery_form
    for code, said in (
        ("ABCDE", "Deze code klopt niet helemaal."),
        (keys.recovery_code(bytes(20)), "Deze code hoort bij een ander dagboek."),
    ):
        form.error.clear()
        form.field.setText(code)
        QTest.keyClick(form.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(form.error.words), timeout=20_000)
        assert form.error.words.startswith(said)


def test_a_damaged_journal_gets_a_page_and_stays_untouched(qtbot, window: MainWindow, locked_journal):
    file = locked_journal / "journal.db"
    before = file.read_bytes()[:-5000]
    file.write_bytes(before)
    page = lock_page(window)
    page.unlock_form.field.setText(PASSPHRASE)
    QTest.keyClick(page.unlock_form.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.centralWidget().currentWidget().objectName() == "trouble", timeout=20_000)

    trouble = window.centralWidget().currentWidget()
    title = trouble.findChild(QWidget, "trouble.title")
    assert title.text() == "Een deel van je dagboek is onleesbaar"
    assert file.read_bytes() == before


def test_a_journal_that_is_open_elsewhere_points_to_that_window(qtbot, window: MainWindow, locked_journal):
    with database.unlock(locked_journal, PASSPHRASE):
        page = lock_page(window)
        page.unlock_form.field.setText(PASSPHRASE)
        QTest.keyClick(page.unlock_form.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.centralWidget().currentWidget().objectName() == "trouble", timeout=20_000)

    trouble = window.centralWidget().currentWidget()
    assert trouble.findChild(QPushButton, "trouble.forward").text() == "Naar dat venster"
    with qtbot.waitSignal(trouble.again_requested):
        trouble.findChild(QPushButton, "trouble.again").click()
    unlock(qtbot, window)


def test_a_field_in_error_is_as_high_as_before(qtbot, window: MainWindow):
    page = lock_page(window)
    before = page.unlock_form.field.height()

    miss(qtbot, page)

    assert page.unlock_form.field.height() == before == 44
