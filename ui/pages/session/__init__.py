"""Leading a meeting: the steps, a quiet clock, who does what, and the question in large."""

from ui.pages.session.page import SessionPage

__all__ = ["SessionPage"]
