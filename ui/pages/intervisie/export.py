"""The export block: the warning, the buttons, and what was shared before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal import dates
from journal.domain.records import Share
from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.pages.intervisie.inked import set_ink
from ui.widgets import speak
from ui.widgets.prose import Prose
from ui.widgets.words import button


class Export(QWidget):
    """``save_requested``, ``print_requested``, ``grey_toggled(on)``."""

    save_requested = Signal()
    print_requested = Signal()
    grey_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._saved: Path | None = None
        self.save = button(tr("Save pdf…"), "primary", icon="file-down", name="intervisie.save")
        self.save.setProperty("tall", "true")
        self.print = button(tr("Print"), "text", icon="printer", name="intervisie.print")
        self.grey = button(tr("View in black and white"), "text", name="intervisie.grey")
        self.grey.setCheckable(True)
        self.save.clicked.connect(self.save_requested)
        self.print.clicked.connect(self.print_requested)
        self.grey.toggled.connect(self._greyed)
        self._note = Prose("", "caption", "text3", name="intervisie.shared")
        self._folder = button(tr("Open folder"), "link", name="intervisie.folder")
        self._folder.setFont(theme.font("caption_bold"))
        self._folder.clicked.connect(self._open_folder)
        self._folder.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(30), theme.px(17), theme.px(30), theme.px(8))
        column.setSpacing(0)
        column.addLayout(self._warning())
        column.addSpacing(theme.px(13))
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(theme.px(7))
        self._buttons.addWidget(self.save)
        two = QHBoxLayout()
        two.setSpacing(0)
        two.addWidget(self.print, 1, Qt.AlignmentFlag.AlignHCenter)
        two.addWidget(self.grey, 1, Qt.AlignmentFlag.AlignHCenter)
        self._buttons.addLayout(two)
        column.addLayout(self._buttons)
        last = QHBoxLayout()
        last.setSpacing(theme.px(8))
        last.addStretch(1)
        last.addWidget(self._note)
        last.addWidget(self._folder)
        last.addStretch(1)
        column.addLayout(last)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001
        """Beside each other in a footer, or under each other in the panel."""
        large = theme.is_large()
        side = QBoxLayout.Direction.LeftToRight if compact and not large else QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(side)
        self._shield.setVisible(not compact)
        self._words.setVisible(not compact)
        self.layout().setContentsMargins(*[theme.px(each) for each in ((24, 6, 24, 6) if compact else (30, 17, 30, 8))])

    def set_ready(self, ready: bool) -> None:  # noqa: FBT001
        """Whether there is something to save."""
        for each in (self.save, self.print, self.grey):
            each.setEnabled(ready)
        self.save.setToolTip("" if ready else tr("Tick on the left what you want to share."))

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Say when something was shared before, unless there is newer news."""
        if self._saved is None and self._note.property("trouble") is None:
            on = shares[0].shared_at.astimezone().date() if shares else None
            self._note.setText(tr("Shared before: {date}", date=dates.middle(on)) if on else "")

    def show_saved(self, target: Path) -> None:
        """Say under which name it was saved, and offer its folder."""
        self._saved = target
        self._note.setProperty("trouble", None)
        set_ink(self._note, "text2")
        self._note.setText(tr("Saved as {name}", name=target.name))
        self._folder.show()
        speak.announce(self, self._note.text())

    def show_trouble(self, sentence: str) -> None:
        """Say why it did not succeed."""
        self._note.setProperty("trouble", "yes")
        set_ink(self._note, "err")
        self._note.setText(sentence)
        self._folder.hide()
        speak.alert(self._note, sentence)

    def note(self) -> str:
        """What is said under the buttons."""
        return self._note.text()

    def _warning(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self._shield = QLabel()
        self._shield.setPixmap(pixmap("shield-check", "text", 18))
        warning = tr("This file is no longer locked. Reisgezel sends nothing; you choose who gets it.")
        self._words = Prose(warning, "caption", "text2")
        row.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        return row

    def _greyed(self, on: bool) -> None:  # noqa: FBT001
        self.grey.setText(tr("View in colour") if on else tr("View in black and white"))
        self.grey_toggled.emit(on)

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))
