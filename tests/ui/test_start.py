"""Starting: what is imported before the first picture, a second start, no display, an end from outside."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer

from journal.storage import database, entries
from tests.conftest import PASSPHRASE

ROOT = Path(__file__).parents[2]
HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", "sqlcipher3", "typst")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "nl_NL.UTF-8", "PYTHONPATH": str(ROOT), **more}


def test_nothing_heavy_is_imported_before_the_lock_is_painted(locked_journal: Path):
    script = f"""
import sys, os
from ui import main_window
def looked(self):
    print(sorted(name for name in {HEAVY!r} if name in sys.modules), flush=True)
    os._exit(0)
main_window.MainWindow._painted = looked
from ui.__main__ import main
main(["--journal", {str(locked_journal)!r}])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stdout.strip() == "[]", done.stderr


FIRST = """
import sys
from ui import main_window
class First(main_window.MainWindow):
    def _prepare(self):
        super()._prepare()
        print("ready", flush=True)
    def come_forward(self):
        super().come_forward()
        print("forward", flush=True)
        self.close()
main_window.MainWindow = First
from ui.__main__ import main
sys.exit(main(["--journal", {folder!r}]))
"""


def test_a_second_start_brings_the_first_window_forward_and_opens_nothing(locked_journal: Path):
    script = FIRST.format(folder=str(locked_journal))
    with subprocess.Popen(
        [sys.executable, "-c", script],
        env=environment(),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"
        second = subprocess.run(
            [sys.executable, "-m", "ui", "--journal", str(locked_journal)],
            env=environment(),
            cwd=ROOT,
            timeout=60,
            check=False,
        )
        said, trouble = first.communicate(timeout=30)

    assert second.returncode == 0
    assert said.splitlines()[0] == "forward"
    assert first.returncode == 0
    assert "QSocketNotifier" not in trouble


def test_another_journal_may_be_open_beside_it(make_window, locked_journal: Path, tmp_path: Path):
    one = make_window(locked_journal)
    other = make_window(tmp_path / "elsewhere")

    assert one._single.is_first
    assert other._single.is_first


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a display is a matter of variables on Linux only")
def test_without_a_display_one_line_says_so():
    bare = {name: value for name, value in environment().items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    del bare["QT_QPA_PLATFORM"]

    done = subprocess.run(
        [sys.executable, "-m", "ui"], env=bare, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Er is hier geen beeldscherm. Zonder scherm laat 'make demo' zien wat Reisgezel doet."
    ]


WRITER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from journal.storage import entries
from ui import main_window
import datetime as dt

class Writing(main_window.MainWindow):
    def show(self):
        super().show()
        self.unlocked.connect(self.write)
        form = self.centralWidget().currentWidget().unlock_form
        form.field.setText({passphrase!r})
        QTimer.singleShot(0, form.open.click)
    def write(self):
        entry = self.store.do(entries.start, None, self.store.journey_id, "note", on=dt.date(2026, 11, 20))
        self.open_entry(entry)
        field = self.shell.current().findChild(QTextEdit, "reflection.text.note.text")
        QTest.keyClicks(field, "midden in een zin")
        print(entry, flush=True)

main_window.MainWindow = Writing
from ui.__main__ import main
sys.exit(main(["--journal", {folder!r}]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")
def test_an_end_from_outside_saves_first(locked_journal: Path):
    script = WRITER.format(passphrase=PASSPHRASE, folder=str(locked_journal))
    with subprocess.Popen(
        [sys.executable, "-c", script], env=environment(), cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        entry_id = int(writer.stdout.readline())
        writer.send_signal(signal.SIGTERM)
        assert writer.wait(timeout=30) == 0

    with database.unlock(locked_journal, PASSPHRASE) as journal:
        assert journal.read(entries.whole, entry_id).answers["note.text"].text == "midden in een zin"


@pytest.mark.usefixtures("qapp")
def test_setters_leave_none_alone():
    """PySide6 6.12 on Python 3.11 drops a reference to None at every setter, and aborts after some thousands."""
    thing, timer = QObject(), QTimer()
    before = sys.getrefcount(None)
    for number in range(10_000):
        thing.setObjectName("a")
        timer.setInterval(number)

    assert abs(sys.getrefcount(None) - before) < 1_000
