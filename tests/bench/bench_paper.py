"""How long the summary takes: in a new process (as from the command line) and warm (as in the preview).

Run: ``python -m tests.bench.bench_paper``. Aims: under 1 s in a new process, 0.2 s warm.
"""

import statistics
import subprocess
import sys
import time
from dataclasses import replace

from journal import guidance_files, text
from journal.domain.guidance import Guidance
from journal.export import compose, pdf
from tests.export.papers import MADE_ON, marjan

ROUNDS = 5
_NEW_PROCESS = "from tests.bench.bench_paper import once; once()"


def once() -> None:
    """Guidance, document and paper, as a new process makes them."""
    _paper("", _guidance())


def main() -> None:
    """Print the figures, one a line."""
    new = [_timed(lambda: subprocess.run([sys.executable, "-c", _NEW_PROCESS], check=True)) for _ in range(ROUNDS)]
    empty = [_timed(lambda: subprocess.run([sys.executable, "-c", ""], check=True)) for _ in range(ROUNDS)]
    guidance = _guidance()
    once()
    warm = [_timed(lambda n=n: _paper(f" {n}", guidance)) for n in range(4 * ROUNDS)]
    answer = "Dit is een zin van gemiddelde lengte met gewone woorden. " * 17600
    long = _timed(lambda: _paper(answer, guidance))
    print(f"summary PDF, new process   {statistics.median(new):6.2f} s   (aim 1; empty Python {min(empty):.2f} s)")
    print(f"summary PDF, warm          {statistics.median(warm):6.3f} s   (aim 0.2; slowest {max(warm):.3f} s)")
    print(f"with an answer of 1 MB     {long:6.2f} s")


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
