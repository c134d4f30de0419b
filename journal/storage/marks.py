"""Themes in own words, and the chosen word on the line beside them."""

import datetime as dt
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Entry, Meeting, ThemeMark
from journal.storage.entries import now

_THEME = "theme."
_AFTER_THEME = "theme/"


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
    _choose(session, entry_id, theme_id, level, beginning=False)


@changes(Change.MARKS)
def mark_beginning(session: Session, entry_id: int, theme_id: str, level: int | None) -> None:
    """Choose where one *now* thinks one was at the beginning; it stays apart from the marks of that time."""
    _choose(session, entry_id, theme_id, level, beginning=True)


def beginnings(session: Session, journey_id: int) -> dict[str, int]:
    """Per theme where one now thinks one was at the beginning: the last that was said about it."""
    query = (
        select(ThemeMark)
        .join(Entry, col(Entry.id) == col(ThemeMark.entry_id))
        .where(Entry.journey_id == journey_id, col(Entry.thrown_away_at).is_(None), col(ThemeMark.beginning))
        .order_by(col(Entry.written_on), col(ThemeMark.id))
    )
    return {mark.theme_id: mark.level for mark in session.exec(query)}


def beginnings_in(session: Session, entry_id: int) -> dict[str, int]:
    """The same, as said in one entry."""
    query = select(ThemeMark).where(ThemeMark.entry_id == entry_id, col(ThemeMark.beginning))
    return {mark.theme_id: mark.level for mark in session.exec(query)}


def _choose(session: Session, entry_id: int, theme_id: str, level: int | None, *, beginning: bool) -> None:
    query = select(ThemeMark).where(
        ThemeMark.entry_id == entry_id, ThemeMark.theme_id == theme_id, col(ThemeMark.beginning).is_(beginning)
    )
    found = session.exec(query).first()
    if level is None:
        if found is not None:
            session.delete(found)
        return
    if found is None:
        moment = now(session)
        session.add(ThemeMark(entry_id=entry_id, theme_id=theme_id, level=level, beginning=beginning, marked_at=moment))
    elif found.level != level:
        found.level, found.marked_at = level, now(session)


def history(session: Session, journey_id: int) -> list[ThemeNote]:
    """What was written or marked about the themes, oldest first; within an entry in the order of writing."""
    said = (
        sa.select(
            col(Answer.entry_id),
            col(Answer.prompt_id),
            col(Answer.text),
            col(Entry.written_on),
            col(Meeting.session_id),
        )
        .join(Entry, col(Entry.id) == col(Answer.entry_id))
        .outerjoin(Meeting, col(Meeting.id) == col(Entry.meeting_id))
        # A range and no LIKE, as only the range is found by the index.
        .where(col(Answer.prompt_id) > _THEME, col(Answer.prompt_id) < _AFTER_THEME, col(Answer.text) != "")
        .where(col(Entry.journey_id) == journey_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Answer.id))
    )
    marked = (
        sa.select(
            col(ThemeMark.entry_id),
            col(ThemeMark.theme_id),
            col(ThemeMark.level),
            col(Entry.written_on),
            col(Meeting.session_id),
        )
        .join(Entry, col(Entry.id) == col(ThemeMark.entry_id))
        .outerjoin(Meeting, col(Meeting.id) == col(Entry.meeting_id))
        .where(col(Entry.journey_id) == journey_id, col(Entry.thrown_away_at).is_(None))
        .where(col(ThemeMark.beginning).is_(False))
        .order_by(col(ThemeMark.id))
    )
    connection = session.connection()
    notes: dict[tuple[int, str], ThemeNote] = {}
    for entry_id, prompt_id, text, on, session_id in connection.execute(said):
        if text.strip():
            theme_id = prompt_id.removeprefix(_THEME)
            notes[entry_id, theme_id] = ThemeNote(theme_id, entry_id, session_id, on, text, None)
    for entry_id, theme_id, level, on, session_id in connection.execute(marked):
        note = notes.get((entry_id, theme_id)) or ThemeNote(theme_id, entry_id, session_id, on, "", None)
        notes[entry_id, theme_id] = replace(note, level=level)
    return sorted(notes.values(), key=lambda note: (note.on, note.entry_id))
