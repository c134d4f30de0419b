"""What the window has besides its pages. Put in after the first picture: none of it shows before."""

from typing import TYPE_CHECKING

from journal.settings import Settings
from ui.help import HelpPanel
from ui.idle import IdleLock
from ui.input_watch import InputWatch
from ui.reminding import Reminding
from ui.shortcuts import add_shortcuts
from ui.widgets.focus_ring import FocusRing
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Furniture:
    """The focus ring, the idle lock, short notices, help, reminders, and the keys that work everywhere."""

    def __init__(self, window: "MainWindow") -> None:
        self.watch = InputWatch(window)
        self.ring = FocusRing(self.watch, window)
        self.idle = IdleLock(window.settings.idle_minutes, parent=window)
        self.watch.touched.connect(self.idle.touch)
        self.idle.idle.connect(window.lock)
        self.notice = Notice(window)
        self.help = HelpPanel(window)
        self.reminding = Reminding(window)
        add_shortcuts(window)

    def take(self, settings: Settings) -> None:
        """What of other settings is to be heeded here."""
        self.idle.minutes = settings.idle_minutes
        self.reminding.take(settings)
