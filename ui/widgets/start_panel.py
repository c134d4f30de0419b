"""The panel of the first start: the mark, four steps, and a piece of the map whose footsteps come along."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets import start_map
from ui.widgets.prose import Prose
from ui.widgets.words import restyle

WIDTH = 376
_MAP_TOP = 330
_LEAST_MAP = 120
"""A sliver of land says nothing, so under this height there is none."""
_CIRCLE = 26


def step_names() -> tuple[str, ...]:
    """The names of the four steps."""
    return tr("Welcome"), tr("Your programme"), tr("Your passphrase"), tr("Your learning question")


class StartPanel(QWidget):
    """Shows how far one is; it cannot be clicked. Steps count from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.panel")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(WIDTH)
        self._step = 0
        self._land: QPixmap | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 44, 24, 0)
        layout.setSpacing(0)
        layout.addWidget(_mark())
        layout.addSpacing(36)
        self._rows = [_StepRow(number, name) for number, name in enumerate(step_names())]
        for row in self._rows:
            layout.addWidget(row)
        layout.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Mark this step as the present one, and the earlier ones as done."""
        self._step = step
        for number, row in enumerate(self._rows):
            row.show_state(0 if number == step else step - number)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the land anew in other colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._land = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, land, path and footsteps; the words are labels."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("nav"))
        top = max(_MAP_TOP, self._rows[-1].geometry().bottom() + 40)
        height = self.height() - top
        if height > _LEAST_MAP:
            if self._land is None or round(self._land.deviceIndependentSize().height()) != height:
                self._land = start_map.land(self.width(), height, self.devicePixelRatioF())
            painter.drawPixmap(0, top, self._land)
            painter.save()
            painter.setClipRect(0, top, self.width(), height)
            painter.translate(0, top)
            start_map.paint_way(painter, height, self._step)
            painter.restore()
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.color("line"))
        painter.end()


def _mark() -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    picture = QLabel()
    picture.setPixmap(pixmap("mark", "accent", _CIRCLE))
    layout.addWidget(picture)
    layout.addWidget(Prose(tr("Reisgezel"), "card_title"), 1)
    return row


class _StepRow(QWidget):
    """One step: a circle with its number, or a check when it is done, and its name."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self._number, self._name, self._ahead = number, name, 0
        self._label = QLabel(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_CIRCLE + 14, 0, 0, 0)
        layout.addWidget(self._label)

    def show_state(self, steps_ahead: int) -> None:
        """Show how far the present step is ahead of this one: 0 is now, more is done, less is still to come."""
        self._ahead = steps_ahead
        state = {0: tr("now")}.get(steps_ahead, tr("done") if steps_ahead > 0 else tr("still to come"))
        self._label.setProperty("ink", "text" if steps_ahead == 0 else "text2")
        self._label.setAccessibleName(
            tr("Step {number} of 4: {name}, {state}", number=self._number + 1, name=self._name, state=state)
        )
        restyle(self._label)
        self._label.setFont(theme.font("ui_bold" if steps_ahead == 0 else "ui"))  # restyling takes a font away
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circle beside the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _CIRCLE) / 2
        circle = QRectF(0, top, _CIRCLE, _CIRCLE)
        edge = "control" if self._ahead < 0 else "accent"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color("accent") if self._ahead == 0 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._ahead > 0:
            painter.drawPixmap(QPointF(5, top + 5), pixmap("check", "accent", 16))
        else:
            font = theme.font("caption_bold")
            font.setPixelSize(13)
            painter.setFont(font)
            painter.setPen(theme.color("on_accent" if self._ahead == 0 else "text2"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number + 1))
        painter.end()
