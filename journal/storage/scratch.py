"""A place beside the journal for an encrypted copy that lives as long as some work does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from journal.errors import CannotWrite
from journal.files import SCRATCH, forget_scratch
from journal.storage.database import OpenJournal


@contextmanager
def scratch(journal: OpenJournal) -> Iterator[Path]:
    """An empty folder that goes away afterwards; what a killed program left of an earlier one goes too.

    In the folder of the journal, as there is room for a copy and nobody else is there; elsewhere when it is read-only.
    """
    if not journal.read_only:
        forget_scratch(journal.folder)
    try:
        # What cannot be cleared away now goes later; the work itself has been done by then.
        where = None if journal.read_only else journal.folder
        place = TemporaryDirectory(prefix=SCRATCH, dir=where, ignore_cleanup_errors=True)
    except OSError as error:
        raise CannotWrite(journal.folder, error.strerror or str(error)) from error
    with place as name:
        yield Path(name)
