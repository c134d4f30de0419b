"""Webinars and what was tried after them: the sheet after each, its assignment, and experiments."""

from ui.pages.webinars.page import WebinarsPage

__all__ = ["WebinarsPage"]
