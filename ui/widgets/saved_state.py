"""What people need to know about saving: a quiet line while it works, a panel when it does not."""

import datetime as dt

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal import dates
from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets.speak import alert
from ui.widgets.words import button, words

REST_MS = 800
"""The time changes this long after the last key, not while somebody writes."""


class SavedState(QWidget):
    """A check and "Saved at 20.14". Empty until something was saved. ``narrow`` shows the check only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved_state")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._check = QLabel()
        self._check.setPixmap(pixmap("check", "text3", 16))
        self.label = words("", "caption", "text3", wrap=False, name="saved_state.words")
        row.addWidget(self._check)
        row.addWidget(self.label)
        row.addStretch()
        self._check.hide()
        self._moment: dt.datetime | None = None
        self._narrow = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show)

    def saved(self, moment: dt.datetime) -> None:
        """Something is in the journal. The first time it shows at once."""
        first = self._moment is None
        self._moment = moment
        if first:
            self._show()
        else:
            self._rest.start()

    def failing(self) -> None:
        """Saving does not work now; the panel says more."""
        self._rest.stop()
        self._check.hide()
        self._say(tr("Not saved yet"))

    def set_narrow(self, narrow: bool) -> None:
        """In the narrow navigation only the check has room; the words are its tooltip."""
        self._narrow = narrow
        self.label.setVisible(not narrow)

    def moment(self) -> dt.datetime | None:
        """When something was last saved."""
        return self._moment

    def _show(self) -> None:
        if self._moment is not None:
            self._check.show()
            self._say(tr("Saved at {time}", time=dates.clock(self._moment)))

    def _say(self, text: str) -> None:
        self.label.setText(text)
        self.setToolTip(text if self._narrow else "")
        self.setAccessibleName(text)


class SaveTrouble(QFrame):
    """The panel for when saving fails. It goes away by itself once everything is in the journal."""

    retry_requested = Signal()
    copy_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("save_trouble")
        self.setProperty("kind", "warn")
        large = theme.is_large()
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        row.setSpacing(theme.px(12))
        sign = QLabel()
        sign.setPixmap(pixmap("triangle-alert", "warn", 20))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop if large else Qt.AlignmentFlag.AlignVCenter)
        text = tr("Saving does not work now. Your text is still here. See whether there is room on your disk.")
        column = QVBoxLayout()
        column.addWidget(words(text, "ui", "warn"))
        self._leaving = words(tr("If you leave now, what you wrote last is lost."), "ui_bold", "warn")
        self._leaving.hide()
        column.addWidget(self._leaving)
        row.addLayout(column, 1)
        self.retry = button(tr("Try again"), name="save_trouble.retry")
        self.copy = button(tr("Copy text"), name="save_trouble.copy")
        self.leave = button(tr("Leave anyway"), "text", name="save_trouble.leave")
        for made in (self.retry, self.copy, self.leave):
            row.addWidget(made)
        self.leave.hide()
        self.retry.clicked.connect(self.retry_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.leave.clicked.connect(self.leave_requested)
        self._text = text
        self.hide()

    def appear(self, *, leaving: bool = False) -> None:
        """Show and say it. ``leaving``: somebody wants to lock or close, which would lose the text."""
        told = self.isVisible()
        self._leaving.setVisible(leaving)
        self.leave.setVisible(leaving)
        self.show()
        if not told or leaving:
            alert(self, self._text)

    def go(self) -> None:
        """Saving works again."""
        self._leaving.hide()
        self.leave.hide()
        self.hide()
