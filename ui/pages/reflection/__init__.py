"""Writing: a reflection in five steps, in five minutes or free, and a note. One file a kind of step."""

from ui.pages.reflection.page import ReflectionPage

__all__ = ["ReflectionPage"]
