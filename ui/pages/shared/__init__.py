"""What I shared: every paper that left the journal, with the words on it and the file itself."""

from ui.pages.shared.page import SharedPage

__all__ = ["SharedPage"]
