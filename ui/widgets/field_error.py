"""What is wrong with a field: an icon, a first sentence in bold, and what to do. Said aloud too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui import theme
from ui.icons import pixmap
from ui.widgets.speak import alert


class FieldError(QWidget):
    """Hidden until ``show_error``. Only our own sentences come here, never what somebody wrote."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(8), 0, 0)
        row.setSpacing(theme.px(10))
        self._icon = QLabel()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.label = QLabel()
        self.label.setObjectName(name)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setFont(theme.font("ui"))
        self.label.setProperty("ink", "err")
        self.label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.label.setSizePolicy(policy)
        row.addWidget(self.label, 1)
        self.words = ""
        self.hide()

    def show_error(self, first: str, rest: str = "", *, icon: bool = True) -> None:
        """Show it and say it."""
        from html import escape  # a table of all entities; not for the first picture

        self.words = f"{first} {rest}".strip()
        self._icon.setPixmap(pixmap("triangle-alert", "err", 18))
        self._icon.setVisible(icon)
        line = f"line-height: {theme.px(20)}px; -qt-line-height-type: fixed"
        self.label.setText(
            f'<p style="margin: 0; {line}"><span style="font-weight: 600">{escape(first)}</span> {escape(rest)}</p>'
        )
        self.show()
        alert(self.label, self.words)

    def clear(self) -> None:
        """Nothing is wrong."""
        self.words = ""
        self.hide()
