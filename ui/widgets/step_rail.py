"""The steps of a form: beside the writing, and as a drop-down above it when there is little room."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets.tick import paint_tick
from ui.widgets.words import words

ROW = 56
_CIRCLE_X, _RADIUS, _TEXT_X, _EDGE = 25, 13, 50, 12


@dataclass(frozen=True)
class RailStep:
    """One step: its title, a short trace of what was done there, and whether it has what it asks."""

    id: str
    title: str
    trace: str = ""
    done: bool = False


class StepRow(QAbstractButton):
    """One row of the rail: number or check, title and trace."""

    def __init__(self, rail: "StepRail", number: int) -> None:
        super().__init__(rail)
        self._rail, self._number = rail, number
        self._step = RailStep("", "")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: RailStep, *, here: bool, of: int) -> None:
        """Show a step."""
        self._step = step
        self.setChecked(here)
        spoken = [tr("Step {number} of {of}: {title}", number=self._number, of=of, title=step.title)]
        spoken += [step.trace] if step.trace else []
        spoken += [tr("you are here")] if here else [tr("done")] if step.done else []
        self.setAccessibleName(", ".join(spoken))
        self.updateGeometry()
        self.update()

    def trace(self) -> str:
        """The words under the title."""
        return self._step.trace

    def sizeHint(self) -> QSize:
        """Two lines, more when they wrap."""
        room = QRect(0, 0, theme.px(248 - 12 - _EDGE - _TEXT_X - 8), 10_000)
        high = _height("ui_bold", self._step.title, room) + _height("caption", self._step.trace, room)
        return QSize(theme.px(223), max(theme.px(ROW), high + theme.px(12)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the steps, Enter goes there."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._rail.walk(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row; the rail has painted the line between the circles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("soft"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        self._paint_circle(painter, here=here)
        title, trace = self._boxes()
        painter.setFont(theme.font("ui_bold" if here else "ui"))
        painter.setPen(theme.color("on_soft" if here else "text2"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(title, flags, self._step.title)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("on_soft" if here else "text3"))
        painter.drawText(trace, flags, self._step.trace)
        painter.end()

    def circle(self) -> QPointF:
        """Middle of the circle."""
        return QPointF(theme.px(_CIRCLE_X), self.height() / 2)

    def _paint_circle(self, painter: QPainter, *, here: bool) -> None:
        radius, middle = theme.px(_RADIUS), self.circle()
        done = self._step.done and not here
        edge = "accent" if here or done else "control"
        painter.setPen(QPen(theme.color(edge), 1.5))
        painter.setBrush(theme.color("accent") if here else theme.color("nav"))
        painter.drawEllipse(middle, radius - 0.75, radius - 0.75)
        if done:
            half = theme.px(8)
            paint_tick(painter, QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), "accent")
            return
        painter.setFont(theme.font("caption_bold"))
        painter.setPen(theme.color("on_accent" if here else "text2"))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _boxes(self) -> tuple[QRect, QRect]:
        left = theme.px(_TEXT_X)
        room = QRect(left, 0, self.width() - left - theme.px(8), 10_000)
        title, trace = _height("ui_bold", self._step.title, room), _height("caption", self._step.trace, room)
        top = (self.height() - title - trace) // 2
        return QRect(left, top, room.width(), title), QRect(left, top + title, room.width(), trace)


def _height(role: str, text: str, room: QRect) -> int:
    if not text:
        return 0
    metrics = QFontMetrics(theme.font(role))
    lines = round(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() / metrics.lineSpacing())
    return max(lines, 1) * theme.line_height(role)


class StepRail(QWidget):
    """Rows of 56 under each other. ``step_requested(id)`` on a click or Enter."""

    step_requested = Signal(str)

    def __init__(self, *, name: str = "rail", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._rows: list[StepRow] = []
        self._steps: list[RailStep] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(tr("Steps"))

    def show_steps(self, steps: Sequence[RailStep], here: str) -> None:
        """Show the steps and where the writer is."""
        while len(self._rows) > len(steps):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(steps):
            row = StepRow(self, len(self._rows) + 1)
            row.clicked.connect(lambda _checked, row=row: self._clicked(row))
            self._rows.append(row)
            self._column.addWidget(row)
        self._steps = list(steps)
        for row, step in zip(self._rows, steps, strict=True):
            row.setObjectName(f"{self._name}.step.{step.id}")
            row.show_step(step, here=step.id == here, of=len(steps))
        self.update()

    def row(self, step_id: str) -> StepRow:
        """The row of a step."""
        return next(row for row, step in zip(self._rows, self._steps, strict=True) if step.id == step_id)

    def walk(self, row: StepRow, by: int) -> None:
        """Give the keyboard to a neighbour."""
        at = self._rows.index(row) + by
        if 0 <= at < len(self._rows):
            self._rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_here(self) -> None:
        """Give the keyboard to the present step."""
        for row in self._rows:
            if row.isChecked():
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line that ties the circles together."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("line"), 2))
        for upper, lower in pairwise(self._rows):
            start, end = upper.mapTo(self, QPointF(upper.circle())), lower.mapTo(self, QPointF(lower.circle()))
            painter.drawLine(start, end)
        painter.end()

    def _clicked(self, row: StepRow) -> None:
        step = self._steps[self._rows.index(row)]
        row.setChecked(True)
        self.step_requested.emit(step.id)


class StepMenu(QPushButton):
    """The same steps as a drop-down: "Step 3 of 5: Questions for that place"."""

    step_requested = Signal(str)

    def __init__(self, *, name: str = "rail.menu", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._choices = QMenu(self)
        self.setMenu(self._choices)
        low = f"QPushButton {{ min-height: {theme.px(28)}px; }}"
        self.setStyleSheet(low + " QPushButton::menu-indicator { width: 0; image: none; }")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(11), 0, theme.px(11), 0)
        row.setSpacing(theme.px(4))
        self._where = words("", "ui", wrap=False)
        self._title = words("", "ui_bold", wrap=False)
        chevron = words("", wrap=False)
        chevron.setPixmap(pixmap("chevron-down", "text", 14))
        for part in (self._where, self._title, chevron):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)

    def set_narrow(self, *, narrow: bool) -> None:
        """With little room the title alone; the rest is still in the spoken name and in the list."""
        self._where.setVisible(not narrow)

    def show_steps(self, steps: Sequence[RailStep], here: str) -> None:
        """Show the steps and where the writer is."""
        self._choices.clear()
        for number, step in enumerate(steps, start=1):
            label = f"{number}. {step.title}" + (f" ({step.trace})" if step.trace else "")
            action = self._choices.addAction(label)
            action.setObjectName(f"{self.objectName()}.{step.id}")
            action.triggered.connect(lambda _checked, id_=step.id: self.step_requested.emit(id_))
            if step.id == here:
                self._where.setText(tr("Step {number} of {of}:", number=number, of=len(steps)))
                self._title.setText(step.title)
        self.setAccessibleName(f"{self._where.text()} {self._title.text()}")
        self.setVisible(len(steps) > 1)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        inside = self.layout()
        assert inside is not None
        return QSize(inside.sizeHint().width(), theme.px(30))
