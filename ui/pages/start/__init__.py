"""The first start: four pages between a new participant and an open journal."""

from ui.pages.start.page import StartPage

__all__ = ["StartPage"]
