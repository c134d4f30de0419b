"""The keys that work everywhere in the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from ui.navigation import ROWS

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add_shortcuts(window: "MainWindow") -> None:
    """Ctrl 1 and so on for the pages, and what every page shares. On macOS Qt reads Ctrl as Cmd."""
    answers: dict[str, Callable[[], object]] = {
        "Ctrl+F": partial(_search, window),
        "Ctrl+L": window.lock,
        "Ctrl+S": window.say_saved,
        "Ctrl++": lambda: window.resize_text(1),
        "Ctrl+=": lambda: window.resize_text(1),
        "Ctrl+-": lambda: window.resize_text(-1),
        "Ctrl+0": lambda: window.resize_text(0),
        "F1": window.toggle_help,
    }
    for number, row in enumerate(ROWS, 1):
        answers[f"Ctrl+{number}"] = partial(window.show_page, row.name)
    for key, answer in answers.items():
        QShortcut(QKeySequence(key), window).activated.connect(answer)


def _search(window: "MainWindow") -> None:
    if window.shell is not None:
        window.shell.search()
