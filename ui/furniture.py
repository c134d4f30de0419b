"""What the window has besides its pages. Put in after the first picture: none of it shows before."""

import datetime as dt
import sys
from typing import TYPE_CHECKING

from journal import dates
from journal.settings import Settings
from journal.text import tr
from ui import jobs, screen_shield
from ui.backing_up import BackingUp
from ui.help import HelpPanel
from ui.idle import IdleLock
from ui.input_watch import InputWatch
from ui.own_clipboard import OwnClipboard
from ui.reminding import Reminding
from ui.screen_shield import ScreenShield
from ui.session_watch import watch
from ui.shared_copies import SharedCopies
from ui.shortcuts import add_shortcuts
from ui.surroundings import Surroundings
from ui.widgets.focus_ring import FocusRing
from ui.widgets.lock_warning import LockWarning
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.store import Store

_BAD_END_STAYS_MS = 15_000


class Furniture:
    """The focus ring, the idle lock, short notices, help, reminders, and the keys that work everywhere."""

    def __init__(self, window: "MainWindow") -> None:
        self.watch = InputWatch(window)
        self.ring = FocusRing(self.watch, window)
        self.idle = IdleLock(window.settings.idle_minutes, parent=window)
        self.watch.touched.connect(self.idle.touch)
        self.idle.idle.connect(window.lock)
        self.warning = LockWarning(window)
        self.idle.soon.connect(self.warning.warn)
        self.idle.stirred.connect(self.warning.hide)
        self.notice = Notice(window)
        self.session = watch(int(window.winId()), window)
        self.session.leaving.connect(window.lock)
        self.shield = ScreenShield(screen_shield.of_this_system(), on=window.settings.screen_shield, parent=window)
        self.clipboard = OwnClipboard(window)
        self.help = HelpPanel(window)
        self.reminding = Reminding(window)
        self.backing_up = BackingUp(window)
        self.shared_copies = SharedCopies(window)
        window.unlocked.connect(self.backing_up.start)
        self.surroundings = Surroundings(window)
        window.unlocked.connect(self.surroundings.look)
        add_shortcuts(window)

    def tell_of_bad_end(self, store: "Store") -> None:
        """Last time it was cut off: say up to when everything is there. Once for each opening."""
        from journal.storage import entries  # heavy; loaded by now

        journal = store.journal
        journal.ended_badly = False
        jobs.run(store, lambda: journal.read(entries.last_saved), self._tell_of_bad_end)

    def _tell_of_bad_end(self, last: dt.datetime | None) -> None:
        when = last.astimezone() if last else None
        said = (
            tr(
                "Last time Reisgezel stopped unexpectedly. Everything up to {day}, {time} is saved.",
                day=dates.middle(when.date()),
                time=dates.clock(when),
            )
            if when
            else tr("Last time Reisgezel stopped unexpectedly. Nothing was lost.")
        )
        self.notice.say(said, stays_ms=_BAD_END_STAYS_MS)

    def forget(self) -> None:
        """The journal closes: nothing of it stays on the clipboard or in a notice, and nobody sees along."""
        self.shield.present(False)
        self.clipboard.forget()
        self.notice.forget()
        if "journal.domain.model" in sys.modules:  # it remembers how the words of boxes break into lines
            sys.modules["journal.domain.model"].lines_of.cache_clear()

    def take(self, settings: Settings) -> None:
        """What of other settings is to be heeded here."""
        self.idle.minutes = settings.idle_minutes
        self.shield.take(on=settings.screen_shield)
        self.reminding.take(settings)
