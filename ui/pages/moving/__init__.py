"""In and out: the open archive, copies that are merged, the folder between laptops, diaries from elsewhere."""

from ui.pages.moving.page import MovingPage

__all__ = ["MovingPage"]
