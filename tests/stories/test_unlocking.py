"""A participant comes back to their journal: the real app, on a real (virtual) screen, by keyboard alone."""

import datetime as dt
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal.errors import AlreadyOpen
from journal.paths import LOCK_FILE
from journal.storage import database, journeys
from journal.storage.lock import FolderLock
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.stories.conftest import XScreen

pytestmark = pytest.mark.screen


def is_open(folder: Path) -> bool:
    """Whether somebody has unlocked the journal: then its folder is held."""
    try:
        FolderLock(folder / LOCK_FILE).release()
    except AlreadyOpen:
        return True
    return False


def wait_until(found, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def test_a_participant_opens_the_journal_with_the_keyboard_and_locks_it_again(x_screen: XScreen, tmp_path: Path):
    # given a journal that was begun earlier, and the app that has just been started
    folder = tmp_path / "journal"
    with database.create(folder, PASSPHRASE, ROOT, cost=CHEAP) as journal:
        journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 20))
    app = subprocess.Popen([sys.executable, "-m", "ui", "--journal", str(folder)], env=x_screen.environment)
    try:
        window = x_screen.tool("search", "--sync", "--onlyvisible", "--name", "^Reisgezel$").splitlines()[-1]
        x_screen.tool("windowfocus", "--sync", window)

        # when the passphrase is typed
        x_screen.tool("type", "--delay", "20", PASSPHRASE)
        assert not is_open(folder)
        x_screen.tool("key", "Return")

        # then the journal is open, in a window that tells nothing in its title
        wait_until(lambda: is_open(folder))
        assert x_screen.tool("getwindowname", window) == "Reisgezel"

        # and when Ctrl L is pressed it is locked
        def lock() -> bool:
            x_screen.tool("key", "--clearmodifiers", "ctrl+l")
            return not is_open(folder)

        wait_until(lock)
    finally:
        app.send_signal(signal.SIGTERM)
        assert app.wait(timeout=30) == 0
