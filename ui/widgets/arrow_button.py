"""Buttons with an icon eight pixels from the word: arrows to the next and the previous page, and others."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton

from ui import theme
from ui.icons import pixmap
from ui.widgets.words import button

_ICON, _GAP = 18, 4
"""Qt itself keeps four pixels between icon and word; four more are drawn into the icon."""


def icon_button(text: str, icon: str, kind: str = "", *, name: str = "") -> QPushButton:
    """A button with its icon left of the word."""
    made = button(text, kind, name=name)
    _set_icon(made, icon, kind, at_right=False)
    return made


def next_button(text: str, *, name: str = "", icon: str = "arrow-right") -> QPushButton:
    """The primary button, with an arrow to the right of its word."""
    made = button(text, "primary", name=name)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if icon:
        _set_icon(made, icon, "primary", at_right=True)
    return made


def back_button(text: str, *, name: str = "") -> QPushButton:
    """Back to the page with this name: an arrow and the name, flush with the column."""
    made = button(text, "link", name=name)
    made.setMinimumHeight(theme.px(40))
    _set_icon(made, "arrow-left", "link", at_right=False)
    return made


def _set_icon(made: QPushButton, name: str, kind: str, *, at_right: bool) -> None:
    token = {"primary": "on_accent", "text": "accent", "link": "accent"}.get(kind, "text")
    icon = QIcon(_spaced(name, token, at_right=at_right))
    icon.addPixmap(_spaced(name, "text3", at_right=at_right), QIcon.Mode.Disabled)
    made.setIcon(icon)
    made.setIconSize(QSize(theme.px(_ICON) + _GAP, theme.px(_ICON)))


def _spaced(name: str, token: str, *, at_right: bool) -> QPixmap:
    drawn = pixmap(name, token, _ICON)
    ratio, side = drawn.devicePixelRatio(), theme.px(_ICON)
    wide = QPixmap(QSize(side + _GAP, side) * ratio)
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(QRectF(_GAP if at_right else 0, 0, side, side), drawn, QRectF(drawn.rect()))
    painter.end()
    return wide
