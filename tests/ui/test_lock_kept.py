"""The lock: a warning that can be put off, the system that locks along, a device that remembers, a new code."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from journal import keystore
from journal.settings import Settings
from journal.storage import database, keys
from journal.storage.database import OpenJournal
from tests.conftest import PASSPHRASE, ROOT
from tests.ui.conftest import lock_page, unlock
from ui.idle import WARN_S, IdleLock
from ui.main_window import MainWindow
from ui.screen_shield import ScreenShield
from ui.session_watch import LinuxWatch, PollingWatch, WindowsWatch, watch
from ui.widgets.new_code import NewCode
from ui.widgets.recovery_code import copy_for_a_minute
from ui.widgets.remember_device import RememberDevice
from ui.widgets.shield_setting import ShieldSetting


class Safe:
    """A place for secrets, as a system has one. ``broken``: it does not let anybody in."""

    def __init__(self, *, broken: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = broken

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise OSError("locked keyring")
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise OSError("locked keyring")
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def safe(monkeypatch: pytest.MonkeyPatch) -> Iterator[Safe]:
    made = Safe()
    monkeypatch.setattr(keystore, "of_this_device", lambda: made)
    return made


def on_settings(window: MainWindow, kind: type):
    window.show_page("settings")
    return window.shell.current().findChild(kind)


def test_it_warns_before_it_locks_and_a_sign_of_life_puts_it_off(qtbot):
    now = {"awake": 0.0, "wall": 0.0}
    idle = IdleLock(10, clock=lambda: now["awake"], wall=lambda: now["wall"])
    idle.start()
    now["awake"] = 600 - WARN_S - 1
    with qtbot.assertNotEmitted(idle.soon):
        idle.look()
    now["awake"] += 5
    with qtbot.waitSignal(idle.soon) as warned:
        idle.look()
    assert warned.args == [26]
    with qtbot.waitSignal(idle.stirred):
        idle.touch()
    with qtbot.assertNotEmitted(idle.stirred):
        idle.touch()
    now["awake"] += 590
    with qtbot.assertNotEmitted(idle.idle):
        idle.look()


def test_the_warning_stands_in_the_window_without_taking_the_caret(open_window: MainWindow):
    before = QGuiApplication.focusObject()
    furniture = open_window.furniture
    furniture.idle._warned = True
    furniture.idle.soon.emit(25)
    assert furniture.warning.isVisible()
    assert furniture.warning.label.text() == "Je dagboek gaat over 25 seconden op slot. Alles is bewaard."
    assert QGuiApplication.focusObject() is before
    QTest.keyClick(open_window.windowHandle(), Qt.Key.Key_Shift)
    assert furniture.warning.isHidden()


def test_the_button_of_the_warning_keeps_it_open(open_window: MainWindow):
    furniture = open_window.furniture
    furniture.idle._warned = True
    furniture.idle.soon.emit(10)
    at = furniture.warning.keep.mapTo(open_window, furniture.warning.keep.rect().center())
    QTest.mouseClick(open_window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert furniture.warning.isHidden()
    assert open_window.shell is not None


def test_when_the_system_locks_the_journal_locks_along(qtbot, open_window: MainWindow):
    with qtbot.waitSignal(open_window.locked):
        open_window.furniture.session.leaving.emit()
    assert lock_page(open_window).unlock_form.field.text() == ""


def test_linux_tells_of_sleep_and_of_the_screen_saver(qtbot):
    watched = LinuxWatch()
    for tell in (lambda: watched.switched(True), watched.locked):
        with qtbot.waitSignal(watched.leaving):
            tell()
    with qtbot.assertNotEmitted(watched.leaving):
        watched.switched(False)


def test_windows_tells_of_a_locked_session_and_of_sleep(qtbot):
    registered = []
    watched = WindowsWatch(4711, registered.append)
    assert registered == [4711]
    for message, what in ((0x02B1, 0x7), (0x0218, 0x4)):
        with qtbot.waitSignal(watched.leaving):
            watched.heard(message, what)
    with qtbot.assertNotEmitted(watched.leaving):
        watched.heard(0x02B1, 0x8)
        watched.heard(0x000F, 0x4)


def test_macos_is_asked_and_tells_it_once(qtbot):
    locked = {"now": False}
    watched = PollingWatch(lambda: locked["now"])
    with qtbot.assertNotEmitted(watched.leaving):
        watched.look()
    locked["now"] = True
    with qtbot.waitSignal(watched.leaving):
        watched.look()
    with qtbot.assertNotEmitted(watched.leaving):
        watched.look()


def test_this_system_is_watched(qapp):
    assert isinstance(watch(0, qapp, platform="linux"), LinuxWatch)


def test_what_was_copied_from_the_diary_leaves_the_clipboard_with_the_lock(open_window: MainWindow):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("wat ik niemand vertel")
    open_window.lock()
    assert clipboard.text() == ""


def test_what_came_from_elsewhere_stays_on_the_clipboard(open_window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    clipboard = QGuiApplication.clipboard()
    with monkeypatch.context() as away:
        away.setattr(QGuiApplication, "focusWindow", lambda: None)
        clipboard.setText("van een ander programma")
    open_window.lock()
    assert clipboard.text() == "van een ander programma"


def test_the_device_opens_it_when_asked_to_remember(qtbot, open_window: MainWindow, safe: Safe):
    remember = on_settings(open_window, RememberDevice)
    assert not remember.box.isChecked()
    remember.box.click()
    qtbot.waitUntil(lambda: open_window.settings.remember_device, timeout=10_000)
    assert list(safe.kept.values()) == [keys.recovery_code(ROOT)]
    open_window.lock()

    with qtbot.waitSignal(open_window.unlocked, timeout=20_000):
        lock_page(open_window).unlock_form.device.click()

    on_settings(open_window, RememberDevice).box.click()
    qtbot.waitUntil(lambda: not open_window.settings.remember_device, timeout=10_000)
    assert safe.kept == {}
    open_window.lock()
    assert lock_page(open_window).unlock_form.device.isHidden()


@pytest.mark.usefixtures("safe")
def test_a_device_that_forgot_says_so_and_the_passphrase_opens(qtbot, make_window, locked_journal: Path):
    window = make_window(locked_journal, Settings(theme="light", remember_device=True))
    form = lock_page(window).unlock_form
    form.device.click()
    qtbot.waitUntil(form.device.isHidden, timeout=10_000)
    assert form.error.words == "Dit apparaat kent de sleutel niet meer. Vul je wachtzin in; er is niets verloren."
    assert not window.settings.remember_device
    unlock(qtbot, window)


def test_a_device_without_a_safe_says_so(qtbot, open_window: MainWindow, safe: Safe):
    safe.broken = True
    remember = on_settings(open_window, RememberDevice)
    remember.box.click()
    qtbot.waitUntil(remember.result.isVisible, timeout=10_000)
    assert not remember.box.isChecked()
    assert not open_window.settings.remember_device


def test_only_the_systems_own_safe_is_used(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    for platform in ("linux", "plan9"):
        with pytest.raises(keystore.NoKeystore):
            keystore.of_this_device(platform)


def test_a_new_code_is_kept_first_and_opens_after_that(qtbot, open_window: MainWindow):
    folder = open_window.folder
    part = on_settings(open_window, NewCode)
    part.open.click()
    part.take.click()
    assert part.error.words.startswith("Vink eerst aan")
    code = part.code._code
    part.code.kept.click()
    part.present.setText("niet de mijne")
    part.take.click()
    qtbot.waitUntil(lambda: part.error.words == "Deze wachtzin past niet.", timeout=20_000)
    part.present.setText(PASSPHRASE)
    part.take.click()
    qtbot.waitUntil(part.result.isVisible, timeout=30_000)
    assert part.code is None
    open_window.lock()
    with database.unlock_with_recovery(folder, code) as opened:
        assert opened.recovery_code() == code
    unlock(qtbot, open_window)


def test_never_mind_changes_nothing(open_window: MainWindow, journal_folder: Path):
    part = on_settings(open_window, NewCode)
    part.open.click()
    part.findChild(object, "settings.new_code.never_mind").click()
    open_window.lock()
    with database.unlock_with_recovery(journal_folder, keys.recovery_code(ROOT)):
        pass


def test_windows_stay_out_of_captures_unless_somebody_presents(make_window, locked_journal: Path):
    seen: dict[int, bool] = {}
    window = make_window(locked_journal)
    shield = ScreenShield(seen.__setitem__, on=True)
    number = int(window.windowHandle().winId())
    assert seen[number] is True
    shield.present(True)
    assert seen[number] is False
    shield.present(False)
    assert seen[number] is True
    shield.take(on=False)
    assert seen[number] is False


def test_presenting_ends_with_the_lock(open_window: MainWindow):
    open_window.shell.present_requested.emit(True)
    assert open_window.furniture.shield.presenting
    open_window.lock()
    assert not open_window.furniture.shield.presenting


def test_where_the_system_cannot_hide_a_window_the_setting_says_so(qtbot):
    setting = ShieldSetting(on=True, possible=False)
    qtbot.addWidget(setting)
    assert not setting.box.isEnabled()
    assert setting.present.isHidden()
    able = ShieldSetting(on=True, possible=True)
    qtbot.addWidget(able)
    with qtbot.waitSignal(able.changed) as told:
        able.box.click()
    assert told.args == [False]
    assert able.present.isHidden()


def test_a_copy_keeps_its_own_key(journal: OpenJournal, safe: Safe):
    keystore.remember(safe, journal.fingerprint(), journal.recovery_code())
    assert keystore.recall(safe, journal.fingerprint()) == keys.recovery_code(ROOT)
    keystore.forget(safe, journal.fingerprint())
    keystore.forget(safe, journal.fingerprint())
    with pytest.raises(keystore.NoKeystore):
        keystore.recall(safe, journal.fingerprint())


@pytest.mark.usefixtures("qapp")
def test_a_recovery_code_on_the_clipboard_asks_to_stay_out_of_history_and_cloud():
    timer = copy_for_a_minute("ABCDE-FGHJK")
    told = QGuiApplication.clipboard().mimeData()
    assert told.text() == "ABCDE-FGHJK"
    assert bytes(told.data("x-kde-passwordManagerHint").data()) == b"secret"
    kinds = " ".join(told.formats())
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard", "ExcludeClipboardContent"):
        assert name in kinds
    timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""
