"""The head of one question in an accordion: a quiet row when closed, the question itself when open."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets.tick import paint_tick

_INDENT = 28
_ICON = 18
_ROW = 47
"""With its hairline 48."""


class AccordionRow(QAbstractButton):
    """Checkable: checked is open. ``state``: empty, ``answered`` or ``settled``; it shows as icon and word."""

    def __init__(self, ask: str, *, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = compact
        self._state = ""
        self.setText(ask)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._tell)
        self._tell()

    def set_state(self, state: str) -> None:
        """Show whether there is an answer: empty, ``answered`` or ``settled``."""
        if state != self._state:
            self._state = state
            self._tell()

    def state(self) -> str:
        """Empty, ``answered`` or ``settled``."""
        return self._state

    def hasHeightForWidth(self) -> bool:
        """A long question wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least a row of 48, or the question in its large letters."""
        above, below = self._space()
        return max(theme.px(_ROW), above + self._text_rect(width).height() + below)

    def sizeHint(self) -> QSize:
        """As wide as is given."""
        width = self.width() or theme.px(400)
        return QSize(theme.px(200), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine; the question wraps."""
        return QSize(theme.px(120), self.heightForWidth(max(self.width(), theme.px(120))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, question, word and chevron, or the open question alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        box = self._text_rect(self.width())
        if self._open_large():
            painter.setPen(theme.color("text"))
        else:
            ink = "text" if self._compact or self.underMouse() else "text2"
            painter.setPen(theme.color(ink))
            self._paint_marks(painter, box)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self.text())
        painter.end()

    def _paint_marks(self, painter: QPainter, box: QRect) -> None:
        middle = box.top() + min(box.height(), QFontMetrics(self._font()).height()) // 2
        icon = theme.px(_ICON)
        if self._state:
            paint_tick(painter, QRectF(-1, middle - icon / 2, icon + 2, icon), "text")
        else:
            self._paint_circle(painter, middle, icon)
        chevron = pixmap("chevron-down", "text", _ICON)
        if self.isChecked():
            painter.save()
            painter.translate(self.width() - icon / 2, middle)
            painter.rotate(180)
            painter.drawPixmap(-icon // 2, -icon // 2, chevron)
            painter.restore()
        else:
            painter.drawPixmap(self.width() - icon, middle - icon // 2, chevron)
        if self._word_width():
            painter.save()
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text3"))
            right = self.width() - theme.px(_INDENT)
            word = QRect(right - self._word_width(), middle - theme.px(20), self._word_width(), theme.px(40))
            painter.drawText(word, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._word())
            painter.restore()

    def _paint_circle(self, painter: QPainter, middle: int, icon: int) -> None:
        painter.save()
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRect(0, middle - icon // 2, icon, icon).adjusted(0, 0, -1, -1))
        painter.restore()

    def _text_rect(self, width: int) -> QRect:
        above, below = self._space()
        left = 0 if self._open_large() else theme.px(_INDENT if not self._compact else 30)
        right = 0 if self._open_large() else theme.px(_INDENT) + (self._word_width() + 12 if self._word_width() else 0)
        room = QRect(left, above, max(40, width - left - right), 10_000)
        metrics = QFontMetrics(self._font())
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        used = metrics.boundingRect(room, flags, self.text())
        height = used.height()
        if not self._open_large() and height + above + below < theme.px(_ROW):
            above = (theme.px(_ROW) - height) // 2 + 1
        return QRect(left, above, room.width(), height)

    def _space(self) -> tuple[int, int]:
        if self._open_large():
            return theme.px(27), 0
        edge = theme.px(14 if self._compact else 8)
        return edge, 0 if self.isChecked() else edge

    def _open_large(self) -> bool:
        return self.isChecked() and not self._compact

    def _font(self) -> QFont:
        if self._open_large():
            return theme.font("prompt")
        return theme.font("read_s" if self._compact else "read")

    def _word(self) -> str:
        return {"answered": tr("answered"), "settled": tr("left in peace")}.get(self._state, "")

    def _word_width(self) -> int:
        if self._compact or theme.is_large() or not self._state:
            return 0
        return QFontMetrics(theme.font("caption")).horizontalAdvance(self._word()) + 2

    def _tell(self) -> None:
        state = self._word()
        self.setAccessibleName(f"{self.text()}, {state}" if state else self.text())
        self.setAccessibleDescription(tr("open") if self.isChecked() else tr("closed"))
        self.updateGeometry()
        self.update()
