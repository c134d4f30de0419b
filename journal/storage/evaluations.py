"""What an evaluation file can be made of: the words and marks of one entry about the themes. Reads only."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.domain.records import Answer, Entry, Journey, Meeting, ThemeMark
from journal.storage import names

_THEME = "theme."


@dataclass(frozen=True)
class ThemeSaid:
    """What one entry says of a theme; ``level`` is 1 to 5, or None when no word was chosen."""

    text: str
    level: int | None


@dataclass(frozen=True)
class Material:
    """All that can be given, and what is needed to make names unrecognisable. ``rules`` as in a preparation."""

    programme_id: str
    edition: str
    session_id: str
    own_name: str
    rules: dict[str, str | None]
    said: dict[str, ThemeSaid]


def material(session: Session, entry_id: int) -> Material | None:
    """What the entry on a session says of the themes. None when it does not look back on a session."""
    entry = session.get_one(Entry, entry_id)
    meeting = session.get(Meeting, entry.meeting_id) if entry.meeting_id else None
    if meeting is None:
        return None
    journey = session.get_one(Journey, entry.journey_id)
    texts = {
        answer.prompt_id.removeprefix(_THEME): answer.text
        for answer in session.exec(select(Answer).where(Answer.entry_id == entry_id))
        if answer.prompt_id.startswith(_THEME) and answer.text.strip()
    }
    query = select(ThemeMark).where(ThemeMark.entry_id == entry_id, col(ThemeMark.beginning).is_(False))
    levels = {mark.theme_id: mark.level for mark in session.exec(query)}
    assert journey.id is not None
    return Material(
        programme_id=journey.programme_id,
        edition=journey.edition,
        session_id=meeting.session_id,
        own_name=journey.own_name,
        rules=names.people(session, journey.id),
        said={theme: ThemeSaid(texts.get(theme, ""), levels.get(theme)) for theme in dict.fromkeys([*texts, *levels])},
    )
