"""A label in which some words are bold or in another ink. All text is escaped: it is never markup."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import theme

Part = tuple[str, str, bool]
"""Words, the token of their ink, whether they are bold."""


class Mixed(QLabel):
    """Wrapped words in one size, with parts in their own ink and weight."""

    def __init__(self, *parts: Part, role: str = "ui", name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFont(theme.font(role))
        self.setWordWrap(True)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(theme.px(40))
        self.say(*parts)

    def minimumSizeHint(self) -> QSize:
        """One line: how many there are follows from the width."""
        return QSize(theme.px(40), self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """All on one line, when there is room."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font())
        document.setHtml(self.text())
        return QSize(round(document.idealWidth()) + 2, self.fontMetrics().height())

    def say(self, *parts: Part) -> None:
        """Show other words."""
        self.setText("".join(_span(*part) for part in parts))
        self.setAccessibleName("".join(text for text, _, _ in parts))


def _span(text: str, token: str, bold: bool) -> str:
    style = f"color: {theme.colour_name(token)}; font-weight: {600 if bold else 400}"
    return f'<span style="{style}">{escape(text)}</span>'
