"""A radio button inside a card of which every part can be clicked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import restyle, words


class ChoiceCard(QFrame):
    """``chosen`` comes when it becomes the choice. Put the ``radio`` buttons of a group in a QButtonGroup."""

    chosen = Signal()

    def __init__(
        self,
        title: str,
        explanation: str,
        *,
        name: str,
        tag: str = "",
        snug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setProperty("chosen", "false")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.radio = QRadioButton()
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(f"{tag}. {explanation}" if tag else explanation)
        self.radio.setFixedWidth(theme.px(20))
        if snug:
            self.radio.setFixedHeight(theme.px(24 if tag else 22))  # as high as the line beside it
        self.radio.toggled.connect(self._toggled)
        self._explanation = Prose(explanation, "ui", "text2")
        across = QHBoxLayout(self)
        across.setContentsMargins(
            theme.px(20), theme.px(14 if snug else 16), theme.px(20), theme.px(14 if snug else 22)
        )
        across.setSpacing(theme.px(12))
        across.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(0 if snug else 4))
        column.addSpacing(0 if snug else 1)
        heading = Prose(title, "ui_bold", size=0 if snug else 16)
        column.addLayout(_tagged(heading, tag)) if tag else column.addWidget(heading)
        column.addWidget(self._explanation)
        column.addStretch(1)
        across.addLayout(column, 1)

    def explain(self, explanation: str) -> None:
        """Say something else under the title."""
        self._explanation.setText(explanation)
        self.radio.setAccessibleDescription(explanation)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere chooses."""
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)

    def _toggled(self, checked: bool) -> None:
        self.setProperty("chosen", "true" if checked else "false")
        restyle(self)
        if checked:
            self.chosen.emit()


def _tagged(heading: QWidget, tag: str) -> QBoxLayout:
    """A heading with a few words of advice behind it; below it when letters are large."""
    row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
    row.setSpacing(theme.px(10))
    label = words(tag, "caption_bold", wrap=False)
    label.setProperty("kind", "tag")
    row.addWidget(heading)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch(1)
    return row
