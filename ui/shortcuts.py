"""The keys that work everywhere in the window."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from journal.settings import TEXT_SIZES
from journal.text import tr
from ui.navigation import ROWS

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add_shortcuts(window: "MainWindow") -> None:
    """Ctrl 1 and so on for the pages, and what every page shares. On macOS Qt reads Ctrl as Cmd."""
    answers: dict[str, Callable[[], object]] = {
        "Ctrl+F": partial(_search, window),
        "Ctrl+L": window.lock,
        "Ctrl+S": partial(_say_saved, window),
        "Ctrl++": partial(_resize_text, window, 1),
        "Ctrl+=": partial(_resize_text, window, 1),
        "Ctrl+-": partial(_resize_text, window, -1),
        "Ctrl+0": partial(_resize_text, window, 0),
        "F1": partial(_toggle_help, window),
    }
    for number, row in enumerate(ROWS, 1):
        answers[f"Ctrl+{number}"] = partial(window.show_page, row.name)
    for key, answer in answers.items():
        QShortcut(QKeySequence(key), window).activated.connect(answer)


def _search(window: "MainWindow") -> None:
    if window.shell is not None:
        window.shell.search()


def _say_saved(window: "MainWindow") -> None:
    """Answer who looks for a Save button."""
    if window.shell is not None and window.shell.settle():
        window.furniture.notice.say(tr("Everything is already saved."))


def _resize_text(window: "MainWindow", steps: int) -> None:
    """Larger (1) or smaller (-1) letters; 0 for the usual size."""
    at = TEXT_SIZES.index(window.settings.text_size) + steps
    size = TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)] if steps else TEXT_SIZES[0]
    window.take_settings(replace(window.settings, text_size=size))


def _toggle_help(window: "MainWindow") -> None:
    """Open or close the help on this page."""
    if window.shell is not None:
        window.furniture.help.toggle()
