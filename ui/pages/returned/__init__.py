"""The coach's answer comes home."""

from ui.pages.returned.page import ReturnedPage

__all__ = ["ReturnedPage"]
