"""A frame around a field to write in: its edge thickens to two pixels of accent while one writes."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.answer_edit import AnswerEdit

_RADIUS = 11


class WritingBox(QWidget):
    """Holds an ``AnswerEdit``; a click beside the text puts the caret in it. ``height`` at least, at 100 %."""

    def __init__(
        self, edit: AnswerEdit, height: int, *, padding: tuple[int, int] = (30, 23), always: bool = False
    ) -> None:
        super().__init__()
        self.edit = edit
        self._always = always
        column = QVBoxLayout(self)
        across, down = padding
        column.setContentsMargins(theme.px(across), theme.px(down), theme.px(across), theme.px(down))
        column.addWidget(edit)
        column.addStretch(1)
        self.setMinimumHeight(theme.px(height))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The edge follows the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole frame is the field."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface with an edge."""
        strong = self._always or self.edit.hasFocus()
        width = 2 if strong else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if strong else "control"), width))
        painter.setBrush(theme.color("surface"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        painter.end()
