"""Brings something on a page into view once its layout has settled."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def area_of(widget: QWidget) -> QScrollArea | None:
    """The scroll area that a widget stands in."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def show_whole(widget: QWidget, margin: int = 16) -> None:
    """Scroll as far as needed to see all of it; soon, when it has its place."""
    area = area_of(widget)
    if area is None:
        return
    timer = QTimer(widget)  # goes with the widget, should that go first
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: area.ensureWidgetVisible(widget, 0, margin))
    timer.timeout.connect(timer.deleteLater)
    timer.start(0)
