"""The few words that this app has with macOS itself, by ctypes. Nothing here is imported on another system."""

import ctypes
import ctypes.util
from typing import Any

_UTF8 = 0x08000100


def _framework(name: str) -> Any:
    found = ctypes.util.find_library(name)
    return ctypes.CDLL(found) if found else None


def screen_is_locked() -> bool:
    """Whether the login window stands before this session. False when macOS does not say."""
    graphics, core = _framework("CoreGraphics"), _framework("CoreFoundation")
    if graphics is None or core is None:
        return False
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    core.CFDictionaryGetValue.restype = ctypes.c_void_p
    core.CFDictionaryGetValue.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    core.CFBooleanGetValue.argtypes = [ctypes.c_void_p]
    core.CFRelease.argtypes = [ctypes.c_void_p]
    told = graphics.CGSessionCopyCurrentDictionary()
    if not told:
        return True  # no session on screen at all
    key = core.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", _UTF8)
    try:
        value = core.CFDictionaryGetValue(told, key)
        return bool(value and core.CFBooleanGetValue(value))
    finally:
        core.CFRelease(key)
        core.CFRelease(told)


def share_window(view: int, *, shared: bool) -> None:
    """Let screen recordings show the window of this view, or leave it out. ``view``: the NSView of Qt's ``winId``."""
    objc = ctypes.CDLL(ctypes.util.find_library("objc") or "libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = objc.objc_msgSend
    send.restype, send.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p]
    window = send(view, objc.sel_registerName(b"window"))
    if window:
        send.restype, send.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong]
        send(window, objc.sel_registerName(b"setSharingType:"), 1 if shared else 0)
