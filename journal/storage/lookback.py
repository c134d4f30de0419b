"""All that Terugblik shows, read at once. Every sentence is one that the writer wrote."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from journal.domain.records import Answer, Entry, Journey, Meeting, Who
from journal.storage import journeys, letters, marks, places, questions
from journal.storage.letters import LetterLine
from journal.storage.marks import ThemeNote
from journal.storage.places import Walked
from journal.storage.questions import QuestionLine

CLOSING = "next.closing"
HELPERS = ("stage.mentor.me", "stage.mentor.us", "stage.mentor.body", "stage.trials.us")
"""Where one writes about who helped: mentors, and allies in unexpected places."""
HERO = "hero."
"""Prompts of a programme that begin so ask for a hero."""
_AFTER_HERO = "hero/"
_MENTOR = "mentor"


@dataclass(frozen=True)
class Quote:
    """A sentence of one's own, with where it stands. ``prompt_id`` as search names it."""

    entry_id: int
    prompt_id: str
    text: str
    on: dt.date
    session_id: str | None


@dataclass(frozen=True)
class LookBack:
    """Oldest first, except ``versions`` (newest first). ``beginnings``: where one now thinks one was, per theme."""

    began_on: dt.date
    meetings: tuple[Meeting, ...]
    themes: tuple[ThemeNote, ...]
    beginnings: dict[str, int]
    walked: Walked
    versions: tuple[QuestionLine, ...]
    helpers: tuple[Quote, ...]
    lessons: tuple[Quote, ...]
    letters: tuple[LetterLine, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look back on yet."""
        return not (self.themes or self.walked.notes or self.helpers or self.lessons or len(self.versions) > 1)


def look_back(session: Session, journey_id: int) -> LookBack:
    """Read it all."""
    walked = places.walked(session, journey_id)
    noticed = [
        Quote(note.entry_id, f"place.{note.who}.{note.stage_id}", note.evidence, note.on, note.session_id)
        for note in walked.notes
        if note.stage_id == _MENTOR and note.who is Who.ME and note.evidence.strip()
    ]
    heroes = sa.and_(col(Answer.prompt_id) > HERO, col(Answer.prompt_id) < _AFTER_HERO)
    told = _quotes(session, journey_id, sa.or_(col(Answer.prompt_id).in_(HELPERS), heroes))
    helpers = sorted([*told, *noticed], key=lambda quote: (quote.on, quote.entry_id))
    journey = session.get_one(Journey, journey_id)
    return LookBack(
        began_on=journey.began_on,
        meetings=tuple(journeys.meetings(session, journey_id)),
        themes=tuple(marks.history(session, journey_id)),
        beginnings=marks.beginnings(session, journey_id),
        walked=walked,
        versions=tuple(questions.versions(session, journey_id)),
        helpers=tuple(helpers),
        lessons=tuple(_quotes(session, journey_id, col(Answer.prompt_id) == CLOSING)),
        letters=tuple(letters.listed(session, journey_id)),
    )


def _quotes(session: Session, journey_id: int, asked: sa.ColumnElement[bool]) -> list[Quote]:
    query = (
        sa.select(
            col(Answer.entry_id),
            col(Answer.prompt_id),
            col(Answer.text),
            col(Entry.written_on),
            col(Meeting.session_id),
        )
        .join(Entry, col(Entry.id) == col(Answer.entry_id))
        .outerjoin(Meeting, col(Meeting.id) == col(Entry.meeting_id))
        .where(asked, sa.func.trim(col(Answer.text)) != "")
        .where(col(Entry.journey_id) == journey_id, col(Entry.thrown_away_at).is_(None))
        .order_by(col(Entry.written_on), col(Entry.id))
    )
    rows = session.connection().execute(query)
    return [Quote(entry_id, prompt_id, text.strip(), on, id_) for entry_id, prompt_id, text, on, id_ in rows]
