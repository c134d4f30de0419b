"""A stack that keeps one page: what is replaced is destroyed, with everything that stood in it."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """``show_page`` puts a page in the place of the one before it."""

    def show_page(self, page: QWidget) -> None:
        """Show this one from now on."""
        before = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None and before is not page:
            self.discard(before)

    def discard(self, page: QWidget) -> None:
        """Take a page out and destroy it."""
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
