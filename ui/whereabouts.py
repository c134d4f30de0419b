"""Where somebody was, so that they come back there after locking or a change of look. Holds no diary text."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget


@dataclass(frozen=True)
class Spot:
    """A control on a page: its name, the caret in it, and how far the page was scrolled. ``step``: of its form."""

    control: str = ""
    anchor: int = 0
    caret: int = 0
    scrolled: int = 0
    step: str = ""


@dataclass(frozen=True)
class Place:
    """A page, the entry that stood open over it, and the spot there."""

    page: str
    entry_id: int | None = None
    spot: Spot = field(default_factory=Spot)


def spot_on(page: QWidget) -> Spot:
    """Where the focus is on this page."""
    scroll = _scroll_of(page)
    scrolled = scroll.verticalScrollBar().value() if scroll else 0
    step = page.step_id() if hasattr(page, "step_id") else ""
    control = QApplication.focusWidget()
    if control is None or not control.objectName() or not page.isAncestorOf(control):
        return Spot(scrolled=scrolled, step=step)
    anchor = caret = 0
    if isinstance(control, QTextEdit):
        cursor = control.textCursor()
        anchor, caret = cursor.anchor(), cursor.position()
    elif isinstance(control, QLineEdit):
        anchor = caret = control.cursorPosition()
    return Spot(control.objectName(), anchor, caret, scrolled, step)


def go_to(page: QWidget, spot: Spot) -> bool:
    """Put the focus and the caret back. False when that control is not there now."""
    if spot.step and hasattr(page, "show_step"):
        page.show_step(spot.step)
    scroll = _scroll_of(page)
    if scroll:
        scroll.verticalScrollBar().setValue(spot.scrolled)
    control = page.findChild(QWidget, spot.control) if spot.control else None
    if control is None:
        return False
    if isinstance(control, QTextEdit):
        cursor = control.textCursor()
        last = control.document().characterCount() - 1
        cursor.setPosition(min(spot.anchor, last))
        cursor.setPosition(min(spot.caret, last), QTextCursor.MoveMode.KeepAnchor)
        control.setTextCursor(cursor)
    elif isinstance(control, QLineEdit):
        control.setCursorPosition(spot.caret)
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _scroll_of(page: QWidget) -> QScrollArea | None:
    return page if isinstance(page, QScrollArea) else page.findChild(QScrollArea)
