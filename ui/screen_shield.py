"""Keeps the windows of the app out of screen captures and shared screens, where the system can: Windows and macOS.

Presenting lets them be seen until the journal is locked.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

Hide = Callable[[int, bool], None]
"""Takes the system's number of a window, and whether it must stay out of captures."""
_WINDOWS_SHOWN, _WINDOWS_LEFT_OUT, _WINDOWS_BLACK = 0x00, 0x11, 0x01


def of_this_system(platform: str = sys.platform) -> Hide | None:
    """How this system hides a window from captures; None when it cannot."""
    return {"win32": _on_windows, "darwin": _on_mac}.get(platform)


class ScreenShield(QObject):
    """Watches for windows as they come on screen. ``on``: the setting; ``presenting``: seen until the lock."""

    def __init__(self, hide: Hide | None, *, on: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hide, self._on, self._presenting = hide, on, False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._came)
        self._put_on_all()

    @property
    def is_possible(self) -> bool:
        """Whether the system can do this at all."""
        return self._hide is not None

    @property
    def presenting(self) -> bool:
        """Whether others may see along now."""
        return self._presenting

    def take(self, *, on: bool) -> None:
        """Heed the setting."""
        if on != self._on:
            self._on = on
            self._put_on_all()

    def present(self, on: bool) -> None:
        """Let everybody see along, or no more."""
        if on != self._presenting:
            self._presenting = on
            self._put_on_all()

    def _put_on_all(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                self._came(window)

    def _came(self, window: QWindow | None) -> None:
        if self._hide is not None and window is not None:
            self._hide(int(window.winId()), self._on and not self._presenting)


def _on_windows(handle: int, hidden: bool) -> None:
    import ctypes

    put = ctypes.WinDLL("user32").SetWindowDisplayAffinity  # type: ignore[attr-defined]
    if not put(handle, _WINDOWS_LEFT_OUT if hidden else _WINDOWS_SHOWN) and hidden:
        put(handle, _WINDOWS_BLACK)  # before Windows 10 2004: a black place instead of none


def _on_mac(view: int, hidden: bool) -> None:
    from ui.mac import share_window

    share_window(view, shared=not hidden)
