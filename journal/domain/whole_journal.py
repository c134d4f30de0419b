"""The whole journal as its own paper shows it."""

import datetime as dt
from dataclasses import dataclass

from journal.domain.snapshot import AttachmentNow


@dataclass(frozen=True)
class EntryNow:
    """One entry as it is now. ``parts`` are (prompt id, text); ``marks`` are (theme id, level)."""

    form_id: str
    title: str
    written_on: dt.date
    parts: tuple[tuple[str, str], ...] = ()
    me: tuple[tuple[str, str], ...] = ()
    us: tuple[tuple[str, str], ...] = ()
    """Places as (stage id, what tells the writer so)."""
    marks: tuple[tuple[str, int], ...] = ()
    attachments: tuple[AttachmentNow, ...] = ()


@dataclass(frozen=True)
class SessionNow:
    """A session with what was written about it."""

    session_id: str
    own_name: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    entries: tuple[EntryNow, ...]


@dataclass(frozen=True)
class WholeJournal:
    """Everything of its writer, in four parts. Within a part by date."""

    made_on: dt.date
    writer: str
    edition: str
    began_on: dt.date
    question: tuple[EntryNow, ...]
    sessions: tuple[SessionNow, ...]
    between: tuple[EntryNow, ...]
    """Notes, experiments and reflections that belong to no session."""
    meetings: tuple[EntryNow, ...]
    """Cases, harvests and advice of the intervisie."""

    def entries(self) -> int:
        """How many there are."""
        inside = sum(len(session.entries) for session in self.sessions)
        return len(self.question) + inside + len(self.between) + len(self.meetings)
