"""A field for an answer that saves itself: after a short rest, and at the latest after two seconds of typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextEdit, QWidget

from journal.clean_text import clean
from journal.errors import JournalError
from ui import theme
from ui.widgets import long_lines
from ui.widgets.caret import Caret

REST_MS = 400
AT_MOST_MS = 2000
_PARAGRAPH_GAP = 14


class AnswerEdit(QTextEdit):
    """Plain text under one prompt. ``save`` writes it and may raise JournalError; the text then stays dirty.

    ``written(text)`` comes after each successful save, ``advance_requested``/``back_requested`` on Ctrl (Shift) Enter.
    With ``grows`` the field is as high as its text and its page scrolls; else it scrolls itself. With ``one_line`` it
    wraps but has no line breaks: Enter asks to go on.
    Take the text with ``text()``: ``toPlainText()`` knows nothing of folds and no-break spaces.
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
        super().__init__(parent)
        self._save, self._role, self._grows, self._min_lines = save, role, grows, min_lines
        self._one_line = one_line
        self._dirty = False
        self._composing = False
        self._long_block = -1
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(role))
        self.document().setDocumentMargin(0)
        self._hint = ""
        self._caret = Caret(self)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setPlainText(long_lines.fold(clean(text)))
        self._space_lines()
        self.document().setModified(False)
        self._rest = _timer(self, REST_MS, self.settle)
        self._at_most = _timer(self, AT_MOST_MS, self.settle)
        self._follow = _timer(self, 0, self._follow_caret)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self._fit)
            self._fit(self.document().size())
            self.cursorPositionChanged.connect(self._follow_soon)
        self.document().contentsChange.connect(self._look_for_long_lines)
        self.textChanged.connect(self._typed)

    def text(self) -> str:
        """What was typed, with the line breaks that were typed."""
        return long_lines.unfold(self.document().toRawText())

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

    def is_empty(self) -> bool:
        """Whether nothing but white space stands here. Cheap in a long text."""
        block = self.document().begin()
        while block.isValid():
            if block.length() > 1 and block.text().strip():
                return False
            block = block.next()
        return True

    def replace_text(self, text: str) -> None:
        """Put another text in, as one undoable step that saves itself."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(long_lines.fold(clean(text)))
        self.setTextCursor(cursor)

    def show_text(self, text: str) -> None:
        """Show what the journal has now, when nothing unsaved stands here; keeps the caret where it can."""
        text = clean(text)
        if self._dirty or text == self.text():
            return
        place = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(long_lines.fold(text))
        self._space_lines()
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """As wide as is given, as high as the text."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.height()) if self._grows else hint

    def setPlaceholderText(self, text: str) -> None:
        """Words in an empty field; painted here, for Qt would lighten them and keep to one line height."""
        self._hint = text
        self.viewport().update()

    def placeholderText(self) -> str:
        """The words in an empty field."""
        return self._hint

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
        """A field that is taken off the screen or disabled saves too."""
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
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self.textCursor().hasSelection():
            _take_fold_away(self.textCursor(), forward=event.key() == Qt.Key.Key_Delete)
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only words; no pictures and no files."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, folded before it is laid out."""
        if source.hasText():
            text = clean(source.text())
            folded = long_lines.fold(" ".join(text.split()) if self._one_line else text)
            self.textCursor().insertText(folded)
            if long_lines.FOLD in folded:
                self._close_folds()
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what was typed, without folds."""
        data = QMimeData()
        data.setText(long_lines.unfold(self.textCursor().selectedText()))
        return data

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

    def _typed(self) -> None:
        self._dirty = True
        self._rest.start()
        if not self._at_most.isActive():
            self._at_most.start()
        if self._long_block >= 0:
            self._fold_block()

    def _look_for_long_lines(self, position: int, _removed: int, added: int) -> None:
        block = self.document().findBlock(position)
        while block.isValid() and block.position() <= position + added:
            if block.length() > long_lines.LONGEST:
                self._long_block = block.position()
                return
            block = block.next()

    def _fold_block(self) -> None:
        block = self.document().findBlock(self._long_block)
        self._long_block = -1
        places = [_utf16(block.text(), cut) for cut in long_lines.cuts(block.text())]
        start = block.position()
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        for place in reversed(places):
            cursor.setPosition(start + place)
            cursor.insertText(long_lines.FOLD + "\n")
        cursor.endEditBlock()
        self._close_folds()

    def _close_folds(self) -> None:
        """No paragraph gap at a fold: nobody typed a paragraph there."""
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().bottomMargin() and long_lines.FOLD in block.text():
                cursor.setPosition(block.position())
                spacing = block.blockFormat()
                spacing.setBottomMargin(0)
                cursor.joinPreviousEditBlock()
                cursor.setBlockFormat(spacing)
                cursor.endEditBlock()
            block = block.next()

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.FixedHeight  # other scripts and emoji keep the lines in step
        spacing.setLineHeight(theme.line_height(self._role), height.value)
        spacing.setBottomMargin(theme.px(_PARAGRAPH_GAP if self._role == "write" else 0))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        undo = self.isUndoRedoEnabled()
        self.setUndoRedoEnabled(False)
        cursor.setBlockFormat(spacing)
        if self.document().characterCount() > long_lines.LONGEST:
            self._close_folds()
        self.setUndoRedoEnabled(undo)

    def _fit(self, size: QSizeF) -> None:
        # The size comes from the layout as far as it is: asking the document would lay all of it out at once.
        margins = self.contentsMargins()
        least = self._min_lines * theme.line_height(self._role)
        height = max(least, round(size.height())) + margins.top() + margins.bottom() + 4
        if height != self.height():
            self.setFixedHeight(height)


def _take_fold_away(cursor: QTextCursor, *, forward: bool) -> None:
    """Take away the fold at the cursor, so that the key that follows takes away a sign that was typed."""
    fold = len(long_lines.FOLD)
    before = QTextCursor(cursor)
    text, place = cursor.block().text(), _python(cursor.block().text(), cursor.positionInBlock())
    if not forward and place == 0 and long_lines.FOLD in cursor.block().previous().text():
        before.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, 1)
        before.removeSelectedText()
        text, place = before.block().text(), _python(before.block().text(), before.positionInBlock())
    if not forward and text[max(0, place - fold) : place] == long_lines.FOLD:
        _remove(before, before.position() - fold, before.position())
    elif forward and text[place : place + fold] == long_lines.FOLD:
        end = cursor.position() + fold
        _remove(before, cursor.position(), end + (1 if place + fold == len(text) else 0))


def _remove(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _utf16(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def _python(text: str, units: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))


def _timer(parent: QWidget, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
