"""The bin: everything that was thrown away, to fetch back or to erase for good."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.domain.changes import Change
from journal.errors import JournalError
from journal.settings import Settings
from journal.storage import trash
from journal.text import tr, trn
from ui import jobs, notices, theme, throwing
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.reading_order import in_reading_order
from ui.widgets.speak import announce
from ui.widgets.thrown_row import ThrownRow, name_of
from ui.widgets.words import clear, top_column, words

_WIDEST = 720


class TrashPage(QScrollArea):
    """``settings_requested`` goes back to where it was opened from."""

    settings_requested = Signal()

    def __init__(self, store: Store, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._second_place = Path(settings.backup_place) if settings.backup_place else None
        self.rows: list[ThrownRow] = []
        self.setObjectName("trash")
        self.setAccessibleName(tr("Thrown away"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(theme.px(_WIDEST + 64))
        column = top_column(inside)
        column.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(32))
        column.setSpacing(theme.px(12))
        back = back_button(tr("Settings"), name="trash.back")
        back.clicked.connect(self.settings_requested)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words(tr("Thrown away"), "question", name="trash.title"))
        policy = tr(
            "What you throw away lies here for thirty days and comes back whole. "
            "After that it goes by itself, the next time that you write."
        )
        column.addWidget(words(policy, "ui", "text2"))
        self.copies = QCheckBox(tr("When erasing for good, also away with the backups that still hold it"))
        self.copies.setObjectName("trash.copies")
        self.copies.setChecked(True)
        limits = tr(
            "A fresh backup is made and checked first. What stays are copies that you keep elsewhere, "
            "and old folders from before you moved your journal or put a backup back."
        )
        self.copies.setAccessibleDescription(limits)
        column.addWidget(self.copies)
        self.limits = words(limits, "caption", "text2", name="trash.limits")
        column.addWidget(self.limits)
        self.said = words("", "ui", "text2", name="trash.said")
        self.said.hide()
        column.addWidget(self.said)
        self.nothing = words(tr("Nothing has been thrown away."), "read", "text2", name="trash.empty")
        column.addWidget(self.nothing)
        self._list = QWidget()
        listed = QVBoxLayout(self._list)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(theme.px(12))
        column.addWidget(self._list)
        self.setWidget(inside)
        store.changed.connect(self._someone_changed)

    def refresh(self) -> None:
        """Show what lies there now."""
        clear(self._list)
        self.rows = []
        layout = self._list.layout()
        assert layout is not None
        for thrown in self._store.read(trash.listed):
            row = ThrownRow(thrown, self._store.guidance)
            row.fetch_requested.connect(lambda row=row: self._fetch(row))
            row.erase_requested.connect(lambda row=row: self._erase(row))
            self.rows.append(row)
            layout.addWidget(row)
        self.nothing.setVisible(not self.rows)
        self.copies.setVisible(bool(self.rows))
        self.limits.setVisible(bool(self.rows))
        in_reading_order(self)

    def settle(self) -> bool:
        """Nothing is written here."""
        return True

    def _fetch(self, row: ThrownRow) -> None:
        name = name_of(row.thrown, self._store.guidance)
        thrown = row.thrown
        fetch = lambda: throwing.fetch_back(self._store, self, thrown.id, name, thrown.kind)  # noqa: E731
        if self._do(fetch):
            self._tell(tr("Back where it was: {name}", name=name))

    def _erase(self, row: ThrownRow) -> None:
        if not self._do(lambda: self._store.do(trash.erase, self, row.thrown.kind, row.thrown.id)):
            return
        self._tell(tr("Erased for good."))
        if self.copies.isChecked():
            journal, place = self._store.journal, self._second_place
            jobs.run(self, lambda: _renew(journal, place), self._renewed, self._not_renewed)

    def _do(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except JournalError:
            return False  # the store has told; all stays as it is
        self.refresh()
        (self.rows[0].fetch if self.rows else self).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _renewed(self, made: Any) -> None:
        text = tr("Erased for good.") + " " + tr("A fresh backup was made, and the older ones are gone.")
        if made.elsewhere:
            text += " " + trn(
                "{n} older backup lies in your second place. Take it away there yourself.",
                "{n} older backups lie in your second place. Take them away there yourself.",
                made.elsewhere,
            )
        self._tell(text)

    def _not_renewed(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        text = tr("Erased for good in your journal. No fresh backup could be made, so the older ones stay.")
        self._tell(f"{text} {notices.sentence(error)}")

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        announce(self.said, text)

    def _someone_changed(self, what: Change, by: object) -> None:
        if by is not self and what & (Change.ENTRIES | Change.ATTACHMENTS | Change.RETURNED) and self.isVisible():
            self.refresh()


def _renew(journal: Any, second_place: Path | None) -> object:
    from journal.storage import backups

    return backups.renew(journal, second_place)
