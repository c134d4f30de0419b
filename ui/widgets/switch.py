"""A switch: a check box in the shape of something that is on or off at once."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import theme

_WIDTH, _HEIGHT, _KNOB, _ROOM = 40, 22, 8, 30


class Switch(QCheckBox):
    """On or off. Words stand beside it; ``name`` is what a screen reader says."""

    def __init__(self, name: str, *, object_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName(object_name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The drawn size and a little room above and below."""
        return QSize(theme.px(_WIDTH), theme.px(_ROOM))

    def hitButton(self, position: object) -> bool:  # noqa: ARG002
        """Every point of it counts."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """On: filled, knob right. Off: an edge only, knob left. Shape tells it, not colour alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = theme.px(_HEIGHT)
        track = QRectF(0, (self.height() - height) / 2, self.width(), height).adjusted(0.5, 0.5, -0.5, -0.5)
        radius, knob = track.height() / 2, theme.px(_KNOB)
        on = self.isChecked()
        painter.setPen(QPen(theme.color("accent" if on else "control"), 1))
        painter.setBrush(theme.color("accent" if on else "surface"))
        painter.drawRoundedRect(track, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_accent" if on else "control"))
        x = track.right() - radius if on else track.left() + radius
        painter.drawEllipse(QPointF(x, track.center().y()), knob, knob)
        painter.end()
