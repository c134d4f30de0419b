"""When it was saved, quietly; and when saving fails, loud enough."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal import dates
from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.store import Store
from ui.widgets.arrow_button import icon_button
from ui.widgets.speak import alert
from ui.widgets.words import words


class SavedLine(QWidget):
    """A check and "Saved at 20.14", after each commit. ``brief`` leaves the time out."""

    def __init__(self, store: Store, at: dt.datetime | None, *, brief: bool = False) -> None:
        super().__init__()
        self._brief = brief
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(11), 0, theme.px(13))
        row.setSpacing(theme.px(8))
        icon = words("", wrap=False)
        icon.setPixmap(pixmap("check", "text2", 16))
        self._icon = icon
        self._words = words("", "caption", "text3", wrap=False, name="reflection.saved")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.show_time(at)
        store.saved.connect(self.show_time)
        store.failed.connect(lambda _error: self.show_failed())

    def show_time(self, at: dt.datetime | None) -> None:
        """Show a moment; None: nothing was written yet."""
        self._icon.setVisible(at is not None)
        text = "" if at is None else tr("Saved") if self._brief else tr("Saved at {time}", time=dates.clock(at))
        self._words.setText(text)

    def show_failed(self) -> None:
        """Claim nothing that is not so."""
        self._icon.setVisible(False)
        self._words.setText(tr("Not saved yet"))


class FailedPanel(QFrame):
    """Above the footer while saving fails; writing goes on."""

    retry_requested = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reflection.failed")
        self.setProperty("kind", "warn")
        self._text = tr("Saving does not work now. Your text is still here. See whether there is room on your disk.")
        row = QVBoxLayout(self) if theme.is_large() else QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(words(self._text, "ui", "warn"), 1)
        again = icon_button(tr("Try again"), "redo-2", name="reflection.failed.retry")
        copy = icon_button(tr("Copy the text"), "copy", name="reflection.failed.copy")
        again.clicked.connect(self.retry_requested)
        copy.clicked.connect(self.copy_requested)
        row.addWidget(again)
        row.addWidget(copy)
        self.hide()

    def show_failure(self) -> None:
        """Come up and be announced, once."""
        if self.isHidden():
            self.show()
            alert(self, self._text)
