"""Looking back: themes in own words, the path through time, the question's life, helpers, lessons and letters."""

from ui.pages.lookback.page import LookbackPage

__all__ = ["LookbackPage"]
