"""The start in figures: ``python -m tests.bench.bench_start``. Offscreen; ratios tell more than times.

An empty PySide6 window and the lock are started in turn, each in a new process. Then: from the key to the first page,
and how long the window was ever frozen meanwhile; with a small and a large journal.
"""

import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from journal.settings import Settings
from journal.storage import database, journeys
from tests.bench.bench_storage import CHEAP, ROOT, fill

HERE = Path(__file__).parents[2]
RUNS = 9
PASSPHRASE = "een zin die alleen ik ken"
SIZES = (365, 36_500)
HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic")

EMPTY = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

LOCK = """
import os, sys, time
from ui import main_window
def looked(self):
    print(time.time(), *[name for name in {heavy!r} if name in sys.modules], flush=True)
    os._exit(0)
main_window.MainWindow._painted = looked
from ui.__main__ import main
main()
"""

HOME = """
import os, sys, time
from PySide6.QtCore import QTimer
from ui import main_window
gaps, at = {{"before": 0.0, "after": 0.0}}, {{"tick": 0.0, "key": 0.0}}
def tick():
    now = time.perf_counter()
    phase = "after" if at["key"] else "before"
    gaps[phase] = max(gaps[phase], now - at["tick"])
    at["tick"] = now
class Window(main_window.MainWindow):
    def _painted(self):
        super()._painted()
        self.beat = QTimer(self, interval=1)
        self.beat.timeout.connect(tick)
        at["tick"] = time.perf_counter()
        self.beat.start()
        QTimer.singleShot({typing}, self.enter)
    def enter(self):
        self.unlocked.connect(lambda: QTimer.singleShot(0, self.shown))
        form = self.centralWidget().currentWidget().unlock_form
        form.field.setText({passphrase!r})
        form.open.click()
    def _opened(self, journal):
        tick()
        at["key"] = time.perf_counter()
        super()._opened(journal)
    def shown(self):
        home = time.perf_counter() - at["key"]
        QTimer.singleShot(500, lambda: (print(home, gaps["before"], gaps["after"], flush=True), os._exit(0)))
main_window.MainWindow = Window
from ui.__main__ import main
main()
"""


def run(script: str, home: Path) -> list[str]:
    """What the script prints, with settings and caches of its own."""
    own = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    # As installed: compiled once, not at every start.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**inherited, **own, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE)},
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout.split()


def seconds_to_picture(script: str, home: Path) -> tuple[float, list[str]]:
    """From the start of the process to its first paint, and what else it said."""
    start = time.time()
    moment, *rest = run(script, home)
    return float(moment) - start, rest


def journal_of(folder: Path, count: int) -> Path:
    """A journal with this many answers."""
    with database.create(folder, PASSPHRASE, ROOT, cost=CHEAP) as journal:
        journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 20))
        journal.do(fill, journey_id, count)
    return folder


def home_of(place: Path, count: int) -> Path:
    """A user's own folders, with settings that know a journal of this size."""
    home = place / f"home-{count}"
    journal = str(journal_of(place / str(count), count))
    Settings(journal=journal).write(home / "CONFIG" / "Reisgezel" / "settings.toml")
    return home


def measure_first_picture(homes: dict[int, Path]) -> None:
    """The empty window and the lock, in turn."""
    lock = LOCK.format(heavy=HEAVY)
    found: dict[object, list[float]] = {"empty": [], **{count: [] for count in homes}}
    heavy: set[str] = set()
    for number in range(RUNS + 1):
        empty = seconds_to_picture(EMPTY, homes[SIZES[0]])[0]
        locks = {count: seconds_to_picture(lock, home) for count, home in homes.items()}
        if not number:
            continue  # the first round fills caches
        found["empty"].append(empty)
        for count, (seconds, imported) in locks.items():
            found[count].append(seconds)
            heavy |= set(imported)
    middle = {name: statistics.median(times) for name, times in found.items()}
    print(f"empty window {middle['empty'] * 1000:22.0f} ms")
    for count in homes:
        times = middle[count] / middle["empty"]
        print(f"lock, {count:6} answers {middle[count] * 1000:14.0f} ms   {times:.2f} times the empty window")
    print(f"large against small {middle[SIZES[1]] / middle[SIZES[0]]:15.2f} times")
    print(f"imported too early   {', '.join(sorted(heavy)) or 'nothing'}")


def measure_home(homes: dict[int, Path]) -> None:
    """From the key to the first page, and the longest freeze before and after the key."""
    for count, home in homes.items():
        for typing, said in ((3000, "after 3 s of typing"), (0, "key given at once")):
            script = HOME.format(passphrase=PASSPHRASE, typing=typing)
            results = [[float(value) * 1000 for value in run(script, home)] for _ in range(3)]
            shown, before, after = (statistics.median(column) for column in zip(*results, strict=True))
            print(
                f"home, {count:6} answers, {said:20} {shown:5.0f} ms from the key   longest freeze {before:4.0f} ms "
                f"before the key, {after:4.0f} ms after"
            )


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        homes = {count: home_of(Path(place), count) for count in SIZES}
        measure_first_picture(homes)
        measure_home(homes)


if __name__ == "__main__":
    main()
