"""Story: "I forgot my passphrase", in the real process, on a real (virtual) screen, by keyboard alone."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from journal.errors import WrongPassphrase
from journal.storage import database, keys
from tests.conftest import PASSPHRASE, ROOT
from tests.stories.conftest import XScreen
from tests.stories.test_unlocking import is_open, wait_until

pytestmark = pytest.mark.screen

NEW = "zeven blauwe fietsen in de regen"


def test_misses_then_the_code_then_a_new_passphrase(x_screen: XScreen, locked_journal: Path, program: list[str]):
    # given the lock of the app that has just been started
    app = subprocess.Popen([*program, "--journal", str(locked_journal)], env=x_screen.environment)
    try:
        window = x_screen.tool("search", "--sync", "--onlyvisible", "--name", "^Reisgezel$").splitlines()[-1]
        x_screen.tool("windowfocus", "--sync", window)

        # when a wrong passphrase is typed, and then the button for the recovery code is reached with Tab
        x_screen.tool("type", "--delay", "20", "dit was hem vast niet meer")
        x_screen.tool("key", "Return")
        time.sleep(4)
        x_screen.tool("key", "Tab", "Tab", "Tab")  # past the eye and Openen
        x_screen.tool("key", "space")
        time.sleep(2)
        x_screen.tool("type", "--delay", "20", keys.recovery_code(ROOT).lower())
        x_screen.tool("key", "Return")
        wait_until(lambda: is_open(locked_journal), 60)
        time.sleep(2)

        # and a new passphrase is typed twice
        x_screen.tool("type", "--delay", "20", NEW)
        x_screen.tool("key", "Return")
        x_screen.tool("type", "--delay", "20", NEW)
        x_screen.tool("key", "Return")
        time.sleep(4)
    finally:
        app.send_signal(signal.SIGTERM)
        assert app.wait(timeout=30) == 0

    # then the new one opens it from now on
    with pytest.raises(WrongPassphrase):
        database.unlock(locked_journal, PASSPHRASE)
    database.unlock(locked_journal, NEW).close()
