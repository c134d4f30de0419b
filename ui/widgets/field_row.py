"""A row of a card: what is asked at the left, and a field without a frame that grows with its text."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.words import words

_LABEL, _BETWEEN, _AWAY = 128, 24, 12
_PAD, _FIELD_PAD = 12, 4
"""A field has a few pixels of its own below its last line."""


class FieldRow(QWidget):
    """Label and hint beside the field, or above it. While one writes there is a line of accent left of the text."""

    def __init__(self, label: str, hint: str, field: AnswerEdit, *, upright: bool = False) -> None:
        super().__init__()
        self.field = field
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction, self)
        row.setContentsMargins(0, theme.px(_PAD), 0, theme.px(_PAD - _FIELD_PAD))
        row.setSpacing(theme.px(4) if upright else theme.px(_BETWEEN))
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0 if upright else theme.px(_FIELD_PAD))
        column.setSpacing(theme.px(2))
        name = words(label, "ui_bold")
        name.setBuddy(field)
        column.addWidget(name)
        if hint:
            column.addWidget(words(hint, "caption", "text3"))
        if not upright:
            said.setFixedWidth(theme.px(_LABEL))
        row.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # never squeezed
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint again when the field gets or loses the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line beside the field that has the keyboard."""
        if not self.field.hasFocus():
            return
        place = self.field.geometry()
        painter = QPainter(self)
        painter.fillRect(place.left() - theme.px(_AWAY), place.top(), 2, place.height(), theme.color("accent"))
        painter.end()
