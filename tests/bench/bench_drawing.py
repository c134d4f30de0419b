"""How fast a stroke follows the hand, and what photos cost in memory.

Run: ``QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_drawing``. Aims: a move under 1 ms (p99), also on a full
sheet; memory that does not grow with the number of photos in the journal.
"""

import datetime as dt
import math
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from journal import guidance_files
from journal.domain import drawing
from journal.domain.drawing import Drawing, Pen, Stroke
from journal.domain.records import AttachmentKind
from journal.storage import attachments, database, entries, journeys, keys
from ui import theme
from ui.photos import take_in
from ui.store import Store
from ui.widgets.attachment_strip import AttachmentStrip
from ui.widgets.sketch_pad import SketchPad

STROKES, MOVES, PHOTOS, AN_ENTRY = 200, 3000, 300, 3
CHEAP = keys.Cost(rounds=1, memory_kib=32, lanes=1)


def main() -> None:
    """Print the figures, one a line."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, scheme="light")
    for many in (0, STROKES):
        moves = _moves(app, many)
        name = f"a move of the pen, {many} strokes on the sheet"
        print(f"{name:48} p50 {_at(moves, 50):5.2f}   p99 {_at(moves, 99):5.2f} ms   (aim 1)")
    _sheets()
    _photos(app)


def _moves(app: QApplication, many: int) -> list[float]:
    pad = SketchPad()
    pad.resize(drawing.WIDTH, drawing.HEIGHT)
    pad.show_drawing(a_drawing(many))
    pad.show()
    app.processEvents()
    times = []
    _send(pad, QEvent.Type.MouseButtonPress, 500, 300)
    for step in range(MOVES):
        x, y = 552 + 400 * math.cos(step / 40), 308 + 250 * math.sin(step / 31)
        began = time.perf_counter()
        _send(pad, QEvent.Type.MouseMove, x, y)
        app.processEvents()  # the paint event too
        times.append(1000 * (time.perf_counter() - began))
    _send(pad, QEvent.Type.MouseButtonRelease, 500, 300)
    pad.close()
    return times


def _send(pad: SketchPad, kind: QEvent.Type, x: float, y: float) -> None:
    button = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    place = QPointF(x, y)
    QApplication.sendEvent(pad, QMouseEvent(kind, place, place, button, held, Qt.KeyboardModifier.NoModifier))


def a_drawing(many: int) -> Drawing:
    """Loops all over the sheet, of sixty points each."""
    chance = random.Random(7)
    strokes = []
    for number in range(many):
        x, y = chance.uniform(100, 1000), chance.uniform(100, 500)
        points = tuple((x + 60 * math.cos(step / 9), y + 60 * math.sin(step / 9)) for step in range(60))
        strokes.append(Stroke(list(Pen)[number % 3], 4, points))
    return Drawing(tuple(strokes))


def _sheets() -> None:
    drawn = a_drawing(STROKES)
    began = time.perf_counter()
    data = drawing.write(drawn)
    wrote = time.perf_counter()
    drawing.read(data)
    read = time.perf_counter()
    print(
        f"a sheet of {STROKES} strokes: {len(data) / 1000:.0f} kB, "
        f"write {1000 * (wrote - began):.0f} ms, read {1000 * (read - wrote):.0f} ms"
    )


def _photos(app: QApplication) -> None:
    picture = QImage(2000, 1500, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    noise = random.Random(7).randbytes(picture.sizeInBytes())
    photo = take_in(QImage(noise, 2000, 1500, QImage.Format.Format_RGB32))
    with tempfile.TemporaryDirectory() as place:
        journal = database.create(Path(place) / "journal", "een zin", keys.new_root(), cost=CHEAP)
        journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 1))
        ids = []
        for number in range(PHOTOS):
            if number % AN_ENTRY == 0:
                ids.append(journal.do(entries.start, journey_id, "note", on=dt.date(2026, 9, 1)))
            size = {"width": photo.width, "height": photo.height, "thumbnail": photo.thumbnail}
            journal.do(attachments.add, ids[-1], AttachmentKind.PHOTO, photo.data, **size)
        programme = next(each for each in guidance_files.shipped() if each.id == "htc")
        guidance = guidance_files.guidance_for(programme)
        store = Store(journal, guidance, journey_id, now=database.utc_now)
        _visit(app, store, ids[:5])
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        _visit(app, store, ids)
        spent = 1000 * (time.perf_counter() - began) / len(ids)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
        began = time.perf_counter()
        journal.read(attachments.of_journey, journey_id)
        listed = 1000 * (time.perf_counter() - began)
        journal.close()
    print(f"{PHOTOS} photos of {len(photo.data) / 1000:.0f} kB, thumbnails {len(photo.thumbnail) / 1000:.0f} kB")
    print(f"an entry with {AN_ENTRY} photos shows in {spent:.0f} ms")
    print(f"seeing all {len(ids)} entries grew memory by {grown:.0f} MB")
    print(f"a list of all photos without what they show: {listed:.1f} ms")


def _visit(app: QApplication, store: Store, ids: list[int]) -> None:
    for entry_id in ids:
        strip = AttachmentStrip(store, entry_id, "Bij")
        strip.show()
        app.processEvents()
        strip.close()
        strip.deleteLater()
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _at(times: list[float], percent: int) -> float:
    return sorted(times)[len(times) * percent // 100 - 1]


if __name__ == "__main__":
    main()
