"""How long papers take: three pages in a new process (as from the command line) and warm (as in the preview), and the
whole journal of some 200 pages as the window makes it: with progress, ended half-way, and how long the window pauses.

Run: ``QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_paper``. Aims: under 1 s in a new process, 0.2 s warm; to
end a long one 0.3 s; no pause of the window over 0.3 s.
"""

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journal import guidance_files, text
from journal.domain.changes import Change, changes
from journal.domain.guidance import Guidance
from journal.domain.records import Answer, Entry
from journal.domain.sharing import PaperKind
from journal.export import compose, pdf
from journal.storage import database, journeys
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.export.papers import MADE_ON, MATTER, marjan
from tests.export.test_paper_kinds import everything
from ui import theme
from ui.pages.papers.long_work import LongWork
from ui.pages.papers.wanted import Wanted
from ui.store import Store

ROUNDS = 5
ENTRIES = 230


def once() -> None:
    """Guidance, document and paper."""
    _paper("", _guidance())


def main() -> None:
    """Print the figures, one a line."""
    new = [
        _timed(lambda: subprocess.run([sys.executable, "-m", "tests.bench.one_paper"], check=True))
        for _ in range(ROUNDS)
    ]
    empty = [_timed(lambda: subprocess.run([sys.executable, "-c", ""], check=True)) for _ in range(ROUNDS)]
    guidance = _guidance()
    once()
    warm = [_timed(lambda n=n: _paper(f" {n}", guidance)) for n in range(4 * ROUNDS)]
    answer = "Dit is een zin van gemiddelde lengte met gewone woorden. " * 17600
    long = _timed(lambda: _paper(answer, guidance))
    document = compose.document(everything(), guidance)
    where = _timed(lambda: pdf.placed(document, made_on=MADE_ON))
    print(f"summary PDF, new process   {statistics.median(new):6.2f} s   (aim 1; empty Python {min(empty):.2f} s)")
    print(f"summary PDF, warm          {statistics.median(warm):6.3f} s   (aim 0.2; slowest {max(warm):.3f} s)")
    print(f"where fragments stand      {where:6.3f} s")
    print(f"with an answer of 1 MB     {long:6.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        _whole_journal(Path(folder), guidance)


def _whole_journal(folder: Path, guidance: Guidance) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, scheme="light", factor=1.0)
    with database.create(folder / "journal", PASSPHRASE, ROOT, now=Clock(), cost=CHEAP) as journal:
        journey = journal.do(
            journeys.begin, "htc", own_name="Marjan de Wit", began_on=dt.date(2026, 9, 19), meetings=()
        )
        journal.do(_fill, journey)
        work = LongWork(Store(journal, guidance, journey, now=Clock()))
        began, pauses = time.perf_counter(), _Pauses()
        made: list[object] = []
        work.made.connect(made.append)
        work.begin(Wanted(PaperKind.JOURNAL))
        _until(app, lambda: bool(made))
        took = time.perf_counter() - began
        pages = made[0].pages  # type: ignore[attr-defined]
        pause = pauses.longest() * 1000
        print(f"whole journal, {pages} pages  {took:6.2f} s   longest pause of the window {pause:.0f} ms")
        ends = [_ended_after(app, work, seconds) for seconds in (0.2, 0.8, took * 0.6)]
        print(f"ended half-way, within     {max(ends):6.3f} s   (aim 0.3)")


def _ended_after(app: QApplication, work: LongWork, seconds: float) -> float:
    """How long it takes from the wish to stop until no process and no thread of it is left."""
    import threading

    before = threading.active_count()
    work.begin(Wanted(PaperKind.JOURNAL))
    begun = time.perf_counter()
    _until(app, lambda: time.perf_counter() - begun > seconds)
    wished = time.perf_counter()
    work.stop()
    _until(app, lambda: threading.active_count() <= before)
    return time.perf_counter() - wished


class _Pauses:
    """Notes how long the event loop stays away between two ticks."""

    def __init__(self) -> None:
        self._last, self._most = time.perf_counter(), 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(2)

    def longest(self) -> float:
        """In seconds."""
        self._timer.stop()
        return self._most

    def _tick(self) -> None:
        now = time.perf_counter()
        self._last, self._most = now, max(self._most, now - self._last)


def _until(app: QApplication, there: Callable[[], bool]) -> None:
    while not there():
        app.processEvents()
        time.sleep(0.001)


@changes(Change.ENTRIES)
def _fill(session: object, journey_id: int) -> None:
    now = Clock()()
    for number in range(ENTRIES):
        day = dt.date(2026, 9, 19) + dt.timedelta(days=number)
        entry = Entry(
            journey_id=journey_id, form_id="reflection", title=f"Moment {number}", written_on=day, created_at=now
        )
        session.add(entry)  # type: ignore[attr-defined]
        session.flush()  # type: ignore[attr-defined]
        for prompt in ("moment.story", "stage.trials.me", "stage.trials.us", "next.will"):
            words = f"{number} {MATTER} {MATTER}"
            session.add(Answer(entry_id=entry.id, prompt_id=prompt, text=words, updated_at=now))  # type: ignore[attr-defined]


def _guidance() -> Guidance:
    text.use("nl")
    return guidance_files.guidance_for(next(each for each in guidance_files.shipped() if each.id == "htc"))


def _paper(more: str, guidance: Guidance) -> None:
    snapshot = replace(marjan(), next_step=marjan().next_step + more)
    pdf.render(compose.document(snapshot, guidance), made_on=MADE_ON)


def _timed(work: object) -> float:
    assert callable(work)
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
