"""The page of the preview over the whole window, and back to the page where its reader stopped."""

from PySide6.QtWidgets import QWidget

from ui.pages.papers.give import Give
from ui.widgets.paper_large import LargePreview
from ui.widgets.paper_preview import Preview


class Large:
    """Opens and closes it for ``page``."""

    def __init__(self, page: QWidget, preview: Preview, give: Give) -> None:
        self._page, self._preview, self._give = page, preview, give
        self._shown: LargePreview | None = None

    def open(self) -> None:
        """Show the page of the preview as large as the window."""
        paper = self._preview.paper
        if paper is not None and paper.pages:
            shown = LargePreview(self._page.window(), paper, self._preview.page, grey=self._preview.grey)
            shown.closed.connect(self._closed)
            self._page.destroyed.connect(shown.deleteLater)
            self._shown = shown

    def close(self) -> None:
        """Nothing of it stays over another page or the lock."""
        if self._shown is not None:
            self._shown.leave()

    def _closed(self, page: int, grey: bool) -> None:
        self._shown = None
        self._preview.turn(page - self._preview.page)
        self._give.grey.setChecked(grey)
        self._preview.focus_page()
