"""Reminders without a network: one line on opening, and the system tray for who asked for it."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from journal import paths, reminder_file
from journal.domain import progress
from journal.domain.changes import Change
from journal.domain.reminders import Kind, reminder, sessions
from journal.errors import CannotWrite, JournalError
from journal.reminder_file import Day
from journal.settings import Settings
from journal.text import say
from ui import notices
from ui.application import is_quitting
from ui.reminder_words import line
from ui.tray import Tray

if TYPE_CHECKING:
    from journal.storage.home import Home
    from ui.main_window import MainWindow
    from ui.store import Store

_OF_INTEREST = Change.JOURNEY | Change.MEETINGS | Change.PREPARATION | Change.SHARES


class Reminding(QObject):
    """Belongs to the window. ``take`` the settings; ``keeps`` is asked when the window is closed."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._said_on: dt.date | None = None
        self._store: Store | None = None
        self._file = (window.settings_file or paths.settings_file()).with_name(reminder_file.NAME)
        self.tray: Tray | None = None
        window.unlocked.connect(self._opened)
        window.installEventFilter(self)
        self.take(window.settings)

    def keeps(self) -> bool:
        """Whether closing the window ends nothing: the app stays in the tray, locked (or open when saving fails)."""
        if self.tray is None or is_quitting():
            return False
        window = self._window
        if window.shell is None:
            window.doorway.shut()
            window.begin()
        elif not window.lock():
            return True
        window.hide()
        return True

    def end(self) -> None:
        """The app ends: nothing stays."""
        if self.tray is not None:
            self.tray.leave()
            self.tray = None

    def take(self, settings: Settings) -> None:
        """Reminders on or off. Off takes the file with the days away at once."""
        wanted = settings.reminders and Tray.is_possible()
        if not wanted:
            self.end()
        elif self.tray is not None:
            self.tray.renew()
        else:
            self.tray = Tray(self._file, self._today, self)
            self.tray.open_requested.connect(self._window.come_forward)
            self.tray.quit_requested.connect(self._window.leave)
        QApplication.setQuitOnLastWindowClosed(not wanted)
        if wanted:
            self._write()
        else:
            reminder_file.remove(self._file)  # nobody speaks of those days: then they need not stand there

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While nobody sees the window, the tray may speak."""
        if event.type() == QEvent.Type.Hide and self.tray is not None:
            self.tray.look()
        return super().eventFilter(watched, event)

    def _opened(self) -> None:
        store = self._window.store
        if store is None:
            return
        if store is not self._store:
            self._store = store
            store.changed.connect(self._changed)
        self.take(self._window.settings)  # a tray may have come after this app
        if self._said_on != store.today():
            self._said_on = store.today()
            words = self._line(store)
            if words:
                self._window.furniture.notice.say(words)

    def _line(self, store: "Store") -> str:
        found = self._home(store)
        due = reminder(
            store.today(),
            meetings=found.meetings,
            intervisie_on=found.intervisie_on,
            experiments=found.experiments,
            postponed=found.postponed,
        )
        if due is None or due.key == self._on_the_card(store, found):
            return ""
        return line(due, _inside(_session(store, due.session_id)), store.today())

    def _on_the_card(self, store: "Store", found: "Home") -> str:
        """What "next step" on the first page says anyway."""
        step = progress.next_step(
            progress.Situation(
                store.today(),
                found.meetings,
                found.reflections,
                found.experiments,
                found.intervisie_on,
                found.postponed,
                store.guidance.looked_back_kinds(),
            )
        )
        return step.key or f"meeting.{step.meeting_id}"

    def _changed(self, what: Change, _by: object) -> None:
        if what & _OF_INTEREST:
            self._write()

    def _write(self) -> None:
        store = self._window.store
        if store is None or self.tray is None:
            return
        try:
            found = self._home(store)
            own = {each.session_id for each in found.meetings if each.own_name or each.added}
            days = [
                Day(Kind.SESSION, each.day, "" if each.session_id in own else _inside(_session(store, each.session_id)))
                for each in sessions(found.meetings)
                if each.day > store.today()
            ]
            if found.intervisie_on is not None and found.intervisie_on >= store.today():
                days.append(Day(Kind.INTERVISIE, found.intervisie_on))
            reminder_file.write(self._file, days, reminder_file.read(self._file).told)
        except CannotWrite as error:
            self._window.furniture.notice.say(notices.sentence(error))
        except JournalError:
            return  # the journal is being closed; the days that stand there stay

    def _home(self, store: "Store") -> "Home":
        from journal.storage.home import home  # heavy; loaded by now, since a journal is open

        return store.read(home, store.journey_id, store.today(), forms=store.guidance.reflection_ids())

    def _today(self) -> dt.date:
        return self._window.now().astimezone().date()


def _session(store: "Store", session_id: str) -> str:
    try:
        return say(store.guidance.session(session_id).name) if session_id else ""
    except KeyError:
        return ""


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
