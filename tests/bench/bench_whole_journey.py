"""A journal that was used for years: three editions, 400 reflections, 300 photos, 3,650 free notes.

Run: ``QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_whole_journey``. Printed per page: the first and a later
visit, in milliseconds of wall time; a search for a common and a rare word; and what memory grew by.
"""

import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from sqlmodel import Session

from journal.domain.changes import Change, changes
from journal.domain.records import AttachmentKind
from journal.settings import Settings
from journal.storage import answers, attachments, database, entries, journeys, search
from journal.storage.search import Narrowed
from tests.bench.bench_storage import CHEAP, ROOT, TODAY, fill, times
from ui import theme
from ui.main_window import MainWindow
from ui.photos import take_in

EDITIONS, REFLECTIONS, PHOTOS, NOTES = 3, 400, 300, 3_650
PASSPHRASE = "een zin die alleen ik ken"
SEARCHES = 40


@changes(Change.ENTRIES | Change.ANSWERS)
def write_notes(session: Session, journey_id: int) -> None:
    """Free notes, ten a day."""
    chance = random.Random(3)  # the same texts every time
    for number in range(NOTES):
        entry_id = entries.start(session, journey_id, "note", on=TODAY - dt.timedelta(days=number // 10))
        words = " ".join("".join(chance.choices("aeidlnorst", k=chance.randint(3, 9))) for _ in range(60))
        answers.write(session, entry_id, "note.text", f"wij {words}")


def make(folder: Path) -> int:
    """The journal; gives the journey that is under way."""
    noise = random.Random(7).randbytes(2000 * 1500 * 4)
    photo = take_in(QImage(noise, 2000, 1500, QImage.Format.Format_RGB32))
    with database.create(folder, PASSPHRASE, ROOT, cost=CHEAP) as journal:
        journey_id = 0
        for _ in range(EDITIONS):
            journey_id = journal.do(journeys.begin, "htc", began_on=TODAY)
        journal.do(fill, journey_id, REFLECTIONS)
        journal.do(write_notes, journey_id)
        lines = journal.read(entries.listed, journey_id, ["reflection"], limit=PHOTOS)
        for line in lines:
            size = {"width": photo.width, "height": photo.height, "thumbnail": photo.thumbnail}
            journal.do(attachments.add, line.id, AttachmentKind.PHOTO, photo.data, **size)
    return journey_id


def took(act: Callable[[], object]) -> float:
    """Milliseconds until it is done and painted."""
    began = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def visit(folder: Path, place: Path) -> None:
    """Every page of the window, twice."""
    window = MainWindow(Settings(theme="light"), folder=folder, settings_file=place / "settings.toml")
    window.begin()
    window.show()
    form = window.centralWidget().currentWidget().unlock_form  # type: ignore[attr-defined]
    form.field.setText(PASSPHRASE)
    began = time.perf_counter()
    form.open.click()
    while window.store is None:
        QApplication.processEvents()
    print(f"from the key to home {(time.perf_counter() - began) * 1000:6.0f} ms (derived with a cheap key)")
    for name in ("reflections", "question", "webinars", "intervisie", "lookback", "journey"):
        first, later = (took(lambda name=name: window.show_page(name)) for _ in range(2))
        print(f"{name:20} {first:6.0f} ms first   {later:6.0f} ms later")
    window.lock(anyway=True)


def main() -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "journal"
        journey_id = make(folder)
        print(f"the journal is {(folder / 'journal.db').stat().st_size / 1e6:.0f} MB")
        with database.unlock(folder, PASSPHRASE) as journal:
            for word in ("wij", "zeldzaam"):

                def look(_number: int, word: str = word) -> object:
                    return journal.read(search.look, journey_id, word, Narrowed(), limit=100)

                found = times(look, SEARCHES)
                middle, high = found[SEARCHES // 2], found[int(SEARCHES * 0.95) - 1]
                print(f"search {word:13} {middle:6.1f} ms p50   {high:6.1f} ms p95")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        visit(folder, Path(name))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"memory grew by {(after - before) / 1024:.0f} MB over all pages")


if __name__ == "__main__":
    main()
