"""What stands around the journal: a folder that is synced, and copies that such a program has made. Told quietly."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journal import conflict_copies
from journal.synced_folders import Synced, kind_of
from journal.text import tr
from ui import jobs
from ui.surrounding_words import copies_sentence, synced_sentence

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Surroundings(QObject):
    """Looks, in a job, after a journal was opened. A synced folder is told once, copies each time they are there."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def look(self) -> None:
        """A journal was opened."""
        folder = self._window.folder
        jobs.run(self, lambda: (kind_of(folder), len(conflict_copies.beside(folder))), lambda found: self._tell(*found))

    def _tell(self, synced: Synced | None, copies: int) -> None:
        window = self._window
        if window.store is None:
            return
        if copies:
            window.furniture.notice.say(copies_sentence(copies))
        elif synced is not None and window.settings.synced_told != str(window.folder):
            window.take_settings(replace(window.settings, synced_told=str(window.folder)))
            window.furniture.notice.say(synced_sentence(synced) + " " + tr("See Settings, Your journal."))
