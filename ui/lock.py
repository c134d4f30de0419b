"""The lock: what stands between somebody who picks up this computer and a diary. Imports nothing heavy."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from journal.errors import JournalError, WrongPassphrase, WrongRecoveryCode
from journal.text import tr
from ui import jobs, theme
from ui.clock import Clock, utc_now
from ui.icons import pixmap
from ui.unlock_form import UnlockForm
from ui.widgets.lock_card import LockCard
from ui.widgets.words import button, words

if TYPE_CHECKING:
    from ui.recovery import NewPassphraseForm, RecoveryForm
    from ui.store import OpenedJournal

MISSES_BEFORE_PAUSE = 5
PAUSE_MS = 5000
RECOVERED_STAYS_MS = 10 * 60 * 1000
"""So long a journal that a recovery code opened waits for a new passphrase."""
_WIDTH, _RAISED = 480, 20


class LockPage(LockCard):
    """Asks for the passphrase or the recovery code; ``opened(OpenJournal)`` when one fits.

    ``trouble(error)`` when the key is not what is wrong. Deriving the key takes a second, so it is done in a job.
    """

    opened = Signal(object)
    trouble = Signal(object)
    restore_requested = Signal()
    forgotten = Signal()
    """This device was said to know the key, and does not."""

    def __init__(
        self, folder: Path, parent: QWidget | None = None, *, now: Clock = utc_now, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__(_WIDTH, _RAISED, parent)
        self.folder, self._now = folder, now
        self._misses = 0
        self._restore: QPushButton | None = None
        self._pause_ms = pause_ms
        self.setObjectName("lock")
        self.unlock_form = UnlockForm()
        self._recovery: RecoveryForm | None = None
        self._new: NewPassphraseForm | None = None
        self._recovered: OpenedJournal | None = None
        self.body.addWidget(self.unlock_form)
        self.unlock_form.submitted.connect(self._unlock)
        self.unlock_form.recovery_requested.connect(self.ask_recovery_code)
        self.unlock_form.device_requested.connect(self._unlock_with_device)
        self.foot.addLayout(_offline_line())

    def tell(self, text: str) -> None:
        """Say something above the form: what journal this is."""
        self.body.insertWidget(self.body.indexOf(self.unlock_form), words(text, "ui", "text2", name="lock.told"))
        self.body.insertSpacing(self.body.indexOf(self.unlock_form), theme.px(16))
        from ui.widgets.speak import announce  # seldom needed, and the first picture waits for this module

        announce(self, text)

    def _offer_restore(self) -> None:
        if self._restore is None:
            self._restore = button(tr("Put a backup back"), "text", name="lock.restore")
            self._restore.clicked.connect(self.restore_requested)
            self.body.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignHCenter)

    def ask_passphrase(self) -> None:
        """The usual form."""
        if self._recovery is not None:
            self._recovery.hide()
        self.unlock_form.show()
        if self._restore is not None:
            self._restore.show()
        self.unlock_form.field.setFocus()

    @property
    def recovery_form(self) -> "RecoveryForm":
        """The form for the recovery code; made when first asked for."""
        if self._recovery is None:
            from ui.recovery import RecoveryForm  # not before the first picture

            self._recovery = RecoveryForm()
            self._recovery.hide()
            self._recovery.submitted.connect(self._recover)
            self._recovery.back_requested.connect(self.ask_passphrase)
            self.body.addWidget(self._recovery)
        return self._recovery

    def ask_recovery_code(self) -> None:
        """The form for who does not know the passphrase."""
        self.unlock_form.hide()
        if self._restore is not None:
            self._restore.hide()
        self.recovery_form.show()
        self.recovery_form.field.setFocus()

    def _unlock(self, passphrase: str) -> None:
        self.unlock_form.set_busy(True)
        jobs.run(self, lambda: _unlock(self.folder, passphrase, self._now), self.opened.emit, self._not_unlocked)

    def _unlock_with_device(self) -> None:
        self.unlock_form.set_busy(True)
        work = lambda: _unlock_with_device(self.folder, self._now)  # noqa: E731
        jobs.run(self, work, self.opened.emit, self._device_does_not_know)

    def _device_does_not_know(self, error: Exception) -> None:
        from journal.keystore import NoKeystore

        self.unlock_form.set_busy(False)
        if isinstance(error, NoKeystore | WrongRecoveryCode):
            self.unlock_form.device_fails()
            self.forgotten.emit()
        else:
            self._tell(error)

    def _not_unlocked(self, error: Exception) -> None:
        self.unlock_form.set_busy(False)
        if not isinstance(error, WrongPassphrase):
            self._tell(error)
            return
        self._misses += 1
        self._offer_restore()
        if self._misses % MISSES_BEFORE_PAUSE:
            self.unlock_form.show_miss()
        else:
            self.unlock_form.pause()
            QTimer.singleShot(self._pause_ms, self.unlock_form, self.unlock_form.resume)

    def _recover(self, code: str) -> None:
        self.recovery_form.set_busy(True)
        jobs.run(self, lambda: _recover(self.folder, code, self._now), self._ask_new_passphrase, self._not_recovered)

    def _not_recovered(self, error: Exception) -> None:
        self.recovery_form.set_busy(False)
        if isinstance(error, WrongRecoveryCode):
            self.recovery_form.show_miss(mistyped=error.mistyped)
        else:
            self._tell(error)

    def _ask_new_passphrase(self, journal: "OpenedJournal") -> None:
        self.recovery_form.hide()
        from ui.recovery import NewPassphraseForm  # not before the first picture

        self._recovered = journal
        self._new = NewPassphraseForm(journal)
        self._new.done.connect(self._hand_over)
        self.body.addWidget(self._new)
        self._new.first.setFocus()
        QTimer.singleShot(RECOVERED_STAYS_MS, self, self.put_away)

    def _hand_over(self) -> None:
        journal, self._recovered = self._recovered, None
        if journal is not None:
            self.opened.emit(journal)

    def put_away(self) -> None:
        """Close what a recovery code opened, when nobody went on: somebody else may come along by now."""
        journal, self._recovered = self._recovered, None
        if journal is None:
            return
        journal.close()
        if self._new is not None:
            self._new.hide()
        self.ask_passphrase()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self.trouble.emit(error)


def _unlock(folder: Path, passphrase: str, now: Clock) -> object:
    from journal.storage.database import unlock

    return unlock(folder, passphrase, now=now)


def _unlock_with_device(folder: Path, now: Clock) -> object:
    from journal import keystore
    from journal.paths import KEY_FILE
    from journal.storage import key_file
    from journal.storage.database import unlock_with_recovery

    code = keystore.recall(keystore.of_this_device(), key_file.read(folder / KEY_FILE).fingerprint)
    return unlock_with_recovery(folder, code, now=now)


def _recover(folder: Path, code: str, now: Clock) -> "OpenedJournal":
    from journal.storage.database import unlock_with_recovery

    return unlock_with_recovery(folder, code, now=now)


def _offline_line() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    sign = QLabel()
    sign.setPixmap(pixmap("wifi-off", "text3", 16))
    row.addWidget(sign)
    text = tr("Everything stays on this device. Reisgezel does not need the internet.")
    row.addWidget(words(text, "caption", "text3", wrap=False))
    return row
