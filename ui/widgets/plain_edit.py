"""A field for plain text of any kind and length: what is taken out is what was typed."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from journal.clean_text import clean
from ui import theme
from ui.widgets import long_lines
from ui.widgets.picture_drop import holds_pictures, offer

_PARAGRAPH_GAP = 14


class PlainEdit(QTextEdit):
    """Plain text in a role of the type table. Very long lines are folded (``long_lines``), and unfolded by ``text()``.

    Take the text with ``text()``: ``toPlainText()`` knows nothing of folds and no-break spaces. ``one_line``: it wraps
    but has no line breaks.
    """

    def __init__(self, text: str, *, role: str, one_line: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._one_line = role, one_line
        self._long_block = -1
        self._hold_folds = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(role))
        self.document().setDocumentMargin(0)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self._put(text)
        self.document().contentsChange.connect(self._look_for_long_lines)
        self.textChanged.connect(self._fold_when_long)

    def text(self) -> str:
        """What was typed, with the line breaks that were typed."""
        return long_lines.unfold(self.document().toRawText())

    def is_empty(self) -> bool:
        """Whether nothing but white space stands here. Cheap in a long text."""
        block = self.document().begin()
        while block.isValid():
            if block.length() > 1 and block.text().strip():
                return False
            block = block.next()
        return True

    def replace_text(self, text: str) -> None:
        """Put another text in, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(long_lines.fold(clean(text)))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete at a fold take away a sign that was typed."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self.textCursor().hasSelection():
            self._hold_folds = True
            _take_fold_away(self.textCursor(), forward=event.key() == Qt.Key.Key_Delete)
            self._hold_folds = False
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only words; pictures and files are for the page around it."""
        return source.hasText() and not holds_pictures(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, folded before it is laid out. A picture goes to the page, when that takes it."""
        if offer(self, source) or not source.hasText():
            return
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

    def _put(self, text: str) -> None:
        """Begin anew with a text; there is nothing to undo."""
        self.setPlainText(long_lines.fold(clean(text)))
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
        self.document().setModified(False)

    def _look_for_long_lines(self, position: int, _removed: int, added: int) -> None:
        block = self.document().findBlock(position)
        while block.isValid() and block.position() <= position + added:
            if block.length() > long_lines.LONGEST and len(block.text()) > long_lines.LONGEST:
                self._long_block = block.position()
                return
            block = block.next()

    def _fold_when_long(self) -> None:
        if self._long_block >= 0 and not self._hold_folds and not self.document().isRedoAvailable():
            self._fold_block()  # not after an undo: a fold would take the redo away

    def _fold_block(self) -> None:
        block = self.document().findBlock(self._long_block)
        self._long_block = -1
        places = [_utf16(block.text(), cut) for cut in long_lines.cuts(block.text())]
        if not places:
            return
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
