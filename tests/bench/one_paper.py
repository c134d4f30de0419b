"""One paper in a new process, with nothing loaded that it does not need. ``python -m tests.bench.one_paper``."""

from journal import guidance_files, text
from journal.export import compose, pdf
from tests.export.papers import MADE_ON, marjan

if __name__ == "__main__":
    text.use("nl")
    guidance = guidance_files.for_journey("htc", None)
    pdf.make(compose.document(marjan(), guidance), made_on=MADE_ON)
