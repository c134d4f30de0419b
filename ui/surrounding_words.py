"""What is said of a journal in a synced folder, and of copies beside it."""

from pathlib import Path

from journal.synced_folders import Synced
from journal.text import tr, trn


def synced_sentence(synced: Synced) -> str:
    """That a journal in use does not belong there."""
    return tr(
        "Your journal is in a folder of {name}. Two programs writing to one file can damage it.", name=synced.name
    )


def copies_sentence(count: int) -> str:
    """That a program has made copies; nothing was done with them."""
    return trn(
        "Beside your journal lies a copy that a sync program made. Reisgezel has not touched it.",
        "Beside your journal lie {n} copies that a sync program made. Reisgezel has not touched them.",
        count,
    )


def names(found: list[Path]) -> str:
    """The names of copies, for a line."""
    return ", ".join(path.name for path in found)
