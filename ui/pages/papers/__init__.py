"""Other papers than the one for the meeting: for the coach, of one session, in one page, the whole journal."""

from ui.pages.papers.page import PapersPage

__all__ = ["PapersPage"]
