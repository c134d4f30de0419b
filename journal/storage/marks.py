"""Themes in own words, and the chosen word on the line beside them."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry, Meeting, ThemeMark
from journal.storage.entries import now

_THEME = "theme."


@dataclass(frozen=True)
class ThemeNote:
    """What one entry says about a theme; ``level`` is 1 to 5, or None when no word was chosen."""

    theme_id: str
    entry_id: int
    session_id: str | None
    on: dt.date
    text: str
    level: int | None


@changes(Change.MARKS)
def mark(session: Session, entry_id: int, theme_id: str, level: int | None) -> None:
    """Choose a word on the line, or take it away with None."""
    query = select(ThemeMark).where(ThemeMark.entry_id == entry_id, ThemeMark.theme_id == theme_id)
    found = session.exec(query).first()
    if level is None:
        if found is not None:
            session.delete(found)
        return
    if found is None:
        session.add(ThemeMark(entry_id=entry_id, theme_id=theme_id, level=level, marked_at=now(session)))
    elif found.level != level:
        found.level, found.marked_at = level, now(session)


def history(session: Session, journey_id: int) -> list[ThemeNote]:
    """What was written or marked about the themes, oldest first; within an entry in the order of writing."""
    said = (
        select(Answer)
        .join(Entry, col(Entry.id) == col(Answer.entry_id))
        .where(Entry.journey_id == journey_id, col(Answer.prompt_id).startswith(_THEME))
        .order_by(col(Answer.id))
    )
    marked = (
        select(ThemeMark)
        .join(Entry, col(Entry.id) == col(ThemeMark.entry_id))
        .where(Entry.journey_id == journey_id)
        .order_by(col(ThemeMark.id))
    )
    found: dict[int, dict[str, tuple[str, int | None]]] = {}
    for answer in session.exec(said):
        if answer.text.strip():
            found.setdefault(answer.entry_id, {})[answer.prompt_id.removeprefix(_THEME)] = (answer.text, None)
    for chosen in session.exec(marked):
        themes = found.setdefault(chosen.entry_id, {})
        text, _ = themes.get(chosen.theme_id, ("", None))
        themes[chosen.theme_id] = (text, chosen.level)
    return _notes(session, journey_id, found)


def _notes(session: Session, journey_id: int, found: dict[int, dict[str, tuple[str, int | None]]]) -> list[ThemeNote]:
    entries = (
        select(Entry, Meeting.session_id)
        .outerjoin(Meeting, col(Meeting.id) == col(Entry.meeting_id))
        .where(Entry.journey_id == journey_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.written_on), col(Entry.id))
    )
    return [
        ThemeNote(theme_id, entry.id, session_id, entry.written_on, text, level)
        for entry, session_id in session.exec(entries)
        if entry.id is not None
        for theme_id, (text, level) in found.get(entry.id, {}).items()
    ]
