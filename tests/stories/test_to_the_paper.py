"""From the lock to the paper, by keyboard alone: the app as it is here and, when it was built, the bundle."""

import signal
import subprocess
import time
from pathlib import Path

import pytest
from pypdf import PdfReader

from journal import sample
from tests.stories.conftest import XScreen
from tests.stories.test_unlocking import is_open, wait_until
from ui.navigation import ROWS

pytestmark = pytest.mark.screen

INTERVISIE = 1 + [row.name for row in ROWS].index("intervisie")


def windows(x_screen: XScreen) -> list[str]:
    """All visible windows of the app."""
    done = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "."],
        env=x_screen.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.split()


def test_the_paper_is_saved_from_the_window(x_screen: XScreen, tmp_path: Path, program: list[str]):
    # given the sample journal, and the app that has just been started
    folder, paper = tmp_path / "journal", tmp_path / "paper.pdf"
    sample.write_sample(folder)
    app = subprocess.Popen([*program, "--journal", str(folder)], env=x_screen.environment, cwd=tmp_path)
    try:
        window = x_screen.tool("search", "--sync", "--onlyvisible", "--name", "^Reisgezel$").splitlines()[-1]
        x_screen.tool("windowfocus", "--sync", window)

        # when the passphrase is typed and Ctrl E is pressed on the page Intervisie
        x_screen.tool("type", "--delay", "20", sample.PASSPHRASE)
        x_screen.tool("key", "Return")
        wait_until(lambda: is_open(folder), 60)
        before = set(windows(x_screen))

        def asks_where() -> bool:
            x_screen.tool("key", "--clearmodifiers", f"ctrl+{INTERVISIE}")
            x_screen.tool("key", "--clearmodifiers", "ctrl+e")
            time.sleep(1)
            return bool(set(windows(x_screen)) - before)

        wait_until(asks_where, 60)
        dialog = (set(windows(x_screen)) - before).pop()
        x_screen.tool("windowfocus", "--sync", dialog)
        x_screen.tool("key", "--clearmodifiers", "ctrl+a")
        x_screen.tool("type", "--delay", "20", str(paper))
        x_screen.tool("key", "Return")

        # then the paper is there: tagged, with its title, and without the names of others
        wait_until(paper.exists, 30)
        read = PdfReader(paper)
        text = "".join(page.extract_text() for page in read.pages)
        assert read.metadata is not None
        assert "Marjan de Wit" in str(read.metadata.title)
        assert "/MarkInfo" in read.trailer["/Root"]
        assert "Hoe maak ik ruimte" in text
        assert "Henk" not in text
    finally:
        app.send_signal(signal.SIGTERM)
        assert app.wait(timeout=30) == 0
