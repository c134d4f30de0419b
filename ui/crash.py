"""What is left of a crash: where in the code, never what somebody wrote."""

import contextlib
import datetime as dt
import faulthandler
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from journal import __version__
from journal.errors import JournalError

_KEEP_BYTES = 200_000


def without_words(error: BaseException) -> str:
    """The kinds and places of an error and its causes. No messages: they may quote a diary."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        lines += [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(seen.__traceback__)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def technical(error: BaseException) -> str:
    """What a help desk wants to know, to be copied by the user: versions, kind of trouble, place in the code."""
    about = [f"Reisgezel {__version__}", f"Python {platform.python_version()}, {platform.platform()}"]
    if isinstance(error, JournalError):
        about += [str(part) for part in error.args]
    return "\n".join([*about, without_words(error)])


def no_memory_on_disk() -> None:
    """Ask the system to write no copy of the memory when this process crashes: the diary is in it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class CrashLog:
    """A file in the log folder that takes what nobody expected. Without a place to write it stays silent."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "crash.log"
        self._for_faults: TextIO | None = None

    def install(self) -> None:
        """Catch what falls out of the screen's thread, other threads, and the interpreter itself."""
        no_memory_on_disk()
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > _KEEP_BYTES:
                self.path.replace(self.path.with_suffix(".old.log"))
            self._for_faults = self.path.open("a", encoding="utf-8")  # open for ever: a crash cannot open files
            faulthandler.enable(self._for_faults)
        sys.excepthook = self._caught
        threading.excepthook = lambda given: self.write(given.exc_value)
        sys.unraisablehook = lambda given: self.write(given.exc_value)

    def write(self, error: BaseException | None) -> None:
        """Add one error."""
        if error is None:
            return
        text = f"\n{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M:%S} {__version__}\n{without_words(error)}\n"
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(text)
        if sys.stderr is not None:
            sys.stderr.write(text)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.write(error)
