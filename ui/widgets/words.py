"""The small parts that every page is made of: labels, buttons, hairlines, headings, columns."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.icons import icon as icon_of


def words(  # noqa: PLR0913
    text: str,
    role: str = "ui",
    ink: str = "text",
    *,
    wrap: bool = True,
    selectable: bool = False,
    name: str = "",
) -> QLabel:
    """A label in a role of the type table and the ink of a token. Text is plain, never markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(role))
    label.setProperty("ink", ink)
    label.setWordWrap(wrap)
    if wrap:
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
        made.setIcon(icon_of(icon, token, 18))
        made.setIconSize(QSize(theme.px(18), theme.px(18)))
    if tip:
        made.setToolTip(tip)
        made.setAccessibleName(tip)
    return made


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


def clear(layout_owner: QWidget) -> None:
    """Take every child out of a widget's layout, to fill it anew."""
    layout = layout_owner.layout()
    while layout is not None and layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
