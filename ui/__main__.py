"""Starts the window: ``reisgezel`` or ``python -m ui``. The one place that puts everything together."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from journal import __version__, paths, text
from journal.settings import Settings
from journal.text import tr

if TYPE_CHECKING:
    from ui.single import Single


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app until its window is closed; gives the exit code."""
    gc.disable()  # ui.collecting takes over after the first picture; until then there is nothing to collect
    settings = Settings.read()
    given = sys.argv[1:] if argv is None else argv
    if given:
        text.use(settings.language)
        settings = _with_arguments(settings, given)
    if _no_display():
        text.use(settings.language)
        sys.stderr.write(tr("There is no display here. Without one, 'make demo' shows what Reisgezel does.") + "\n")
        return 1
    from ui.single import Single

    single = Single(settings.journal_folder)
    if not single.is_first:
        single.ring()
        return 0
    return _run(settings, single)


def _run(settings: Settings, single: "Single") -> int:
    from shiboken6 import delete

    from ui import theme
    from ui.application import Application
    from ui.crash import CrashLog
    from ui.endings import Endings
    from ui.main_window import MainWindow

    CrashLog(paths.logs()).install()
    app = Application([*sys.argv[:1]])
    app.setApplicationName("Reisgezel")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("reisgezel")
    theme.load_fonts(first=True)
    window = MainWindow(settings, single=single)
    endings = Endings(window.leave, window)
    window.begin()
    window.show()
    code = app.exec()
    endings.stop()
    delete(window)  # before the application: its watchers still need the event loop of it
    return code


def _with_arguments(settings: Settings, given: Sequence[str]) -> Settings:
    import argparse  # most starts have none

    parser = argparse.ArgumentParser(prog="reisgezel", description=tr("A private travel companion for your learning."))
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=tr("open the journal in this folder"))
    parser.add_argument("--version", action="version", version=f"Reisgezel {__version__}")
    found = parser.parse_args(given)
    return replace(settings, journal=str(found.journal.expanduser().absolute())) if found.journal else settings


def _no_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
