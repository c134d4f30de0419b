"""Typing in figures, on the real page with a real journal: ``python -m tests.bench.bench_typing``.

Key to pixel: from the key press until the page has painted what changed. Last key to disk: until the commit.
"""

import datetime as dt
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal import guidance_files, text
from journal.domain.records import Depth
from journal.storage import answers, database, entries, journeys, keys
from ui import theme
from ui.pages.reflection import ReflectionPage
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit

CHEAP = keys.Cost(rounds=1, memory_kib=32, lanes=1)
KEYS = 200
SENTENCE = "Onderweg vertelde hij dat hij elk kwartaal moet uitleggen waarom preventie nog niets oplevert. "
TEXTS = {
    "empty": "",
    "2 kB in paragraphs": (SENTENCE * 4 + "\n") * 5,
    "100 kB in paragraphs": (SENTENCE * 4 + "\n") * 260,
    "100 kB in one line": SENTENCE * 1_040,
    "1 MB in paragraphs": (SENTENCE * 4 + "\n") * 2_600,
    "1 MB in one line": SENTENCE * 10_400,
}


def keys_typed(app: QApplication, field: AnswerEdit) -> list[float]:
    """Milliseconds from key to painted page, sorted; the saves in between are counted in."""
    found = []
    for number in range(KEYS):
        start = time.perf_counter()
        QTest.keyClick(field, "abcdefgh "[number % 9])
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        found.append((time.perf_counter() - start) * 1000)
    return sorted(found)


def last_key_to_disk(app: QApplication, field: AnswerEdit) -> float:
    """Seconds from a last key until it is committed."""
    QTest.keyClick(field, "z")
    start = time.perf_counter()
    while field.is_dirty():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return time.perf_counter() - start


def measure(app: QApplication, store: Store, name: str, body: str, place: str) -> None:
    """One line of figures. ``place``: where the caret stands, ``middle`` or ``end``."""
    entry = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth=Depth.FREE)
    store.do(answers.write, None, entry, "free.text", body)
    start = time.perf_counter()
    page = ReflectionPage(store, entry)
    page.resize(1280, 800)
    page.show()
    page.show_step("free")
    app.processEvents()
    opened = (time.perf_counter() - start) * 1000
    field = page.findChild(AnswerEdit, "reflection.text.free.text")
    assert field is not None
    for _ in range(200):  # the rest of a long text is laid out in the background
        app.processEvents()
    cursor = field.textCursor()
    if place == "middle":
        cursor.setPosition(field.document().characterCount() // 2)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.End)
    field.setTextCursor(cursor)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    app.processEvents()
    found = keys_typed(app, field)
    disk = last_key_to_disk(app, field)
    p99 = found[int(KEYS * 0.99) - 1]
    figures = f"p50 {statistics.median(found):5.1f}  p99 {p99:5.1f}  worst {found[-1]:5.1f} ms"
    print(f"{name:22} {place:6}  open {opened:7.0f} ms  key to pixel {figures}  last key to disk {disk:5.2f} s")
    page.close()
    page.deleteLater()


def main() -> None:
    """Print all figures."""
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, scheme="light")
    text.use("nl")
    with tempfile.TemporaryDirectory() as folder:
        journal = database.create(Path(folder) / "journal", "bench", bytes(20), cost=CHEAP)
        journey = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 19))
        guidance = guidance_files.for_journey("htc", None)
        store = Store(journal, guidance, journey, now=database.utc_now)
        for name, body in TEXTS.items():
            for place in ("middle", "end"):
                measure(app, store, name, body, place)
        journal.close()


if __name__ == "__main__":
    main()
