"""A field for an answer that saves itself: after a short rest, and at the latest after two seconds of typing."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from journal.errors import JournalError
from ui import theme
from ui.tokens import ROLES

REST_MS = 400
AT_MOST_MS = 2000


class AnswerEdit(QTextEdit):
    """Plain text under one prompt. ``save`` writes it and may raise JournalError; the text then stays dirty.

    ``written(text)`` comes after each successful save, ``advance_requested``/``back_requested`` on Ctrl (Shift) Enter.
    With ``grows`` the field is as high as its text and its page scrolls; else it scrolls itself.
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._role, self._grows, self._min_lines = save, role, grows, min_lines
        self._dirty = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(role))
        self.document().setDocumentMargin(0)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setPlainText(text)
        self._space_lines()
        self.document().setModified(False)
        self._rest = _timer(self, REST_MS, self.settle)
        self._at_most = _timer(self, AT_MOST_MS, self.settle)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()
        self.textChanged.connect(self._typed)

    def settle(self) -> bool:
        """Save now what is unsaved. True when everything is in the journal."""
        self._rest.stop()
        self._at_most.stop()
        if not self._dirty:
            return True
        text = self.toPlainText()
        try:
            self._save(text)
        except JournalError:
            self._at_most.start()  # the text stays on screen; try again while it does
            return False
        self._dirty = self.toPlainText() != text
        self.written.emit(text)
        return True

    def is_dirty(self) -> bool:
        """Whether something stands here that is not in the journal yet."""
        return self._dirty

    def replace_text(self, text: str) -> None:
        """Put another text in, as one undoable step that saves itself."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """As wide as is given, as high as the text."""
        return QSize(super().sizeHint().width(), self.height() if self._grows else super().sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field saves it."""
        super().focusOutEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Enter goes on, Ctrl Shift Enter back; the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.back_requested if back else self.advance_requested).emit()
            return
        super().keyPressEvent(event)

    def _typed(self) -> None:
        self._dirty = True
        self._rest.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def _space_lines(self) -> None:
        family, size, line, _weight, _italic = ROLES[self._role]
        spacing = QTextBlockFormat()
        natural = 1.25 if family.startswith("Source Serif") else 1.26
        spacing.setLineHeight(100 * line / (size * natural), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setBottomMargin(theme.px(14 if self._role == "write" else 0))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        undo = self.isUndoRedoEnabled()
        self.setUndoRedoEnabled(False)
        cursor.setBlockFormat(spacing)
        self.setUndoRedoEnabled(undo)

    def _fit(self) -> None:
        if not self._grows:
            return
        margins = self.contentsMargins()
        least = self._min_lines * theme.line_height(self._role)
        height = max(least, round(self.document().size().height())) + margins.top() + margins.bottom() + 4
        if height != self.height():
            self.setFixedHeight(height)


def _timer(parent: QWidget, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
