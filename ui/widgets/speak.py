"""Says something to a screen reader when it happens, wherever the focus is."""

from PySide6.QtWidgets import QWidget


def alert(widget: QWidget, words: str) -> None:
    """Announce trouble that stands in ``widget``."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # costs as much as a picture; seldom needed at first

    widget.setAccessibleName(words)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
    announce(widget, words)


def announce(widget: QWidget, words: str) -> None:
    """Say it once, politely."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # as above

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
