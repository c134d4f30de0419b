"""PDFium, one thread at a time: it crashes when two are in it at once, be it in two documents."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF to look in. Another thread waits until it is closed."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        yield document
