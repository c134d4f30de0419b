"""A field for an answer that saves itself: after a short rest, and at the latest after two seconds of typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from journal.clean_text import clean
from journal.errors import JournalError
from ui import theme
from ui.widgets.caret import Caret
from ui.widgets.plain_edit import PlainEdit

REST_MS = 400
AT_MOST_MS = 2000


class AnswerEdit(PlainEdit):
    """Plain text under one prompt. ``save`` writes it and may raise JournalError; the text then stays dirty.

    ``written(text)`` comes after each successful save, ``advance_requested``/``back_requested`` on Ctrl (Shift) Enter.
    With ``grows`` the field is as high as its text and its page scrolls; else it scrolls itself. With ``one_line``
    Enter asks to go on.
    """

    written = Signal(str)
    advance_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        save: Callable[[str], object],
        text: str = "",
        *,
        role: str = "write",
        grows: bool = True,
        min_lines: int = 3,
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role=role, one_line=one_line, parent=parent)
        self._save, self._grows, self._min_lines = save, grows, min_lines
        self._dirty = False
        self._composing = False
        self._hint = ""
        self._caret = Caret(self)
        self._rest = _timer(self, REST_MS, self.settle)
        self._at_most = _timer(self, AT_MOST_MS, self.settle)
        self._follow = _timer(self, 0, self._follow_caret)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self._fit)
            self._fit(QSizeF())
            self.cursorPositionChanged.connect(self._follow_soon)
        self.textChanged.connect(self._typed)

    def settle(self) -> bool:
        """Save now what is unsaved. True when everything is in the journal."""
        self._rest.stop()
        self._at_most.stop()
        if not self._dirty:
            return True
        text = self.text()
        self._dirty = False
        try:
            self._save(text)
        except JournalError:
            self._dirty = True
            self._at_most.start()  # the text stays on screen; try again while it does
            return False
        self.written.emit(text)
        return not self._dirty

    def is_dirty(self) -> bool:
        """Whether something stands here that is not in the journal yet."""
        return self._dirty

    def show_text(self, text: str) -> None:
        """Show what the journal has now, when nothing unsaved stands here; keeps the caret where it can."""
        if self._dirty or clean(text) == self.text():
            return
        place = self.textCursor().position()
        self.blockSignals(True)
        self._put(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def setPlaceholderText(self, text: str) -> None:
        """Words in an empty field; painted here, for Qt would lighten them and keep to one line height."""
        self._hint = text
        self.viewport().update()

    def placeholderText(self) -> str:
        """The words in an empty field."""
        return self._hint

    def sizeHint(self) -> QSize:
        """As wide as is given, as high as the text."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.height()) if self._grows else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, the words of an empty field, the caret."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._hint and self.document().isEmpty() and not self._composing:
            painter.setFont(self.font())
            painter.setPen(theme.color("text3"))
            top = self.cursorRect(QTextCursor(self.document())).top()
            box = self.viewport().rect().adjusted(0, top, 0, 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self._hint)
        self._caret.paint(painter)
        painter.end()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While a sign is being composed, the words of an empty field make room."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Wake the caret."""
        super().focusInEvent(event)
        self._caret.wake()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field saves it."""
        super().focusOutEvent(event)
        self._caret.wake()
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """A field that is switched off saves too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Enter goes on, Ctrl Shift Enter back; the rest is typing."""
        modifiers = event.modifiers()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (self._one_line or modifiers & Qt.KeyboardModifier.ControlModifier):
            back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            (self.back_requested if back else self.advance_requested).emit()
            return
        super().keyPressEvent(event)

    def _typed(self) -> None:
        self._dirty = True
        self._rest.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def _follow_soon(self) -> None:
        if self.hasFocus():
            self._follow.start()

    def _follow_caret(self) -> None:
        """The page scrolls along with the caret: a field that grows never scrolls itself."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if isinstance(page, QScrollArea):
            caret, inside = self.cursorRect(), page.widget()
            assert inside is not None
            spot = self.viewport().mapTo(inside, caret.center())
            page.ensureVisible(spot.x(), spot.y(), 0, caret.height() + theme.px(12))

    def _fit(self, size: QSizeF) -> None:
        # The size comes from the layout as far as it is: asking the document would lay all of it out at once.
        margins = self.contentsMargins()
        least = self._min_lines * theme.line_height(self._role)
        height = max(least, round(size.height())) + margins.top() + margins.bottom() + 4
        if height != self.height():
            self.setFixedHeight(height)


def _timer(parent: QWidget, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
