"""The small parts that every page is made of: labels, buttons, hairlines, headings, columns."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.icons import icon as icon_of
from ui.icons import pixmap
from ui.widgets.lines import Lines

_BESIDE = 5
"""Added to the four pixels that Qt itself leaves between an icon and its word."""


def words(
    text: str,
    role: str = "ui",
    ink: str = "text",
    *,
    wrap: bool = True,
    selectable: bool = False,
    name: str = "",
) -> QLabel:
    """A label in a role of the type table and the ink of a token. Text is plain, never markup."""
    label = Lines(text, role) if wrap and not selectable else QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(role))
    label.setProperty("ink", ink)
    label.setWordWrap(wrap)
    if not wrap:
        label.setMinimumHeight(theme.line_height(role))
    elif selectable:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setMinimumWidth(theme.px(40))
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    label.setObjectName(name)
    return label


def button(text: str, kind: str = "", *, icon: str = "", name: str = "", tip: str = "") -> QPushButton:
    """A button. ``kind``: empty, primary, text, link, chip, row or icon (then ``tip`` is its spoken name)."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setFont(theme.font("ui" if kind in {"chip", "row"} else "ui_bold"))
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon:
        token = {"primary": "on_accent", "text": "accent", "link": "accent"}.get(kind, "text")
        made.setIcon(icon_beside(icon, token, 18) if text else icon_of(icon, token, 20))
        made.setIconSize(QSize(theme.px(18 + _BESIDE), theme.px(18)) if text else QSize(theme.px(20), theme.px(20)))
    if tip:
        made.setToolTip(tip)
        made.setAccessibleName(tip)
    return made


def icon_beside(name: str, token: str, size: int) -> QIcon:
    """An icon with the room that belongs between it and its word; a stylesheet cannot give that."""
    drawn = pixmap(name, token, size)
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(theme.px(_BESIDE) * ratio), drawn.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return QIcon(wide)


def top_column(widget: QWidget) -> QVBoxLayout:
    """A column that begins at the top of a widget, each part as high as its words ask.

    Not ``setAlignment(AlignTop)``: Qt then gives a layout the height of its hint, and wrapped words are cut off.
    """
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    column = QVBoxLayout()
    outer.addLayout(column)
    outer.addStretch(1)
    return column


def rule() -> QFrame:
    """A decorative hairline."""
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def card(name: str = "") -> QFrame:
    """A card: surface, hairline edge, radius 12."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    frame.setObjectName(name)
    return frame


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again after a property that it depends on has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_ink(label: QLabel, token: str) -> None:
    """Let a label that is there already be written in the colour of another token."""
    if label.property("ink") != token:
        label.setProperty("ink", token)
        restyle(label)


def clear(layout_owner: QWidget) -> None:
    """Take every child out of a widget's layout, to fill it anew."""
    layout = layout_owner.layout()
    while layout is not None and layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
