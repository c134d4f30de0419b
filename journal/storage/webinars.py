"""Webinars and workshops: what was written after each of them."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from journal.domain.records import Answer, Entry, Meeting
from journal.storage import journeys

SHEET, NOTE = "webinar", "note"
"""The form of the sheet after a webinar, and that of free notes, which can belong to one too."""
KINDS = frozenset({"webinar", "workshop"})


@dataclass(frozen=True)
class Written:
    """Something with words in it that belongs to a webinar."""

    entry_id: int
    form_id: str
    title: str


@dataclass(frozen=True)
class Webinar:
    """A webinar or workshop. ``sheet_id`` is its sheet once there is one; ``written`` only what has words."""

    meeting: Meeting
    sheet_id: int | None
    written: tuple[Written, ...]


def webinars(session: Session, journey_id: int, forms: Collection[str] = ()) -> list[Webinar]:
    """All webinars and workshops of the journey by date, the ones without a date last.

    ``forms``: with which this programme looks back, besides the sheet and notes.
    """
    sheets: dict[int, int] = {}
    written: dict[int, list[Written]] = {}
    for meeting_id, entry_id, form_id, title, has_words in session.connection().execute(_entries(journey_id, forms)):
        if form_id == SHEET:
            sheets[meeting_id] = entry_id
        if has_words:
            written.setdefault(meeting_id, []).append(Written(entry_id, form_id, title))
    return [
        Webinar(meeting, sheets.get(meeting.id or 0), tuple(written.get(meeting.id or 0, ())))
        for meeting in journeys.meetings(session, journey_id)
        if meeting.kind in KINDS
    ]


def _entries(journey_id: int, forms: Collection[str]) -> sa.Select[int, int, str, str, bool]:
    words = sa.exists().where(col(Answer.entry_id) == col(Entry.id), sa.func.trim(col(Answer.text)) != "")
    return (
        sa.select(
            sa.type_coerce(col(Entry.meeting_id), sa.Integer),
            sa.type_coerce(col(Entry.id), sa.Integer),
            col(Entry.form_id),
            col(Entry.title),
            words,
        )
        .where(col(Entry.journey_id) == journey_id, col(Entry.form_id).in_((SHEET, NOTE, *forms)))
        .where(col(Entry.meeting_id).is_not(None), col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.written_on), col(Entry.id))
    )
