"""In and out, reached from the settings: what leaves the journal as a whole, and what comes into it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from journal.settings import Settings
from journal.text import tr
from ui import theme
from ui.pages.moving.archive_part import ArchivePart
from ui.pages.moving.elsewhere_part import ElsewherePart
from ui.pages.moving.folder_part import FolderPart
from ui.pages.moving.merge_part import MergePart
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.words import top_column, words

_COLUMN = 720


class MovingPage(QScrollArea):
    """``settings_changed(Settings)``, ``settings_requested`` and ``differences_requested``."""

    settings_changed = Signal(object)
    settings_requested = Signal()
    differences_requested = Signal()
    journey_changed = Signal(str)

    def __init__(self, store: Store, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("moving")
        self._settings = settings
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(theme.px(_COLUMN + 64))
        column = top_column(inside)
        column.setContentsMargins(theme.px(32), theme.px(30), theme.px(32), theme.px(32))
        column.setSpacing(theme.px(16))
        back = back_button(tr("Settings"), name="moving.back")
        back.clicked.connect(self.settings_requested)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words(tr("In and out"), "question", name="moving.title"))
        lead = tr("What you wrote is yours: take it along, bring it together, and bring in what you wrote elsewhere.")
        column.addWidget(words(lead, "ui", "text2"))
        self.merge = MergePart(store)
        self.folder = FolderPart(store, settings.shared_folder, settings.device_name)
        self.archive = ArchivePart(store)
        self.elsewhere = ElsewherePart(store)
        for part in (self.archive, self.merge, self.folder, self.elsewhere):
            column.addWidget(part)
        self.merge.differences_requested.connect(self.differences_requested)
        self.merge.journey_changed.connect(self.journey_changed)
        self.folder.journey_changed.connect(self.journey_changed)
        self.folder.chosen.connect(self._chosen)
        self.folder.merged.connect(self.merge.refresh)
        self.setWidget(inside)
        self.setFocusProxy(back)

    def refresh(self) -> None:
        """What waits, what lies in the folder, what was read in."""
        self.merge.refresh()
        self.elsewhere.refresh()
        self.folder.look()

    def settle(self) -> bool:
        """Choices are never unsaved."""
        return True

    def _chosen(self, folder: str, device: str) -> None:
        self._settings = replace(self._settings, shared_folder=folder, device_name=device)
        self.settings_changed.emit(self._settings)
