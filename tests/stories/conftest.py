"""A screen of one's own for stories: a virtual X screen that the test itself starts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ui.conftest import alone, locked_journal, look, make_window, own_places  # noqa: F401

ROOT = Path(__file__).parents[2]
BUNDLE = os.environ.get("REISGEZEL_BUNDLE")
PROGRAMS = {"checkout": [sys.executable, "-m", "ui"]}
"""The app as it is here and, when it was built, the bundle."""
if BUNDLE:
    PROGRAMS["bundle"] = [str(Path(BUNDLE).absolute() / "reisgezel")]


@pytest.fixture(params=PROGRAMS.values(), ids=PROGRAMS)
def program(request: pytest.FixtureRequest) -> list[str]:
    """How to start the app."""
    started: list[str] = request.param
    return started


@dataclass(frozen=True)
class XScreen:
    """A running Xvfb. ``environment`` is what a program needs to show its window there."""

    environment: dict[str, str]

    def tool(self, *words: str) -> str:
        """Run xdotool on this screen; gives what it prints."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout.strip()

    def picture(self, file: Path) -> None:
        """What is on the screen now, as a PNG for people to look at."""
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment, check=True, timeout=60)


@pytest.fixture
def x_screen(tmp_path: Path) -> Iterator[XScreen]:
    """Starts Xvfb on a free display of 1280 x 800. Without Xvfb or xdotool the test fails and says what to install."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing; install it with: apt install {program.lower()}")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            display = said.readline().strip()
        assert display, "Xvfb did not start"
        own = {f"XDG_{name}_HOME": str(tmp_path / "home" / name) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
        environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            **own,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }
        try:
            yield XScreen(environment)
        finally:
            server.terminate()
