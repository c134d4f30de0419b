"""What of a damaged journal can be read, and what is missing, before a new journal is made of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.errors import JournalError
from journal.storage import restoring
from journal.storage.salvage import Salvaged
from journal.text import tr, trn
from ui import backup_words, jobs, notices, theme
from ui.restore import said_of
from ui.unlock_form import BusyButton
from ui.widgets.field_error import FieldError
from ui.widgets.lock_card import LockCard
from ui.widgets.words import button, words

_WIDTH, _RAISED, _MOST = 680, 40, 40


class ReadablePage(LockCard):
    """``went_on(Restored, str)`` when the new journal is there; the damaged one stays."""

    went_on = Signal(object, str)
    back_requested = Signal()

    def __init__(self, found: Salvaged, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, _RAISED, parent)
        self.setObjectName("readable")
        self.found = found
        title = tr("{whole} of {all} parts are whole", whole=found.whole, all=len(found.parts))
        self.body.addWidget(words(title, "question", name="readable.title"))
        self.body.addSpacing(theme.px(3))
        self.body.addWidget(words(self._told(), "ui", "text2", name="readable.words"))
        self.body.addSpacing(theme.px(16))
        for number, part in enumerate(found.missing[:_MOST]):
            self.body.addWidget(words(backup_words.part(part), "ui", name=f"readable.missing.{number}"))
            self.body.addSpacing(theme.px(6))
        more = len(found.missing) - _MOST
        if more > 0:
            self.body.addWidget(words(trn("and {n} more", "and {n} more", more), "ui", "text2"))
        self.error = FieldError("readable.error")
        self.body.addWidget(self.error)
        self.body.addSpacing(theme.px(18))
        self._add_buttons()
        self.foot_frame.hide()

    def _told(self) -> str:
        told = []
        if self.found.missing:
            told.append(tr("This is missing. A text that lost its title gets a place of its own."))
        else:
            told.append(tr("Nothing that Reisgezel knows of is missing."))
        if self.found.may_miss_more:
            told.append(tr("There may be more of which nothing is left to tell."))
        if not self.found.sealed:
            told.append(tr("The start of the file is gone, so nobody can prove that every word is as you wrote it."))
        told.append(tr("Reisgezel makes a new journal of it; the damaged one stays as it is."))
        return " ".join(told)

    def _add_buttons(self) -> None:
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        self.go = BusyButton("readable.go", tr("Save what can be read"), tr("One moment…"))
        back = button(tr("Back"), "text", name="readable.back")
        back.setProperty("tall", True)
        for made in (self.go, back):
            row.addWidget(made)
        row.addStretch()
        self.body.addLayout(row)
        self.go.clicked.connect(self._save)
        back.clicked.connect(self.back_requested)
        self.setFocusProxy(self.go)

    def _save(self) -> None:
        self.error.clear()
        self.go.setEnabled(False)
        self.go.set_busy(True)
        found = self.found
        jobs.run(
            self,
            lambda: restoring.save_readable(found),
            lambda restored: self.went_on.emit(restored, said_of(restored, found.folder, readable=True)),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self.go.set_busy(False)
        if not isinstance(error, JournalError):
            raise error
        self.error.show_error(notices.sentence(error))
