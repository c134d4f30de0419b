"""What was written: a list, and one entry to read back."""

from ui.pages.reflections.page import ReflectionsPage

__all__ = ["ReflectionsPage"]
