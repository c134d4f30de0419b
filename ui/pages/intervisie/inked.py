"""Another ink for a label that is there already."""

from PySide6.QtWidgets import QLabel

from ui.widgets.words import restyle


def set_ink(label: QLabel, token: str) -> None:
    """Write in the colour of another token."""
    if label.property("ink") != token:
        label.setProperty("ink", token)
        restyle(label)
