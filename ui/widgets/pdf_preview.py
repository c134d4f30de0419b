"""Pages of a PDF as pictures, made from the very bytes that are saved."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.export import pdfium
from ui import theme

A4 = 297 / 210
PAGE_WIDTH = 360


def page_count(data: bytes) -> int:
    """How many pages these bytes have."""
    with pdfium.opened(data) as document:
        return len(document)


def page_image(data: bytes, number: int, width: int, *, grey: bool = False) -> QImage:
    """One page, from 0, so many pixels wide; in shades of grey as a plain printer gives it."""
    with pdfium.opened(data) as document:
        page = document[number]
        drawn = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        picture = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBX8888)
        picture = picture.copy()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8) if grey else picture


class PagePicture(QWidget):
    """One page as it will print, or a sentence on a blank one. ``opened`` on a click, Enter or Space."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._sentence = ""
        self._widest = PAGE_WIDTH
        self.setObjectName("intervisie.page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, picture: QImage, spoken: str) -> None:
        """Show a page; ``spoken`` says which one."""
        self._picture, self._sentence = picture, ""
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def show_blank(self, sentence: str) -> None:
        """Show an empty page with a sentence on it."""
        self._picture, self._sentence = QImage(), sentence
        self.setAccessibleName(sentence)
        self.unsetCursor()
        self.update()

    def set_widest(self, width: int) -> None:
        """How wide the page is where there is room."""
        self._widest = width
        self.setMaximumWidth(width)
        self.updateGeometry()

    def picture(self) -> QImage:
        """The page that is shown now; null when blank."""
        return self._picture

    def sizeHint(self) -> QSize:
        """A4, 360 wide at any text size: a page keeps its size when words grow."""
        return QSize(self._widest, round(self._widest * A4))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a low window."""
        return QSize(180, round(180 * A4))

    def heightForWidth(self, width: int) -> int:
        """A4."""
        return round(width * A4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper in both themes, with a hairline edge; what does not fit is scaled, never cut."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = self._sheet()
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if not self._picture.isNull():
            painter.drawImage(sheet, self._picture)
        elif self._sentence:
            painter.setPen(QColor(_INK_ON_PAPER))
            painter.setFont(theme.font("ui"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(sheet.adjusted(24, 24, -24, -24), int(flags), self._sentence)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the page large."""
        if event.button() == Qt.MouseButton.LeftButton and not self._picture.isNull():
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not self._picture.isNull():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette paints anew."""
        super().changeEvent(event)
        self.update()

    def _sheet(self) -> QRectF:
        ratio = A4 if self._picture.isNull() else self._picture.height() / max(self._picture.width(), 1)
        width = min(self.width(), self.height() / ratio)
        return QRectF(round((self.width() - width) / 2), 0, round(width), round(width * ratio))


_INK_ON_PAPER = "#5A6663"
