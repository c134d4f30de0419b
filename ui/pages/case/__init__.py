"""The form of a case."""

from ui.pages.case.page import CasePage

__all__ = ["CasePage"]
