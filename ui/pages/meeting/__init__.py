"""After the meeting: harvest and advice."""

from ui.pages.meeting.page import MeetingPage

__all__ = ["MeetingPage"]
