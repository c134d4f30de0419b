"""Search over everything that was written."""

from ui.pages.search.page import SearchPage

__all__ = ["SearchPage"]
