"""The preview: the page as it will print, the way through the pages, and the large view."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.icons import icon
from ui.widgets.paper import Paper
from ui.widgets.pdf_preview import PAGE_WIDTH, PagePicture, page_image
from ui.widgets.prose import Prose
from ui.widgets.words import button, words

COMPACT_WIDTH = 640
_CLOSER = -6
"""An arrow takes clicks in a wider circle than it is drawn."""


class Preview(QWidget):
    """Shows the pages of a paper. ``opened`` when the writer wants it large; ``turned(page)``."""

    opened = Signal()

    def __init__(self, *, name: str = "intervisie", blank: str = "") -> None:
        super().__init__()
        self._blank = blank or tr("Tick on the left what you want to share.")
        self.paper: Paper | None = None
        self.page, self.grey = 0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(Prose(tr("How your pdf will look"), "ui_bold"), 1)
        self._back = _arrow("arrow-left", tr("Previous page"), f"{name}.page.back")
        self._on = _arrow("arrow-right", tr("Next page"), f"{name}.page.next")
        self._where = words("", "caption", "text2", wrap=False, name=f"{name}.page.number")
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        for widget in (self._back, self._where, self._on):
            top.addWidget(widget)
            top.addSpacing(theme.px(_CLOSER))
        column.addLayout(top)
        self._column = column
        column.addSpacing(theme.px(13))
        self._picture = PagePicture()
        self._picture.setObjectName(f"{name}.page")
        self._picture.opened.connect(self.opened)
        column.addWidget(self._picture, 1, Qt.AlignmentFlag.AlignHCenter)
        self.show_paper(None)

    def show_paper(self, paper: Paper | None) -> None:
        """Show another paper, on the page where one was."""
        self.paper = paper
        self.page = min(self.page, max(paper.pages - 1, 0)) if paper else 0
        self._show()

    def show_trouble(self, sentence: str) -> None:
        """The paper could not be made."""
        self.paper = None
        self._picture.show_blank(sentence)
        self._tell()

    def turn(self, by: int) -> None:
        """Turn so many pages on."""
        pages = self.paper.pages if self.paper else 0
        page = max(0, min(self.page + by, pages - 1))
        if page != self.page:
            self.page = page
            self._show()

    def set_grey(self, grey: bool) -> None:
        """Show it as a printer without colour gives it."""
        self.grey = grey
        self._show()

    def take_grey(self, grey: QPushButton) -> None:
        """Have the button for black and white here, and room for a wider page."""
        self._column.insertWidget(1, grey, 0, Qt.AlignmentFlag.AlignRight)
        self._picture.set_widest(COMPACT_WIDTH)

    def leave_grey(self) -> None:
        """The button has gone to the export block."""
        self._picture.set_widest(PAGE_WIDTH)

    def focus_page(self) -> None:
        """Put the keyboard back on the page."""
        self._picture.setFocus()

    def sharp(self, width: int) -> int:
        """Pixels for a picture that is so wide on this screen."""
        return round(width * max(self.devicePixelRatioF(), 1.0))

    def _show(self) -> None:
        if self.paper is None:
            self._picture.show_blank("")
        elif not self.paper.pages:
            self._picture.show_blank(self._blank)
        else:
            width = self.sharp(max(PAGE_WIDTH, self._picture.width()))
            picture = page_image(self.paper.data, self.page, width, grey=self.grey)
            self._picture.show_page(picture, tr("{page}. Enter shows it large.", page=self._number()))
        self._tell()

    def _number(self) -> str:
        pages = self.paper.pages if self.paper else 0
        return tr("page {page} of {pages}", page=self.page + 1, pages=pages) if pages else ""

    def _tell(self) -> None:
        pages = self.paper.pages if self.paper else 0
        self._where.setText(self._number())
        self._where.setVisible(pages > 1)
        for arrow, can in ((self._back, self.page > 0), (self._on, self.page + 1 < pages)):
            arrow.setVisible(pages > 1)
            name = "arrow-left" if arrow is self._back else "arrow-right"
            arrow.setIcon(icon(name, "accent" if can else "text3", 18))
            arrow.setEnabled(can)


def _arrow(name: str, tip: str, object_name: str) -> QPushButton:
    made = button("", "icon", name=object_name, tip=tip)
    made.setIcon(icon(name, "accent", 18))
    made.setIconSize(QSize(theme.px(18), theme.px(18)))
    return made
