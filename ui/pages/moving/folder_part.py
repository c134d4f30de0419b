"""The folder between laptops: where it is, how this device is called there, and what others laid down in it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from journal import dates
from journal.domain.changes import Change
from journal.steps import Steps
from journal.storage import shared_folder
from journal.storage.shared_folder import Found, Waiting
from journal.text import tr, trn
from ui import theme
from ui.merging import is_other_journey, merge_file, report
from ui.pages.moving.part import Part
from ui.store import Store
from ui.widgets.words import button, clear, words


class FolderPart(Part):
    """``chosen(folder, device)``; an empty folder: no longer. ``merged`` when a copy was merged."""

    chosen = Signal(str, str)
    merged = Signal()
    journey_changed = Signal(str)

    def __init__(self, store: Store, folder: str, device: str, parent: QWidget | None = None) -> None:
        lead = tr(
            "Choose a folder that is on both your laptops, such as one of OneDrive, Nextcloud or Syncthing, or on a "
            "USB stick. Reisgezel lays a sealed copy there when you close, and offers to merge what comes from the "
            "other laptop. It makes no connection itself."
        )
        super().__init__("folder", tr("A folder between two laptops"), lead, parent)
        self._store, self._folder, self._device = store, folder, device or shared_folder.this_device()
        self._add_name()
        place = folder.replace("/", "/\u200b").replace("\\", "\\\u200b")
        self.column.addWidget(words(place or tr("No folder chosen yet."), "ui", name="moving.folder.path"))
        self.choose = button(tr("Choose a folder…"), icon="folder-open", name="moving.folder.choose")
        self.choose.clicked.connect(self._ask)
        self.now = button(tr("Lay down a copy now"), name="moving.folder.now")
        self.now.clicked.connect(self.lay_down)
        self.off = button(tr("Use it no longer"), "text", name="moving.folder.off")
        self.off.clicked.connect(lambda: self.chosen.emit("", self._device))
        self.add_row(self.choose, self.now, self.off)
        self.now.setVisible(bool(folder))
        self.off.setVisible(bool(folder))
        self._others = QWidget()
        QVBoxLayout(self._others).setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._others)
        self._others.hide()
        self.end()

    def look(self) -> None:
        """See what others laid down."""
        journal, folder, device = self._store.journal, Path(self._folder), self._device
        if self._folder and not self.is_busy():
            self.begin(lambda _steps: shared_folder.look(journal, folder, device), self._show)  # type: ignore[arg-type]

    def lay_down(self) -> None:
        """Put a sealed copy of now there."""
        journal, folder, device = self._store.journal, Path(self._folder), self._device

        def done(fresh: object) -> None:
            self.told(tr("Your copy is in the folder.") if fresh else tr("Nothing changed since your last copy."))

        self.begin(lambda _steps: shared_folder.lay_down(journal, folder, device), done)  # type: ignore[arg-type]

    def merge(self, found: Waiting) -> None:
        """Merge a copy of another device."""
        journal = self._store.journal

        def work(_steps: Steps) -> object:
            merged = merge_file(journal, found.file, found.called)
            shared_folder.merged(journal, found)  # type: ignore[arg-type]
            return merged

        def done(merged: object) -> None:
            self._store.changed.emit(~Change.NOTHING, self)
            self.merged.emit()
            self._show(Found())
            self.told(report(merged))
            if is_other_journey(self._store):
                self.journey_changed.emit("moving")

        self.begin(work, done)

    def _add_name(self) -> None:
        label = words(tr("This device is called"), "ui_bold", wrap=theme.is_large())
        self.name = QLineEdit(self._device)
        self.name.setObjectName("moving.folder.device")
        self.name.setAccessibleName(tr("This device is called"))
        self.name.setMaxLength(40)
        self.name.setMaximumWidth(theme.px(320))
        self.name.setFont(theme.font("input"))
        label.setBuddy(self.name)
        self.name.editingFinished.connect(self._renamed)
        self.column.addWidget(label)
        self.column.addWidget(self.name)

    def _renamed(self) -> None:
        given = self.name.text().strip()
        if given and given != self._device:
            self._device = given
            self.chosen.emit(self._folder, given)

    def _ask(self) -> None:
        given = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), self._folder or str(Path.home()))
        if not given:
            return
        if Path(given).resolve() == Path(self._store.journal.folder).resolve():  # type: ignore[attr-defined]
            self.told(tr("Your journal itself is there. Choose another folder."), "err")
            return
        self.chosen.emit(given, self._device)

    def _show(self, found: Found) -> None:
        clear(self._others)
        layout = self._others.layout()
        assert layout is not None
        for each in found.waiting:
            layout.addWidget(words(offer(each), "ui_bold"))
            merge = button(tr("Merge"), name="moving.folder.merge")
            merge.setAccessibleDescription(offer(each))
            merge.setSizePolicy(merge.sizePolicy().Policy.Maximum, merge.sizePolicy().Policy.Fixed)
            merge.clicked.connect(lambda _checked=False, each=each: self.merge(each))
            layout.addWidget(merge)
        if found.half:
            told = trn(
                "{n} copy is not whole yet; perhaps it is still on its way. Reisgezel looks again later.",
                "{n} copies are not whole yet; perhaps they are still on their way. Reisgezel looks again later.",
                len(found.half),
            )
            layout.addWidget(words(told, "caption", "text3"))
        self._others.setVisible(bool(found.waiting or found.half))


def offer(found: Waiting) -> str:
    """The sentence that offers to merge."""
    day = dates.middle(found.made_at.date())
    return tr("There is a newer copy of “{name}”, of {day}.", name=found.called, day=day)
