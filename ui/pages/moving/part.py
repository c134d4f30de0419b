"""What every way in or out has: a heading, what it is for, buttons, long work that can be stopped, and how it went."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.steps import Steps
from journal.text import tr
from ui import jobs, notices, theme
from ui.widgets.speak import announce
from ui.widgets.words import button, set_ink, words

R = TypeVar("R")
_BUSY_AFTER_MS = 400


class Part(QFrame):
    """One card. ``begin`` runs work in a thread; ``told`` says how it went, on screen and to a screen reader."""

    _progressed = Signal(int, int)

    def __init__(self, name: str, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"moving.{name}")
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        self.column.setSpacing(theme.px(12))
        self.column.addWidget(words(title, "card_title", name=f"moving.{name}.title"))
        self.column.addWidget(words(lead, "ui", "text2"))
        self._steps: Steps | None = None
        self._buttons: list[QAbstractButton] = []
        self.stop = button(tr("Stop"), name=f"moving.{name}.stop")
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        self.result = words("", "ui", "text2", name=f"moving.{name}.result")
        self.result.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_BUSY_AFTER_MS)
        self._slow.timeout.connect(self._is_slow)
        self._progressed.connect(self._show_progress)

    def warn(self, text: str) -> None:
        """A caution that one reads before the button."""
        panel = QFrame()
        panel.setProperty("kind", "warn")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        inside.addWidget(words(text, "ui", "warn"))
        self.column.addWidget(panel)

    def add_row(self, *parts: QAbstractButton) -> None:
        """Buttons beside each other; below each other with large text. They wait while work is done."""
        large = theme.is_large()
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        for part in parts:
            row.addWidget(part)
            self._buttons.append(part)
        row.addStretch()
        self.column.addLayout(row)

    def end(self) -> None:
        """Below everything: the way to stop, and how it went."""
        self.column.addWidget(self.stop)
        self.column.addWidget(self.result)

    def begin(self, work: Callable[[Steps], R], done: Callable[[R], object]) -> None:
        """Run it in a thread, then ``done`` with what it gave; trouble is told here."""
        if self._steps is not None:
            return
        steps = self._steps = Steps(self._progressed.emit)
        self._wait(waiting=True)
        self._slow.start()

        def finish(result: R) -> None:
            self._finished()
            done(result)

        jobs.run(self, lambda: work(steps), finish, self._failed)

    def told(self, text: str, ink: str = "text2") -> None:
        """How it went."""
        set_ink(self.result, ink)
        self.result.setText(text)
        self.result.setVisible(bool(text))
        if text:
            announce(self.result, text)

    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._steps is not None

    def _finished(self) -> None:
        self._slow.stop()
        self._steps = None
        self.stop.hide()
        self._wait(waiting=False)
        self.told("")

    def _failed(self, error: Exception) -> None:
        self._finished()
        if not isinstance(error, JournalError):
            self.told(tr("This did not succeed. Nothing was changed."), "err")
            raise error
        self.told(notices.sentence(error), "text2")

    def _wait(self, *, waiting: bool) -> None:
        for part in self._buttons:
            part.setEnabled(not waiting)

    def _is_slow(self) -> None:
        self.stop.setEnabled(True)
        self.stop.show()
        set_ink(self.result, "text2")
        self.result.setText(tr("One moment…"))
        self.result.show()

    def _show_progress(self, done: int, total: int) -> None:
        if self.stop.isVisible() and total and self.stop.isEnabled():
            self.result.setText(tr("{done} of {total}", done=done, total=total))

    def _stop(self) -> None:
        if self._steps is not None:
            self._steps.stop()
            self.stop.setEnabled(False)
            self.result.setText(tr("Stopping…"))
