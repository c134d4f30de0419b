"""Search in answers: every word, by its beginning, without accents. What is typed is never syntax."""

import datetime as dt
import unicodedata
from dataclasses import dataclass

from sqlalchemy import text as sql
from sqlmodel import Session

from journal.clean_text import clean

_LONGEST_WORD = 100
_MOST_WORDS = 12
_EXCERPT_SIGNS = 400
_TIMES_THE_LIMIT = 4


@dataclass(frozen=True)
class Hit:
    """A found answer; ``text`` is the part of it around the first word found."""

    entry_id: int
    prompt_id: str
    text: str
    written_on: dt.date
    title: str
    form_id: str
    session_id: str | None


def find(session: Session, journey_id: int, words: str, *, limit: int = 50) -> list[Hit]:
    """Answers with all the words in them, newest first; nothing when there is no word.

    Of a word that stands nearly everywhere only the answers that were begun last are looked at, some times
    the limit; sorting them all by date would take a second for many years of writing.
    """
    indexed, looked_for = _split(words)
    if not indexed and not looked_for:
        return []
    values: dict[str, object] = {"journey": journey_id, "signs": _EXCERPT_SIGNS, "most": limit * _TIMES_THE_LIMIT}
    where = ["entry.journey_id = :journey", "entry.thrown_away_at IS NULL", _NOT_OF_THROWN_AWAY]
    if indexed:
        where.append("answer_fts MATCH :match")
        values["match"] = " AND ".join('"' + word.replace('"', '""') + '"*' for word in indexed)
    for number, word in enumerate(looked_for):
        where.append(f"instr(answer.text, :word{number}) > 0")
        values[f"word{number}"] = word
    query = (_BY_INDEX if indexed else _BY_LOOKING).format(where=" AND ".join(where))
    rows = session.connection().execute(sql(query), values).all()
    newest = sorted(rows, key=lambda row: (row.written_on, row.entry_id), reverse=True)[:limit]
    return [
        Hit(
            entry_id=row.entry_id,
            prompt_id=row.prompt_id,
            text=row.excerpt[:_EXCERPT_SIGNS],
            written_on=dt.date.fromisoformat(row.written_on),
            title=row.title,
            form_id=row.form_id,
            session_id=row.session_id,
        )
        for row in newest
    ]


_NOT_OF_THROWN_AWAY = """NOT EXISTS (
    SELECT 1 FROM attachment WHERE attachment.entry_id = answer.entry_id AND attachment.thrown_away_at IS NOT NULL
        AND answer.prompt_id LIKE 'attachment.' || attachment.id || '.%'
)"""
"""A caption goes out of sight with its drawing."""

# What is filled in are conditions of this file; what was typed goes in as values.
_BY_INDEX = """
    SELECT answer.entry_id, answer.prompt_id, snippet(answer_fts, 0, '', '', '…', 40) AS excerpt,
        entry.written_on, entry.title, entry.form_id, meeting.session_id
    FROM answer_fts
    JOIN answer ON answer.id = answer_fts.rowid
    JOIN entry ON entry.id = answer.entry_id
    LEFT JOIN meeting ON meeting.id = entry.meeting_id
    WHERE {where}
    ORDER BY answer_fts.rowid DESC
    LIMIT :most
"""
_BY_LOOKING = """
    SELECT answer.entry_id, answer.prompt_id,
        substr(answer.text, max(1, instr(answer.text, :word0) - 80), :signs) AS excerpt,
        entry.written_on, entry.title, entry.form_id, meeting.session_id
    FROM answer
    JOIN entry ON entry.id = answer.entry_id
    LEFT JOIN meeting ON meeting.id = entry.meeting_id
    WHERE {where}
    ORDER BY answer.id DESC
    LIMIT :most
"""


def _split(words: str) -> tuple[list[str], list[str]]:
    """Words for the index, and words that it cannot find: signs it does not keep, scripts without spaces."""
    indexed: list[str] = []
    looked_for: list[str] = []
    for word in clean(words)[: _LONGEST_WORD * _MOST_WORDS].split()[:_MOST_WORDS]:
        plain = any(sign.isalnum() for sign in word)
        wide = any(unicodedata.east_asian_width(sign) in "WF" for sign in word)
        (indexed if plain and not wide else looked_for).append(word)
    return indexed, looked_for
