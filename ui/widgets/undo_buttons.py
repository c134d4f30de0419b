"""Undo, redo and clear, as they stand under a sheet."""

from PySide6.QtWidgets import QPushButton

from journal.text import tr
from ui.widgets.words import button, icon_beside

_SIZE = 18


def undo_buttons(name: str) -> tuple[QPushButton, QPushButton, QPushButton]:
    """The three buttons; their icons go pale along with their words when there is nothing to do."""
    undo = button(tr("Undo"), icon="undo-2", name=f"{name}.undo")
    redo = button(tr("Redo"), icon="redo-2", name=f"{name}.redo")
    clear = button(tr("Clear the sheet"), "plain", icon="trash-2", name=f"{name}.clear")
    for made, icon in ((undo, "undo-2"), (redo, "redo-2"), (clear, "trash-2")):
        shown = made.icon()
        pale = icon_beside(icon, "text3", _SIZE)
        shown.addPixmap(pale.pixmap(made.iconSize()), shown.Mode.Disabled)
        made.setIcon(shown)
    return undo, redo, clear
