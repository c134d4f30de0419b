"""Leads to found words on a page: chooses the first of them and brings it into view."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from journal.domain import finding
from ui.widgets.scrolling import area_of


def point_at(page: QWidget, prompt_id: str, typed: str) -> bool:
    """Choose the first found word in the field of a prompt, else in the first field that has it."""
    words = finding.words_of(typed)
    fields = [field for field in page.findChildren(QTextEdit) if field.isVisibleTo(page) and field.objectName()]
    fields.sort(key=lambda field: not field.objectName().endswith(prompt_id))  # stable: the rest in reading order
    for field in fields:
        text = field.toPlainText()
        found = finding.spans(text, words)
        if found:
            _choose(field, *(len(text[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in found[0]))
            return True
    return False


def _choose(field: QTextEdit, begin: int, end: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    timer = QTimer(field)  # the page lays itself out first; goes with the field, should that go first
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: _show(field))
    timer.timeout.connect(timer.deleteLater)
    timer.start(0)


def _show(field: QTextEdit) -> None:
    area = area_of(field)
    inside = area.widget() if area is not None else None
    if area is None or inside is None:
        field.ensureCursorVisible()
        return
    spot = field.viewport().mapTo(inside, field.cursorRect().center())
    area.ensureVisible(spot.x(), spot.y(), 0, area.viewport().height() // 3)
