"""Hears when the desktop session locks or the computer goes to sleep, on the three systems.

What Windows, macOS and Linux say arrives as one signal. Where a system says nothing, ``ui.idle`` still notices
afterwards that the computer has slept.
"""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, QTimer, Signal, Slot

LOOK_MS = 3_000
_SWITCHED, _LOCKED = SLOT("switched(bool)"), SLOT("locked()")
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK, _WTS_CONSOLE_DISCONNECT = 0x02B1, 0x7, 0x2


class SessionWatch(QObject):
    """``leaving`` when somebody locks the session, switches user, or lets the computer sleep."""

    leaving = Signal()


class LinuxWatch(SessionWatch):
    """Listens to logind (sleep, lock) and to the screen saver, by D-Bus. Nothing is sent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtDBus import QDBusConnection  # only on Linux, and after the first picture

        # Any: PySide's own words say that a slot is bytes, and it takes only a string.
        system: Any = QDBusConnection.systemBus()
        session: Any = QDBusConnection.sessionBus()
        manager, its_session = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
        self.heard = [
            system.connect("", "", manager, "PrepareForSleep", self, _SWITCHED),
            system.connect("", "", its_session, "Lock", self, _LOCKED),
            session.connect("", "", "org.freedesktop.ScreenSaver", "ActiveChanged", self, _SWITCHED),
            session.connect("", "", "org.gnome.ScreenSaver", "ActiveChanged", self, _SWITCHED),
        ]

    @Slot(bool)
    def switched(self, on: bool) -> None:
        """The computer goes to sleep, or the screen saver is on."""
        if on:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """The session is locked."""
        self.leaving.emit()


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, heard: Callable[[int, int], None]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(self, kind: "QByteArray | bytes | bytearray | memoryview[int]", message: int) -> object:
        """Look at a message of Windows, and let it through."""
        if (kind.data() if isinstance(kind, QByteArray) else bytes(kind)) == b"windows_generic_MSG":
            from ctypes import wintypes

            found = wintypes.MSG.from_address(int(message))
            self._heard(found.message, found.wParam)
        return False, 0


class WindowsWatch(SessionWatch):
    """Hears the window's own messages. ``register`` asks Windows to tell this window about its session."""

    def __init__(self, handle: int, register: Callable[[int], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages = _Messages(self.heard)
        register(handle)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._messages)
        self.destroyed.connect(lambda: app.removeNativeEventFilter(messages))

    def heard(self, message: int, what: int) -> None:
        """One message, with its first word."""
        sleeps = message == _WM_POWERBROADCAST and what == _PBT_APMSUSPEND
        locks = message == _WM_WTSSESSION_CHANGE and what in {_WTS_SESSION_LOCK, _WTS_CONSOLE_DISCONNECT}
        if sleeps or locks:
            self.leaving.emit()


class PollingWatch(SessionWatch):
    """Asks every few seconds whether the screen is locked: macOS tells it to who asks."""

    def __init__(self, is_locked: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_locked, self._was = is_locked, False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def look(self) -> None:
        """Tell it once, when it becomes so."""
        now = self._is_locked()
        if now and not self._was:
            self.leaving.emit()
        self._was = now


def watch(handle: int, parent: QObject, platform: str = sys.platform) -> SessionWatch:
    """What this system can tell. ``handle`` is the window's own number, which Windows wants."""
    if platform == "win32":
        return WindowsWatch(handle, _register_with_windows, parent)
    if platform == "darwin":
        return PollingWatch(_mac_screen_is_locked, parent)
    return LinuxWatch(parent)


def _register_with_windows(handle: int) -> None:
    import ctypes

    ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(handle, 0)  # type: ignore[attr-defined]


def _mac_screen_is_locked() -> bool:
    from ui.mac import screen_is_locked

    return screen_is_locked()
