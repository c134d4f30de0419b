"""Print the paper: its pages as pictures, sharp enough for any printer."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.widgets.pdf_preview import page_image

_DOTS = 300
_A4_INCHES = 210 / 25.4


def print_paper(parent: QWidget, data: bytes, pages: int, title: str) -> bool:
    """Ask which printer, and print. False when the writer thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    if not dialog.exec():
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    painter = QPainter(printer)
    for number in range(first, min(last, pages) + 1):
        if number > first:
            printer.newPage()
        picture = page_image(data, number - 1, round(_A4_INCHES * _DOTS))
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        width = min(sheet.width(), sheet.height() * picture.width() / picture.height())
        painter.drawImage(QRectF(0, 0, width, width * picture.height() / picture.width()), picture)
    painter.end()
    return True
