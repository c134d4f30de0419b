"""The sharing screen over a journal of years: how long the window stands still at each thing that one does.

Run: ``python -m tests.bench.bench_sharing``. Aim: 100 ms for opening a group; for a tick 150 ms.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QPushButton, QTabBar

from journal import guidance_files, text
from journal.storage import answers, database, entries, journeys, preparations
from journal.storage.database import utc_now
from tests.bench.bench_storage import CHEAP, ROOT, TODAY, fill
from ui import theme
from ui.pages.intervisie import IntervisiePage
from ui.store import Store

REFLECTIONS, NOTES = 300, 200


def longest(act: Callable[[], object], settle: int = 40) -> float:
    """The longest time in milliseconds in which nothing else could happen, while this was done and painted.

    Counted in the time of the processor for this thread: other programs that are busy do not count.
    """
    began = time.thread_time()
    act()
    worst = time.thread_time() - began
    for _ in range(settle):
        began = time.thread_time()
        QApplication.processEvents()
        worst = max(worst, time.thread_time() - began)
        QTest.qWait(1)
    return worst * 1000


def make(folder: Path) -> tuple[database.OpenJournal, int]:
    """A journal with years of reflections and notes, and a preparation."""
    chance = random.Random(3)  # the same texts every time
    journal = database.create(folder, "een zin die alleen ik ken", ROOT, cost=CHEAP)
    journey_id = journal.do(journeys.begin, "htc", began_on=TODAY)
    journal.do(fill, journey_id, REFLECTIONS)
    for _ in range(NOTES):
        entry_id = journal.do(entries.start, journey_id, "note", on=TODAY)
        said = [" ".join("".join(chance.choices("aeidlnorst", k=6)) for _ in range(9)).capitalize() for _ in range(5)]
        journal.do(answers.write, entry_id, "note.text", ". ".join(said) + ".")
    journal.do(preparations.prepare, journey_id, on=TODAY, method_id="gossip")
    return journal, journey_id


def _first_reflection(page: IntervisiePage) -> str:
    boxes = [box.objectName().removeprefix("intervisie.tick.") for box in page.findChildren(QCheckBox)]
    return next(name for name in boxes if name.startswith("reflection."))


def main() -> None:
    """Print the figures, one a line."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    text.use("nl")
    theme.load_fonts()
    theme.apply(app, scheme="light", factor=1.0)
    programme = next(each for each in guidance_files.shipped() if each.id == "htc")
    with tempfile.TemporaryDirectory() as name:
        journal, journey_id = make(Path(name) / "journal")
        store = Store(journal, guidance_files.guidance_for(programme), journey_id, now=utc_now)
        window = QMainWindow()
        made: list[IntervisiePage] = []

        def show() -> None:
            made.append(IntervisiePage(store))
            window.setCentralWidget(made[0])
            window.resize(1032, 800)
            window.show()

        print(f"the page                    {longest(show):6.0f} ms")
        page = made[0]
        for each in ("notes", _first_reflection(page)):
            opener = page.findChild(QPushButton, f"intervisie.open.{each}")
            if opener is not None:
                print(f"opening {each:20}{longest(opener.click):6.0f} ms   again {longest(opener.click):6.0f} ms")
        box = page.findChild(QCheckBox, "intervisie.tick.notes")
        assert box is not None
        print(f"ticking all notes           {longest(box.click):6.0f} ms")
        print(f"unticking them              {longest(box.click):6.0f} ms")
        readers = page.findChild(QTabBar, "intervisie.reader")
        assert readers is not None
        print(f"for the coach               {longest(lambda: readers.setCurrentIndex(1)):6.0f} ms")
        page.settle()
        QTest.qWait(500)
        journal.close()


if __name__ == "__main__":
    main()
