"""Buttons that lead to the next and the previous page, with an arrow beside the word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton

from ui import theme
from ui.icons import pixmap
from ui.widgets.words import button

_ICON, _GAP = 18, 6


def next_button(text: str, *, name: str = "") -> QPushButton:
    """The primary button, with an arrow to the right of its word."""
    made = button(text, "primary", name=name)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setAutoDefault(True)  # Enter presses it when it has the focus
    icon = QIcon(_arrow("on_accent"))
    icon.addPixmap(_arrow("text3"), QIcon.Mode.Disabled)
    made.setIcon(icon)
    made.setIconSize(QSize(theme.px(_ICON) + _GAP, theme.px(_ICON)))
    return made


def back_button(text: str, *, name: str = "") -> QPushButton:
    """Back to the page with this name: an arrow and the name, flush with the column."""
    made = button(text, "link", icon="arrow-left", name=name)
    made.setMinimumHeight(theme.px(40))
    made.setAutoDefault(True)
    return made


def _arrow(token: str) -> QPixmap:
    """An arrow with room to its left, where the word ends."""
    drawn = pixmap("arrow-right", token, _ICON)
    ratio, side = drawn.devicePixelRatio(), theme.px(_ICON)
    wide = QPixmap(QSize(side + _GAP, side) * ratio)
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(QRectF(_GAP, 0, side, side), drawn, QRectF(drawn.rect()))
    painter.end()
    return wide
