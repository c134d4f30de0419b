"""No network, seen from outside: the system's own record of a whole session, in a place without any network."""

import datetime as dt
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from journal.storage import database, journeys
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.stories.conftest import XScreen
from tests.stories.test_unlocking import is_open, wait_until

pytestmark = pytest.mark.screen

KEYS = ["ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "F1", "ctrl+f", "ctrl+1", "ctrl+s"]


def nowhere() -> list[str]:
    """A command that runs another without any network device; empty where the system does not allow it."""
    command = ["unshare", "-rn"]
    if shutil.which("unshare") is None:
        return []
    tried = subprocess.run([*command, "true"], check=False, capture_output=True)
    return command if tried.returncode == 0 else []


def unlock(x_screen: XScreen, folder: Path) -> None:
    """Being watched, the app is slow: what was typed too early is typed again."""
    for _ in range(6):
        x_screen.tool("key", "--clearmodifiers", "ctrl+a")
        x_screen.tool("type", "--delay", "20", PASSPHRASE)
        x_screen.tool("key", "Return")
        with suppress(AssertionError):
            wait_until(lambda: is_open(folder), 15)
            return
    pytest.fail("the journal did not open")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is a tool of Linux")
def test_a_whole_session_opens_no_internet_socket(x_screen: XScreen, program: list[str], tmp_path: Path):
    if shutil.which("strace") is None:
        pytest.fail("strace is missing; install it with: apt install strace")
    folder, record = tmp_path / "journal", tmp_path / "sockets.txt"
    with database.create(folder, PASSPHRASE, ROOT, cost=CHEAP) as journal:
        journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 20))
    watched = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect,bind", "-o", str(record)]
    command = [*nowhere(), *watched, *program, "--journal", str(folder)]
    running = subprocess.Popen(command, env=x_screen.environment)
    try:
        window = x_screen.tool("search", "--sync", "--onlyvisible", "--name", "^Reisgezel$").splitlines()[-1]
        x_screen.tool("windowfocus", "--sync", window)
        unlock(x_screen, folder)
        for keys in KEYS:
            x_screen.tool("key", "--clearmodifiers", keys)

        def lock() -> bool:
            x_screen.tool("key", "--clearmodifiers", "ctrl+l")
            return not is_open(folder)

        wait_until(lock, 60)
        os.kill(int(x_screen.tool("getwindowpid", window)), signal.SIGTERM)
        running.wait(60)
    finally:
        running.kill()
    found = Counter(re.findall(r"socket\((AF_\w+)", record.read_text(errors="replace")))
    print("sockets of a whole session:", dict(found), "without a network device" if nowhere() else "")
    assert found, "nothing was recorded"
    assert set(found) <= {"AF_UNIX"}
