"""Print the paper: its pages as pictures, sharp enough for any printer, and the very pages of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.widgets.pdf_preview import page_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS = 300
_A4_INCHES = 210 / 25.4


def print_paper(parent: QWidget, data: bytes, pages: int, title: str) -> bool:
    """Ask which printer, and print. False when the writer thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog

    printer = for_paper(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    if not dialog.exec():
        return False
    draw(printer, data, printer.fromPage() or 1, min(printer.toPage() or pages, pages))
    return True


def for_paper(title: str) -> QPrinter:
    """A printer that leaves the margins to the paper, which has its own."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def draw(printer: QPrinter, data: bytes, first: int, last: int) -> None:
    """Print the pages from ``first`` to ``last``, each as large as it is in the file, or as the sheet allows."""
    from PySide6.QtPrintSupport import QPrinter

    painter = QPainter(printer)
    for number in range(first, last + 1):
        if number > first:
            printer.newPage()
        picture = page_image(data, number - 1, round(_A4_INCHES * _DOTS))
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        width = min(sheet.width(), sheet.height() * picture.width() / picture.height())
        painter.drawImage(QRectF(0, 0, width, width * picture.height() / picture.width()), picture)
    painter.end()
