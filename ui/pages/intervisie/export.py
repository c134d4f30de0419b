"""The export block: the warning, the buttons, and what was shared before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSpacerItem, QVBoxLayout, QWidget

from journal import dates
from journal.domain.sharing_records import Share
from journal.synced_folders import Synced
from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets import speak
from ui.widgets.prose import Prose
from ui.widgets.synced_step import SyncedStep
from ui.widgets.words import button, set_ink

PANEL_HEIGHT = 188


class Export(QWidget):
    """``save_requested``, ``print_requested``, ``grey_toggled(on)``; ``shared_requested`` for the list of papers."""

    save_requested = Signal()
    print_requested = Signal()
    grey_toggled = Signal(bool)
    shared_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._saved: Path | None = None
        self._compact = False
        self.save = button(tr("Save pdf…"), "primary", icon="file-down", name="intervisie.save")
        self.save.setProperty("tall", "true")
        self.print = button(tr("Print"), "text", icon="printer", name="intervisie.print")
        self.grey = button(tr("View in black and white"), "text", name="intervisie.grey")
        self.grey.setCheckable(True)
        self.save.clicked.connect(self.save_requested)
        self.print.clicked.connect(self.print_requested)
        self.grey.toggled.connect(self._greyed)
        self._note = Prose("", "caption", "text3", name="intervisie.shared")
        self._before = self._make_before()
        self.step = SyncedStep("intervisie.synced")
        self.step.anyway.connect(lambda _target: self._show_buttons())
        self.step.elsewhere.connect(self._show_buttons)
        self._folder = button(tr("Open folder"), "link", name="intervisie.folder")
        self._folder.setFont(theme.font("caption_bold"))
        self._folder.clicked.connect(self._open_folder)
        self._folder.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(30), theme.px(17), theme.px(30), theme.px(5))
        column.setSpacing(0)
        column.addLayout(self._warning())
        self._gap = QSpacerItem(0, theme.px(13))
        column.addSpacerItem(self._gap)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(theme.px(7))
        self._buttons.addWidget(self.save)
        self._two = QHBoxLayout()
        self._two.setSpacing(0)
        self._two.addWidget(self.print, 1, Qt.AlignmentFlag.AlignHCenter)
        self._two.addWidget(self.grey, 1, Qt.AlignmentFlag.AlignHCenter)
        self._buttons.addLayout(self._two)
        last = QHBoxLayout()
        last.setSpacing(theme.px(8))
        last.addStretch(1)
        last.addWidget(self._note)
        last.addWidget(self._before)
        last.addWidget(self._folder)
        last.addStretch(1)
        self._buttons.addLayout(last, 1)
        column.addLayout(self._buttons)
        column.addWidget(self.step)

    def _make_before(self) -> QPushButton:
        before = button("", "link", name="intervisie.shared.before")
        before.setFont(theme.font("caption_bold"))
        before.setToolTip(tr("What you shared, and with whom"))
        before.clicked.connect(self.shared_requested)
        before.setAccessibleName(tr("What you shared, and with whom"))
        before.hide()
        return before

    def ask_about(self, found: Synced, target: Path) -> None:
        """Before it is saved: this folder is read by others too."""
        for each in (self.save, self.print, self.grey, self._note, self._folder, self._before):
            each.hide()
        self.step.ask(found, target)

    def _show_buttons(self) -> None:
        for each in (self.save, self.print, self.grey, self._note):
            each.show()
        self._folder.setVisible(self._saved is not None)
        self._before.setVisible(bool(self._before.text()))
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, compact: bool) -> None:
        """A footer, or the foot of the panel. In a footer the button for black and white stands at the preview."""
        self._compact = compact
        self._gap.changeSize(0, 0 if compact else theme.px(13))
        self.setMinimumHeight(0 if compact else theme.px(PANEL_HEIGHT) - 1)
        self._shield.setVisible(not compact)
        self._words.setVisible(not compact)
        if not compact:
            self._two.addWidget(self.grey, 1, Qt.AlignmentFlag.AlignHCenter)
        self._column.setContentsMargins(*[theme.px(each) for each in ((16, 8, 16, 8) if compact else (30, 17, 30, 5))])
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a footer the buttons stand beside each other when they fit."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        parts = (self.save, self.print, self._note, self._folder, self._before)
        wide = sum(each.sizeHint().width() for each in parts if not each.isHidden()) + theme.px(64)
        flat = self._compact and wide <= self.width()
        turn = QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom
        if self._buttons.direction() != turn:
            self._buttons.setDirection(turn)

    def set_ready(self, ready: bool) -> None:
        """Whether there is something to save."""
        for each in (self.save, self.print, self.grey):
            each.setEnabled(ready)
        self.save.setToolTip("" if ready else tr("Tick first what you want to share."))

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Say when something was shared before, unless there is newer news."""
        if self._saved is None and self._note.property("trouble") is None:
            on = shares[0].shared_at.astimezone().date() if shares else None
            self._before.setText(tr("Shared before: {date}", date=dates.middle(on)) if on else "")
            self._before.setVisible(bool(on))
            self._turn()

    def show_saved(self, target: Path) -> None:
        """Say under which name it was saved, and offer its folder."""
        self._saved = target
        self._before.setText(tr("What you shared"))
        self._before.show()
        self._note.setProperty("trouble", None)
        set_ink(self._note, "text2")
        self._note.setText(tr("Saved as {name}", name=target.name))
        self._folder.show()
        self._turn()
        speak.announce(self, self._note.text())

    def forget_saved(self) -> None:
        """Another paper is shown now than the one that was saved."""
        if self._saved is not None:
            self._saved = None
            self._note.setText("")
            self._folder.hide()
            self._turn()

    def show_trouble(self, sentence: str) -> None:
        """Say why it did not succeed."""
        self._note.setProperty("trouble", "yes")
        set_ink(self._note, "err")
        self._note.setText(sentence)
        self._folder.hide()
        self._before.hide()
        self._turn()
        speak.alert(self._note, sentence)

    def note(self) -> str:
        """What is said under the buttons."""
        return self._note.text() or self._before.text()

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

    def _greyed(self, on: bool) -> None:
        self.grey.setText(tr("View in colour") if on else tr("View in black and white"))
        self.grey_toggled.emit(on)

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))
