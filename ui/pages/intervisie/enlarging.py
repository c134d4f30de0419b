"""The page of the paper, large: it opens over the window, and goes where its page goes."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.paper_large import LargePreview
from ui.widgets.paper_preview import Preview


class Enlarging:
    """Opens what ``preview`` shows; back at the small one, its page and ``grey`` are as they were left."""

    def __init__(self, page: QWidget, preview: Preview, grey: QAbstractButton) -> None:
        self._page, self._preview, self._grey = page, preview, grey
        self._large: LargePreview | None = None
        preview.opened.connect(self._open)

    def close(self) -> None:
        """Nothing of it stays over the lock."""
        if self._large is not None:
            self._large.leave()

    def _open(self) -> None:
        paper = self._preview.paper
        if paper is not None and paper.pages:
            self._large = LargePreview(self._page.window(), paper, self._preview.page, grey=self._preview.grey)
            self._large.closed.connect(self._closed)
            self._page.destroyed.connect(self._large.deleteLater)

    def _closed(self, page: int, grey: bool) -> None:
        self._large = None
        self._preview.turn(page - self._preview.page)
        self._grey.setChecked(grey)
        self._preview.focus_page()
