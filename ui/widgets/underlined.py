"""A field on a line, as on a form: thin at rest, two pixels of accent while one writes."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.answer_edit import AnswerEdit

_GAP = 7


class Underlined(QWidget):
    """Holds a field and paints the line under it."""

    def __init__(self, field: AnswerEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(_GAP))
        column.addWidget(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint again when the field gets or loses the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        thick = 2 if self._field.hasFocus() else 1
        ink = theme.color("accent" if self._field.hasFocus() else "control")
        painter.fillRect(0, self.height() - thick, self.width(), thick, ink)
        painter.end()
