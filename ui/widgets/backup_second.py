"""The second place for backups: a USB stick or a drive at home, that need not be there all the time."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from journal import dates
from journal.paths import backups
from journal.storage import second_place
from journal.text import tr
from ui import theme
from ui.widgets.words import button, set_ink, words

LONG_DAYS = 14


class SecondPlace(QWidget):
    """``chosen(str)``: the folder, or nothing when there is to be none."""

    chosen = Signal(str)

    def __init__(self, folder: Path, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._place = folder, place
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(words(tr("A second place"), "ui_bold"))
        self.said = words("", "ui", "text2", name="backups.second")
        column.addWidget(self.said)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        self.choose = button(tr("Choose a second place…"), icon="folder-open", name="backups.choose_second")
        self.stop = button(tr("No second place any more"), "text", name="backups.no_second")
        for made in (self.choose, self.stop):
            row.addWidget(made)
        row.addStretch()
        column.addLayout(row)
        self.choose.clicked.connect(self._ask)
        self.stop.clicked.connect(lambda: self.use(""))

    def use(self, place: str) -> None:
        """Take this folder from now on; what is there stays."""
        self._place = place
        self.chosen.emit(place)

    def show_state(self, now: dt.datetime) -> None:
        """Say where it is, whether it is there, and when a backup last came there."""
        self.stop.setVisible(bool(self._place))
        set_ink(self.said, "text2")
        if not self._place:
            told = tr(
                "A disk can break and a laptop can be stolen. On a USB stick or a drive at home a copy stands apart."
            )
            self.said.setText(told)
            return
        place = Path(self._place)
        shown = self._place.replace("/", "/\u200b").replace("\\", "\\\u200b")
        last = second_place.last(backups(self._folder), place)
        there = second_place.is_there(place)
        parts = [shown, tr("There now.") if there else tr("Not there now; as soon as it is, a copy goes there.")]
        if last is None:
            parts.append(tr("Nothing was put there yet."))
        else:
            day = last.astimezone().date()
            parts.append(tr("Last on {day}.", day=dates.middle(day) if day.year == now.year else dates.full(day)))
            if now - last > dt.timedelta(days=LONG_DAYS):
                set_ink(self.said, "warn")
                parts.append(tr("That is a while ago. Connect it when you can."))
        self.said.setText("\n".join([parts[0], " ".join(parts[1:])]))

    def _ask(self) -> None:
        given = QFileDialog.getExistingDirectory(self, tr("Choose a second place"), self._place or str(Path.home()))
        if given:
            self.use(given)
